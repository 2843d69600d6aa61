import { useRef } from "preact/hooks";
import { t } from "../../shared/i18n.ts";
import { Button } from "../../shared/ui/button.tsx";
import { useLostFocus } from "../../shared/ui/lost-focus.ts";
import { AddFeedForm } from "./add-feed-form.tsx";
import type { ViewProps } from "./app.tsx";
import { FeedRowView } from "./feed-row.tsx";
import { IntervalSelect } from "./interval-select.tsx";
import { Removed } from "./removed.tsx";
import { Said } from "./said.tsx";
import { Section } from "./section.tsx";

export function Feeds({ state, actions }: ViewProps) {
  const { library, settings } = state;
  const feeds = library?.feeds ?? [];
  const part = useRef<HTMLDivElement>(null);
  useLostFocus(part, feeds.length);
  return (
    <Section id="feeds">
      <AddFeedForm state={state.add} actions={actions.feed} />
      <Said part="feeds" state={state} />
      <Removed of="feed" state={state} actions={actions} />
      <div ref={part}>
        {library && feeds.length === 0 && <p class="empty">{t("options_no_feeds")}</p>}
        {feeds.length > 0 && (
          <>
            <div class="feeds-head">
              {settings && (
                <IntervalSelect
                  id="interval-all"
                  label={t("options_check_feeds")}
                  value={settings.checkInterval}
                  onChange={(checkInterval) => checkInterval !== undefined && actions.save({ checkInterval })}
                />
              )}
              <Button onClick={() => actions.order("feeds", "feeds.checkAll", {})}>{t("options_check_all")}</Button>
            </div>
            {/* biome-ignore lint/a11y/useSemanticElements: a feed needs more room than a table's cells give on a phone. */}
            <div role="table" aria-labelledby="feeds-title" class="items">
              {feeds.map((feed) => (
                <FeedRowView key={feed.url} feed={feed} state={state} actions={actions} />
              ))}
            </div>
          </>
        )}
      </div>
    </Section>
  );
}
