import { t } from "../../../shared/i18n.ts";
import { quoteMarks } from "../../../shared/quotes.ts";
import { speakerName } from "../../model/index.ts";
import {
  bareReplies,
  bareReply,
  isAgainst,
  type RelationEnd,
  type RelationTarget,
  relationsOf,
} from "../../model/relations.ts";
import { useHref, useView } from "../context.ts";
import { Text } from "./text.tsx";
import { When } from "./when.tsx";
import { isWithdrawn, WithdrawnMark } from "./withdrawn.tsx";

/** Lines are cut in the middle of nowhere only beyond this; the page of the record has it all. */
const MOST_LETTERS = 180;

function cut(text: string): [shown: string, rest: string] {
  if (text.length <= MOST_LETTERS) return [text, ""];
  const space = text.lastIndexOf(" ", MOST_LETTERS);
  const end = space > 0 ? space : MOST_LETTERS;
  return [text.slice(0, end), text.slice(end)];
}

/** Words in one line: cut on the screen, whole on paper, where there is nothing to follow. */
function CutWords({ text }: { text: string }) {
  const [shown, rest] = cut(text);
  return (
    <>
      <Text text={shown} />
      {rest && (
        <>
          <span class="no-print">…</span>
          <span class="only-print">
            <Text text={rest} />
          </span>
        </>
      )}
    </>
  );
}

/** The other end of a relation in one line: who, what, when; a quote in quotation marks, everything else without. */
function TargetLine({ target }: { target: RelationTarget }) {
  const { index } = useView();
  const href = useHref();
  const { language } = index.dossier;
  if (target.type === "event") {
    return (
      <a class="target" href={href({ page: "event", id: target.record.id })}>
        <Text text={target.record.title} />{" "}
        <span class="meta">
          <When date={target.record.date} />
        </span>
      </a>
    );
  }
  const { record } = target;
  const [open, close] = record.quote ? quoteMarks(language) : ["", ""];
  return (
    <a class="target" href={href({ page: "statement", id: record.id })}>
      <span class="who">
        <Text text={speakerName(index, record)} />
      </span>{" "}
      <WithdrawnMark statement={record} />
      <span class={`${record.quote ? "verbatim" : "own-words"} ${isWithdrawn(record) ? "struck" : ""}`}>
        {open}
        <CutWords text={record.quote ?? record.paraphrase ?? ""} />
        {close}
      </span>{" "}
      <span class="meta">
        <When date={record.date} />
      </span>
    </a>
  );
}

function Relation({ end }: { end: RelationEnd }) {
  return (
    <li class={isAgainst(end) ? "relation against" : "relation"}>
      <span class="relation-kind">{t(`viewer_relation_${end.kind.toLowerCase()}_${end.direction}`)}</span>
      <TargetLine target={end.other} />
      <p class="basis">
        <span class="label">{t("viewer_basis")}</span> <Text text={end.basis} />
      </p>
    </li>
  );
}

function Reply({ target, label }: { target: RelationTarget; label: string }) {
  return (
    <li class="relation">
      <span class="relation-kind">{label}</span>
      <TargetLine target={target} />
    </li>
  );
}

/** What a record answers, repeats and has standing against it, in both directions. */
export function Relations({ id }: { id: string }) {
  const { index } = useView();
  const statement = index.statements.get(id);
  const replied = statement && bareReply(index, statement);
  const ends = relationsOf(index, id);
  const replies = bareReplies(index, id);
  if (!ends.length && !replied && !replies.length) return null;
  return (
    <ul class="relations" aria-label={t("viewer_relations")}>
      {ends.map((end) => (
        <Relation key={`${end.kind}${end.direction}${end.other.record.id}`} end={end} />
      ))}
      {replied && <Reply target={{ type: "statement", record: replied }} label={t("viewer_in_reply_to")} />}
      {replies.map((record) => (
        <Reply key={record.id} target={{ type: "statement", record }} label={t("viewer_reply")} />
      ))}
    </ul>
  );
}
