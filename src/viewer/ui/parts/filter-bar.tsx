import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { t } from "../../../shared/i18n.ts";
import { type Filter, isNarrowed, NO_FILTER, type RecordKind, STATEMENT_KINDS } from "../../model/filter.ts";
import { useView } from "../context.ts";

interface Props {
  filter: Filter;
  onChange(filter: Filter): void;
  /** Offer events among the kinds. */
  events?: boolean;
  /** More than one person at a time, as lanes. */
  many?: boolean;
  children?: ComponentChildren;
}

/** Options for every person, made once a dossier: a thousand of them are not compared anew on each change. */
function usePeopleOptions() {
  const { dossier } = useView().index;
  return useMemo(() => {
    const { compare } = new Intl.Collator(dossier.language);
    return [...dossier.people]
      .sort((a, b) => compare(a.name, b.name))
      .map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ));
  }, [dossier]);
}

function useSourceOptions() {
  const { dossier } = useView().index;
  return useMemo(
    () =>
      dossier.sources.map(({ id, title, publisher }) => (
        <option key={id} value={id}>
          {publisher ? `${publisher}: ${title}` : title}
        </option>
      )),
    [dossier],
  );
}

/** A button that takes itself away hands the focus on before it goes: to the next of its kind, else to the first choice. */
function handOn(button: HTMLElement): void {
  const item = button.closest("li");
  const next = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector("button");
  (next ?? button.closest("fieldset")?.querySelector("select"))?.focus();
}

/** The people chosen, each with a way to leave them out again. */
function Chosen({ people, onRemove }: { people: readonly string[]; onRemove(id: string): void }) {
  const { index } = useView();
  if (!people.length) return null;
  return (
    <ul class="chosen" aria-label={t("viewer_chosen")}>
      {people.map((id) => {
        const name = index.people.get(id)?.name ?? id;
        return (
          <li key={id}>
            <button
              type="button"
              onClick={({ currentTarget }) => {
                handOn(currentTarget);
                onRemove(id);
              }}
              aria-label={t("viewer_remove_person", name)}
            >
              {name} <span aria-hidden="true">×</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function FilterBar({ filter, onChange, events = false, many = false, children }: Props) {
  const people = usePeopleOptions();
  const sources = useSourceOptions();
  const kinds = events ? [...STATEMENT_KINDS, "event" as const] : STATEMENT_KINDS;
  const choosePerson = (id: string) => {
    if (many) onChange({ ...filter, people: [...new Set([...filter.people, id])].filter(Boolean) });
    else onChange({ ...filter, people: id ? [id] : [] });
  };
  return (
    <fieldset class="filters">
      <legend class="for-ears">{t("viewer_filter")}</legend>
      <label>
        <span>{t(many ? "viewer_filter_add_person" : "viewer_filter_person")}</span>
        <select value={many ? "" : (filter.people[0] ?? "")} onChange={(e) => choosePerson(e.currentTarget.value)}>
          <option value="">{t(many ? "viewer_choose" : "viewer_any_person")}</option>
          {people}
        </select>
      </label>
      <label>
        <span>{t("viewer_filter_kind")}</span>
        <select
          value={filter.kind ?? ""}
          onChange={(e) =>
            onChange({ ...filter, kind: (e.currentTarget.value || undefined) as RecordKind | undefined })
          }
        >
          <option value="">{t("viewer_any_kind")}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`viewer_kind_${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("viewer_filter_source")}</span>
        <select
          value={filter.source ?? ""}
          onChange={(e) => onChange({ ...filter, source: e.currentTarget.value || undefined })}
        >
          <option value="">{t("viewer_any_source")}</option>
          {sources}
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={filter.verbatimOnly}
          onChange={(e) => onChange({ ...filter, verbatimOnly: e.currentTarget.checked })}
        />
        {t("viewer_verbatim_only")}
      </label>
      {isNarrowed(filter) && (
        <button
          type="button"
          class="button quiet"
          onClick={({ currentTarget }) => {
            handOn(currentTarget);
            onChange({ ...NO_FILTER, query: filter.query });
          }}
        >
          {t("viewer_clear_filter")}
        </button>
      )}
      {children}
      {many && (
        <Chosen
          people={filter.people}
          onRemove={(id) => onChange({ ...filter, people: filter.people.filter((other) => other !== id) })}
        />
      )}
    </fieldset>
  );
}
