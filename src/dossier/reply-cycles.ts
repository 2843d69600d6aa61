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
 * to an end. Depth-first search with a stack of its own; linear.
 */
export function findReplyCycles(statements: readonly (Statement | undefined)[]): ReplyCycle[] {
  const indexOf = new Map(statements.map((statement, index) => [statement?.id, index]));
  const edges = statements.map((statement) => (statement ? edgesOf(statement, indexOf) : []));
  const state = new Uint8Array(statements.length);
  const cycles: ReplyCycle[] = [];
  for (let start = 0; start < statements.length; start++) {
    if (state[start] !== NEW) continue;
    const path: { index: number; at: number }[] = [{ index: start, at: 0 }];
    state[start] = OPEN;
    while (path.length > 0) {
      const step = path[path.length - 1]!;
      const edge = edges[step.index]![step.at++];
      if (!edge) {
        state[step.index] = DONE;
        path.pop();
      } else if (state[edge.to] === OPEN) {
        const from = path.findLastIndex((item) => item.index === edge.to);
        const ids = path.slice(from).map((item) => statements[item.index]!.id);
        const told = ids.length > 7 ? [...ids.slice(0, 6), "…"] : ids;
        cycles.push({ index: step.index, field: edge.field, ids: [...told, statements[edge.to]!.id] });
      } else if (state[edge.to] === NEW) {
        state[edge.to] = OPEN;
        path.push({ index: edge.to, at: 0 });
      }
    }
  }
  return cycles;
}

const NEW = 0;
const OPEN = 1;
const DONE = 2;

function edgesOf(statement: Statement, indexOf: Map<string | undefined, number>): { to: number; field: string }[] {
  const targets = [{ id: statement.inReplyTo, field: "inReplyTo" }];
  for (const [index, relation] of statement.relations.entries()) {
    // A relation to itself is named on its own.
    if (BACKWARDS.has(relation.kind) && relation.target !== statement.id) {
      targets.push({ id: relation.target, field: `relations[${index}].target` });
    }
  }
  return targets.flatMap(({ id, field }) => {
    const to = id === undefined ? undefined : indexOf.get(id);
    return to === undefined ? [] : [{ to, field }];
  });
}
