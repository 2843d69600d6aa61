import { useMemo } from "preact/hooks";
import type { Person } from "../../../dossier/schema.ts";
import { plural, t } from "../../../shared/i18n.ts";
import { formatHash, listRoute } from "../../model/router.ts";
import { useHref, useView } from "../context.ts";
import { DossierExport } from "../parts/export-button.tsx";
import { Title } from "../parts/heading.tsx";
import { Paged } from "../parts/paged.tsx";
import { PersonLink } from "../parts/person-link.tsx";
import { RoleOf } from "../parts/role.tsx";
import { Text, useContentLanguage } from "../parts/text.tsx";

function PersonCard({ person }: { person: Person }) {
  const { index } = useView();
  const attributes = useContentLanguage();
  const said = index.spokenBy.get(person.id)?.length ?? 0;
  return (
    <article class="cast-member">
      <h3>
        <PersonLink id={person.id} />
      </h3>
      <RoleOf person={person} />
      {person.summary && (
        <p class="cast-summary" {...attributes}>
          <Text text={person.summary} />
        </p>
      )}
      {said > 0 && <p class="meta">{plural("viewer_statement_count", said)}</p>}
    </article>
  );
}

export function CastPage({ order }: { order: "name" | undefined }) {
  const { index, installed, go } = useView();
  const href = useHref();
  const attributes = useContentLanguage();
  const { dossier } = index;
  const reorder = (next: string) => {
    const route = { ...listRoute("cast"), ...(next === "name" ? { order: "name" as const } : {}) };
    go(formatHash({ dossier: installed, route }), { replace: true });
  };
  const people = useMemo(() => {
    if (!order) return dossier.people;
    const { compare } = new Intl.Collator(dossier.language);
    return [...dossier.people].sort((a, b) => compare(a.name, b.name));
  }, [dossier, order]);
  return (
    <div class="cast">
      <header class="opening">
        <Title>
          <Text text={dossier.title} />
        </Title>
        {dossier.summary && (
          <p class="summary" {...attributes}>
            <Text text={dossier.summary} />
          </p>
        )}
        <p class="buttons">
          <DossierExport />
          <a class="button" href={href(listRoute("print"))}>
            {t("viewer_print_all")}
          </a>
        </p>
      </header>
      <section aria-labelledby="people">
        <div class="section-head">
          <h2 id="people">
            {t("viewer_cast")} <span class="count">{people.length.toLocaleString(t("locale"))}</span>
          </h2>
          <label class="inline">
            {t("viewer_order")}{" "}
            <select value={order ?? "dossier"} onChange={(event) => reorder(event.currentTarget.value)}>
              <option value="dossier">{t("viewer_order_dossier")}</option>
              <option value="name">{t("viewer_order_name")}</option>
            </select>
          </label>
        </div>
        <Paged name="people" rows={people} as="ul" class="cast-list" row={(person) => <PersonCard person={person} />} />
      </section>
    </div>
  );
}
