import type { DossierDate, Person, Role } from "./schema.ts";

export interface RoleAt {
  /** "Attorney General, Department of Justice" */
  text: string;
  /** Set when the role had ended by then. */
  until?: DossierDate;
}

/**
 * What a person was on a day (YYYY-MM-DD): of the roles held then the one begun last, roles without a beginning in the order
 * of the file; when none was held any more, the one that ended last. A role is held through the whole of a month or year that
 * its end names.
 */
export function roleOn(person: Person, day: string): RoleAt | undefined {
  const begun = person.roles.filter((role) => hasBegun(role, day));
  const held = begun.filter((role) => !hasEnded(role, day));
  const role = latest(held, (item) => item.from?.value) ?? latest(begun, (item) => item.to?.value);
  if (!role) return undefined;
  const text = role.org ? `${role.title}, ${role.org}` : role.title;
  return held.includes(role) ? { text } : { text, until: role.to! };
}

/** Whether a role had begun by a day (YYYY-MM-DD); one without a beginning always had. */
export function hasBegun({ from }: Role, day: string): boolean {
  return !from || from.value <= day.slice(0, from.value.length);
}

/** Whether a role was over by a day (YYYY-MM-DD). */
export function hasEnded({ to }: Role, day: string): boolean {
  return to !== undefined && to.value < day.slice(0, to.value.length);
}

function latest(roles: readonly Role[], dateOf: (role: Role) => string | undefined): Role | undefined {
  let best = roles[0];
  for (const role of roles) {
    if ((dateOf(role) ?? "") > ((best && dateOf(best)) ?? "")) best = role;
  }
  return best;
}
