import { useMemo } from "preact/hooks";
import type { Role } from "../../../dossier/schema.ts";
import { plural, t } from "../../../shared/i18n.ts";
import { safeUrl } from "../../model/citation.ts";
import { type PersonPage as Model, personPage } from "../../model/person.ts";
import { listRoute } from "../../model/router.ts";
import { dateWords, useHref, useView } from "../context.ts";
import { Chronicle } from "../parts/chronicle.tsx";
import { PersonExport, PrintButton } from "../parts/export-button.tsx";
import { Title } from "../parts/heading.tsx";
import { Paged } from "../parts/paged.tsx";
import { PersonLink } from "../parts/person-link.tsx";
import { RoleOf } from "../parts/role.tsx";
import { SourceLine, WebLink } from "../parts/source-line.tsx";
import { StatementArticle } from "../parts/statement.tsx";
import { Text, useContentLanguage } from "../parts/text.tsx";
import { Missing } from "./missing.tsx";

function RoleLine({ role }: { role: Role }) {
  const from = role.from && dateWords(role.from);
  const to = role.to && dateWords(role.to);
  return (
    <>
      <Text text={role.title} />
      {role.org && (
        <span class="org">
          , <Text text={role.org} />
        </span>
      )}
      {(from || to) && <span class="meta"> {t("viewer_from_to", from ?? "", to ?? "").trim()}</span>}
    </>
  );
}

function Roles({ label, roles }: { label: string; roles: Role[] }) {
  if (!roles.length) return null;
  return (
    <>
      <dt>{label}</dt>
      {roles.map((role) => (
        <dd key={`${role.title}${role.org}${role.from?.value}`}>
          <RoleLine role={role} />
        </dd>
      ))}
    </>
  );
}

/** The margin: what one looks up rather than reads. */
function Facts({ page }: { page: Model }) {
  const { spellings } = page;
  const links = page.person.sameAs.flatMap((url) => safeUrl(url) ?? []);
  return (
    <aside class="facts" aria-label={t("viewer_facts")}>
      <dl>
        <Roles label={t("viewer_roles")} roles={page.currentRoles} />
        <Roles label={t("viewer_former_roles")} roles={page.formerRoles} />
        <Roles label={t("viewer_later_roles")} roles={page.laterRoles} />
        {page.people.length > 0 && <dt>{t("viewer_with")}</dt>}
        {page.people.map(({ person: other }) => (
          <dd key={other.id}>
            <PersonLink id={other.id} />
          </dd>
        ))}
        {links.length > 0 && <dt>{t("viewer_elsewhere")}</dt>}
        {links.map((url) => (
          <dd key={url}>
            <WebLink url={url} />
          </dd>
        ))}
      </dl>
      {spellings.length > 0 && (
        <details class="more-on">
          <summary>{plural("viewer_spelling_count", spellings.length)}</summary>
          <p>{spellings.join(" · ")}</p>
        </details>
      )}
    </aside>
  );
}

export function PersonPage({ id }: { id: string }) {
  const { index } = useView();
  const href = useHref();
  const attributes = useContentLanguage();
  const page = useMemo(() => personPage(index, id), [index, id]);
  const chronicle = useMemo(() => (page?.timeline ?? []).map((entry) => ({ ...entry, id: entry.record.id })), [page]);
  if (!page) return <Missing kind="person" id={id} />;
  const { person, statements, about, sources } = page;
  return (
    <div class="person">
      <header class="opening">
        <Title>
          <Text text={person.name} />
        </Title>
        <RoleOf person={person} />
        {person.summary && (
          <p class="summary" {...attributes}>
            <Text text={person.summary} />
          </p>
        )}
        <p class="buttons">
          <a class="button" href={href(listRoute("timeline", { people: [person.id] }))}>
            {t("viewer_on_timeline")}
          </a>
          <PersonExport id={person.id} />
          <PrintButton />
        </p>
      </header>
      <div class="body">
        <section aria-labelledby="said">
          <h2 id="said">
            {t("viewer_statements")} <span class="count">{statements.length}</span>
          </h2>
          {statements.length === 0 && <p class="none">{t("viewer_no_statements")}</p>}
          <Paged
            name="said"
            rows={statements}
            row={(statement) => <StatementArticle statement={statement} level={3} />}
          />
        </section>
        {chronicle.length > 0 && (
          <section aria-labelledby="chronicle">
            <h2 id="chronicle">{t("viewer_timeline")}</h2>
            <Chronicle rows={chronicle} person={id} />
          </section>
        )}
        {about.length > 0 && (
          <section aria-labelledby="about">
            <h2 id="about">
              {t("viewer_said_about")} <span class="count">{about.length}</span>
            </h2>
            <Paged
              name="about"
              rows={about}
              row={(statement) => <StatementArticle statement={statement} level={3} />}
            />
          </section>
        )}
        {sources.length > 0 && (
          <section aria-labelledby="sources">
            <h2 id="sources">{t("viewer_sources")}</h2>
            <Paged name="sources" rows={sources} class="source-list" row={(source) => <SourceLine id={source.id} />} />
          </section>
        )}
      </div>
      <Facts page={page} />
    </div>
  );
}
