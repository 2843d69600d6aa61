import type { CardContext } from "../page/card-context.ts";
import type { PageMention } from "../page/mention-index.ts";
import { t } from "../shared/i18n.ts";
import type { Go, ToPage } from "../shared/page-messages.ts";
import { deepActive } from "./focus.ts";
import { cardOf } from "./machine-steps.ts";
import { mentionIn, nextStop, type Stop } from "./navigator.ts";
import type { PointerWatch } from "./pointer.ts";
import { scrollToMention } from "./scroll.ts";
import { mentionOf } from "./session.ts";
import type { Request, Stage } from "./stage.tsx";

/** What the commands do: go from mention to mention, open the card of the one the reader is at. */
export function makeKeyboard(
  stage: Stage,
  pointer: PointerWatch,
  { passOn, shown, frame }: CardContext,
  request: Request,
) {
  const { session } = stage;
  const { index, document } = session;
  let current: PageMention | undefined;

  function here(): PageMention | undefined {
    const listed = current && index.list().includes(current) ? current : undefined;
    const shown = cardOf(session.state().shown);
    return stage.ring.mention() ?? (shown && mentionOf(shown.target)) ?? listed;
  }

  /** The mentions that can be gone to, of one person or of all. */
  const reachable = (person?: string) => shown(index.list().filter(({ key }) => !person || key === person));

  /** Says which name this is, of those in all frames. */
  async function announce({ mention, position, count }: Stop, person: string | undefined): Promise<void> {
    const around = await request("mentions.around", { frame, ...(person && { person }) }).catch(() => null);
    const { before, others } = around ?? { before: 0, others: 0 };
    // The reader may have gone on meanwhile.
    if (current === mention) stage.say(t("live_mention", mention.person.name, before + position, others + count));
  }

  /** The next command is for the frame that has the focus. */
  function takeFocus(): void {
    const active = deepActive(document);
    if (active?.matches("iframe, frame")) (active as HTMLElement).blur();
    document.defaultView!.focus();
  }

  return {
    go(message: Go): void {
      const { step, person, tried } = message;
      const isEntering = tried !== undefined;
      const stop = nextStop(reachable(person), isEntering ? "edge" : here(), step);
      const open = message.open || session.state().shown.type !== "none";
      if ((!stop || (stop.isRound && !isEntering)) && passOn({ ...message, open }, !stop)) {
        session.dispatch({ type: "close" });
        session.clearRing();
        return;
      }
      if (!stop) {
        stage.say(t("live_no_mentions"));
        return;
      }
      if (isEntering) takeFocus();
      session.dispatch({ type: "close" });
      current = stop.mention;
      const { matches } = document.defaultView!.matchMedia("(prefers-reduced-motion: reduce)");
      // A card that opens while the page still scrolls would be closed by its scrolling.
      scrollToMention(stop.mention, matches || open);
      stage.point(stop.mention);
      void announce(stop, person);
      if (open) session.dispatch({ type: "open", target: stop.mention, via: "keyboard" });
    },
    open(message: ToPage): void {
      if (session.state().shown.type !== "none") {
        session.dispatch({ type: "take" });
        return;
      }
      const mention =
        stage.ring.mention() ??
        pointer.hovered() ??
        mentionIn(index, deepActive(document)) ??
        nextStop(reachable(), undefined, 1)?.mention;
      if (!mention) {
        if (!passOn(message, true)) stage.say(t("live_no_mentions"));
        return;
      }
      current = mention;
      scrollToMention(mention, true);
      stage.point(mention);
      session.dispatch({ type: "open", target: mention, via: "keyboard" });
    },
  };
}
