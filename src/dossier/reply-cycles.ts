import type { Statement } from "./schema.ts";

export interface ReplyCycle {
  /** Place of the statement that closes the circle. */
  index: number;
  field: string;
  /** At most eight ids, the first again at the end. */
  ids: string[];
}

/** Relations that can only point back in time; "disputes" and "atOddsWith" may be mutual. */
const BACKWARDS = new Set(["answers", "repeats"]);

/**
 * Circles of replies: a statement replies to, answers or repeats something earlier, so going on from reply to reply must come
 * to an end. Depth-first search with a stack of its own; linear. `indexOf`: position of a statement by its id.
 */
export function findReplyCycles(
  statements: readonly (Statement | undefined)[],
  indexOf: (id: string) => number | undefined,
): ReplyCycle[] {
  const state = new Uint8Array(statements.length);
  const cycles: ReplyCycle[] = [];
  for (let start = 0; start < statements.length; start++) {
    if (state[start] !== NEW) continue;
    const path: { index: number; at: number }[] = [{ index: start, at: 0 }];
    state[start] = OPEN;
    while (path.length > 0) {
      const step = path[path.length - 1]!;
      const from = statements[step.index];
      const at = step.at++;
      if (!from || at > from.relations.length) {
        state[step.index] = DONE;
        path.pop();
        continue;
      }
      const target = targetOf(from, at);
      const to = target === undefined ? undefined : indexOf(target);
      if (to === undefined) continue;
      if (state[to] === NEW) {
        state[to] = OPEN;
        path.push({ index: to, at: 0 });
      } else if (state[to] === OPEN) {
        const first = path.findLastIndex((item) => item.index === to);
        const ids = path.slice(first).map((item) => statements[item.index]!.id);
        const told = ids.length > 7 ? [...ids.slice(0, 6), "…"] : ids;
        const field = at === 0 ? "inReplyTo" : `relations[${at - 1}].target`;
        cycles.push({ index: step.index, field, ids: [...told, statements[to]!.id] });
      }
    }
  }
  return cycles;
}

const NEW = 0;
const OPEN = 1;
const DONE = 2;

/** What a statement points back to: 0 is what it replies to, then its relations in turn. One to itself is named elsewhere. */
function targetOf(statement: Statement, at: number): string | undefined {
  if (at === 0) return statement.inReplyTo;
  const { kind, target } = statement.relations[at - 1]!;
  return BACKWARDS.has(kind) && target !== statement.id ? target : undefined;
}
