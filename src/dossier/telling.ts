import { compareDates } from "./dates.ts";
import type { Statement } from "./schema.ts";

/**
 * The order of statements on a card, "latest and most telling first": what is quoted word for word and what stands in relation to
 * something else (either way) count one point each; more points first, then the later date, undated last, then the id, so that
 * the order is always the same.
 */
export function compareTelling(pointingTo: ReadonlyMap<string, unknown>): (one: Statement, other: Statement) => number {
  const points = (statement: Statement): number =>
    Number(statement.quote !== undefined) + Number(statement.relations.length > 0 || pointingTo.has(statement.id));
  return (one, other) =>
    points(other) - points(one) || latestFirst(one, other) || (one.id < other.id ? -1 : Number(one.id > other.id));
}

function latestFirst(one: Statement, other: Statement): number {
  return one.date && other.date ? compareDates(other.date, one.date) : compareDates(one.date, other.date);
}
