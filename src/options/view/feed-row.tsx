import { useRef } from "preact/hooks";
import { formatBytes, formatDay } from "../../shared/format.ts";
import { errorText, t } from "../../shared/i18n.ts";
import type { FeedRow } from "../../shared/rows.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Message } from "../../shared/ui/message.tsx";
import { Progress } from "../../shared/ui/progress.tsx";
import { When } from "../../shared/ui/when.tsx";
import {
  cancelledText,
  delistedText,
  failureText,
  heldBackText,
  keyChangeText,
  nextCheckText,
  phaseView,
  resultText,
} from "../text.ts";
import type { ViewProps } from "./app.tsx";
import { Fact, Facts } from "./facts.tsx";
import { FeedHistory } from "./feed-history.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import { useHandedOn } from "./handed-on.ts";
import { IntervalSelect } from "./interval-select.tsx";

/** One feed. Its row bears the feed's title as its name, so that the same buttons in every row are told apart. */
export function FeedRowView({ feed, state, actions }: ViewProps & { feed: FeedRow }) {
  const { url, title, result } = feed;
  const running = phaseView(feed.phase, feed);
  // The browser may be wrong about the network: the reader may try.
  const isOffline = feed.phase.type === "waiting" && feed.phase.reason === "offline";
  const failure = state.failures[`feed:${url}`];
  const order = (type: "feed.cancel" | "feed.rollBack" | "feed.takeAgain") => () =>
    actions.order(`feed:${url}`, type, { url });
  const row = useRef<HTMLDivElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  useHandedOn(row, buttons);
  const held = feed.dossiers.filter(({ heldBack }) => heldBack !== undefined);
  return (
    // biome-ignore-start lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see feeds.tsx; a row is no control.
    <div ref={row} role="row" aria-label={title} class="item">
      <div role="rowheader" class="feed-title">
        <h3>{title}</h3>
        <p class="hint">
          {feed.publisher} · <bdi dir="ltr">{url}</bdi>
        </p>
      </div>
      <div role="cell" class="feed-body">
        <Facts>
          {feed.published && (
            <Fact label={t("options_published")}>
              <When at={feed.published} now={state.now} />
            </Fact>
          )}
          <Fact label={t("options_checked")}>
            {feed.checked ? <When at={feed.checked} now={state.now} /> : t("options_never")}
          </Fact>
          <Fact label={t("options_next_check")}>
            <When at={feed.next} now={state.now}>
              {nextCheckText(feed, state.now)}
            </When>
          </Fact>
          <Fact label={t(feed.byRecovery ? "options_signature_recovery" : "options_signature")}>
            <Fingerprint value={feed.fingerprint} />
          </Fact>
        </Facts>
        {feed.keyChange && (
          <p>
            {keyChangeText(feed.keyChange)}{" "}
            <span class="hint">
              (<When at={feed.keyChange.at} now={state.now} />)
            </span>
          </p>
        )}
        <ul class="contents" aria-label={t("options_contents")}>
          {feed.dossiers.map((row) => (
            <li key={row.id}>
              <span>{row.title}</span>
              <span class="hint">
                {t("options_version_n", row.version)} · {t("options_as_of_day", formatDay(row.asOf, t("locale")))} ·{" "}
                {formatBytes(row.bytes, t("locale"))}
              </span>
              {row.delisted && <span class="hint">{delistedText(row)}</span>}
            </li>
          ))}
          {feed.removed?.map(({ id, title: name }) => (
            <li key={id}>
              <span>{name}</span>
              <span class="hint">{t("options_removed_by_reader")}</span>
            </li>
          ))}
        </ul>
        {held.length > 0 && (
          <div class="held-back">
            {held.map((row) => (
              <p key={row.id}>{heldBackText(row)}</p>
            ))}
            <Button disabled={running !== undefined} onClick={order("feed.takeAgain")}>
              {held.length === 1 ? t("options_take_again", held[0]!.heldBack!) : t("options_take_again_all")}
            </Button>
          </div>
        )}
        {running && <Progress label={t("options_progress", title)} text={running.text} value={running.value} />}
        <Message tone="status" pending={result?.type === "cancelled"}>
          {running ? "" : resultOf(feed)}
        </Message>
        {!running && result?.type === "failed" && <Message tone="alert">{failureText(result, feed)}</Message>}
        {failure && <Message tone="alert">{errorText(failure)}</Message>}
        <div ref={buttons} class="actions">
          <Button disabled={running !== undefined && !isOffline} onClick={() => actions.check(feed)}>
            {t("options_check_now")}
          </Button>
          <Button disabled={running === undefined} onClick={order("feed.cancel")}>
            {t("options_cancel")}
          </Button>
          <Button disabled={!feed.canRollBack || running !== undefined} onClick={order("feed.rollBack")}>
            {t("options_roll_back")}
          </Button>
          <Button look="quiet" onClick={() => actions.ask({ type: "feed", id: url, title })}>
            {t("options_remove")}
          </Button>
          <IntervalSelect
            id={`interval-${url}`}
            label={t("options_check")}
            value={feed.interval}
            general={state.settings?.checkInterval ?? 1440}
            onChange={(minutes) =>
              actions.order(`feed:${url}`, "feed.setInterval", { url, ...(minutes === undefined ? {} : { minutes }) })
            }
          />
        </div>
        <FeedHistory history={state.histories[url]} now={state.now} onOpen={() => actions.loadHistory(url)} />
      </div>
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
  );
}

/** What the last check came to, where it did not fail. */
function resultOf(feed: FeedRow): string {
  const { result } = feed;
  if (!result || result.type === "failed") return "";
  return result.type === "cancelled" ? cancelledText(feed) : resultText(result);
}
