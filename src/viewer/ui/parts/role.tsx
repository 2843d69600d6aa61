import { roleOn } from "../../../dossier/role.ts";
import type { Person } from "../../../dossier/schema.ts";
import { t } from "../../../shared/i18n.ts";
import { dateWords, useView } from "../context.ts";
import { Text } from "./text.tsx";

/** What a person was on the day the story is told up to, as the card says it; an office that was over by then says so. */
export function RoleOf({ person }: { person: Person }) {
  const role = roleOn(person, useView().index.dossier.asOf);
  if (!role) return null;
  const { text, until } = role;
  return (
    <p class="role">
      <Text text={until ? t("viewer_role_until", text, dateWords(until, "short")) : text} />
    </p>
  );
}
