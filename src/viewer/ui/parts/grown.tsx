import type { ComponentChildren, VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Once } from "./once.tsx";

/** Records added to the document per task: together well below a long one (50 ms), also on a slow machine. */
const SLICE = 5;
/**
 * Rows to an element. When some are added Preact goes through all that stands beside them, down to elements: so it goes
 * through these, and not through thousands of rows.
 */
const CHUNK = 200;

/** How many of `total` records may be rendered by now: a few more with each task, so that nothing freezes. */
export function useGrowing(total: number): number {
  const [shown, setShown] = useState(SLICE);
  useEffect(() => {
    if (shown >= total) return;
    const timer = setTimeout(() => setShown(shown + SLICE), 0);
    return () => clearTimeout(timer);
  }, [shown, total]);
  return Math.min(shown, total);
}

interface ListProps<T extends { id: string }> {
  rows: readonly T[];
  /** How many of them are to be there by now. */
  shown: number;
  row(row: T): ComponentChildren;
  as: "div" | "dl" | "ul";
  class?: string;
}

/** The first rows of a list that grows to any length, in elements of some hundred each; every row is rendered once. */
export function Grown<T extends { id: string }>({ rows, shown, ...rest }: ListProps<T>) {
  const most = Math.min(shown, rows.length);
  const chunks: VNode[] = [];
  for (let from = 0; from < most; from += CHUNK) {
    chunks.push(<Chunk key={from} rows={rows} from={from} to={Math.min(from + CHUNK, most)} {...rest} />);
  }
  return <>{chunks}</>;
}

interface ChunkProps<T extends { id: string }> extends Omit<ListProps<T>, "shown"> {
  from: number;
  to: number;
}

function Chunk<T extends { id: string }>({ rows, from, to, row, as: List, ...rest }: ChunkProps<T>) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `row` is a new function with each rendering
  return useMemo(
    () => (
      <List {...rest}>
        {rows.slice(from, to).map((one) => (
          <Once key={one.id} of={one} row={row} />
        ))}
      </List>
    ),
    [rows, from, to],
  );
}
