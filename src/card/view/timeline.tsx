import type { CardView, TimelineItem } from "../../dossier/views.ts";
import { plural, t } from "../../shared/i18n.ts";
import { attribution } from "../cite.ts";
import { FEW_TIMELINE, type UiState, windowAround } from "../ui-state.ts";
import { Action } from "./action.tsx";
import { When } from "./date.tsx";
import { presentId } from "./statements.tsx";
import { foreign, Words } from "./words.tsx";

/** This person's timeline, with the statement that is shown above marked; folded to the entries around it. */
export function Timeline({ view, ui }: { view: CardView; ui: UiState }) {
  const { timeline } = view;
  if (timeline.length === 0) return null;
  const present = timeline.findIndex((item) => item.id === presentId(view, ui));
  const [from, to] = ui.allTimeline
    ? [0, timeline.length]
    : windowAround(present < 0 ? timeline.length - 1 : present, timeline.length, FEW_TIMELINE);
  const readable = new Set(view.statements.map((statement) => statement.id));
  return (
    <section class="timeline">
      <h3>{t("card_timeline")}</h3>
      <ol class={`${from > 0 ? "more-before" : ""} ${to < timeline.length ? "more-after" : ""}`}>
        {timeline.slice(from, to).map((item, index) => (
          <Entry
            key={item.id}
            item={item}
            view={view}
            present={from + index === present}
            readable={readable.has(item.id)}
          />
        ))}
      </ol>
      {timeline.length > FEW_TIMELINE && (
        <Action act={ui.allTimeline ? "few-timeline" : "all-timeline"} expanded={Boolean(ui.allTimeline)}>
          {ui.allTimeline ? t("card_timeline_fewer") : plural("card_timeline_all", timeline.length)}
        </Action>
      )}
      {ui.allTimeline && view.moreTimeline !== undefined && (
        <Action act="viewer">{plural("card_timeline_rest", view.moreTimeline)}</Action>
      )}
    </section>
  );
}

interface EntryProps {
  item: TimelineItem;
  view: CardView;
  present: boolean;
  readable: boolean;
}

function Entry({ item, view, present, readable }: EntryProps) {
  const { language } = view.dossier;
  const verbatim = item.verbatim ?? false;
  const by = item.type === "statement" ? attribution({ speakerName: view.name, ...item }, verbatim) : undefined;
  const title = <Words label={item.title} verbatim={verbatim} language={language} by={by} />;
  const struck = item.correction === "withdrawn" ? "withdrawn" : "";
  return (
    <li class={`entry of-${item.type}`} aria-current={present ? "true" : undefined}>
      <When date={item.date} />
      <div class="what">
        {readable && !present ? (
          <Action act="present" arg={item.id} class="entry-title">
            <span class={struck}>{title}</span>
          </Action>
        ) : (
          <span class={`entry-title ${struck}`}>{title}</span>
        )}
        {struck && <span class="part">{t("card_withdrawn_mark")}</span>}
        {item.isNew && <span class="new">{t(item.correction ? "card_changed" : "card_new")}</span>}
        {item.part && (
          <bdi class="part" lang={foreign(language)}>
            {item.part}
          </bdi>
        )}
        {present && <span class="present">{t("card_timeline_present")}</span>}
      </div>
    </li>
  );
}
