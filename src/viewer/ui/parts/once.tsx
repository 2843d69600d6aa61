import type { ComponentChildren, VNode } from "preact";
import { useMemo } from "preact/hooks";

interface Props<T> {
  of: T;
  row(of: T): ComponentChildren;
}

/**
 * A row that is rendered once and kept for as long as it stands for the same record: a list that grows by a few rows
 * would render all those before them with each step. What `row` makes must depend on the record and contexts alone.
 */
export function Once<T>({ of, row }: Props<T>): VNode {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `row` is a new function with each rendering
  return useMemo(() => <>{row(of)}</>, [of]);
}
