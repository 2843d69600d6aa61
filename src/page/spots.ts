import type { Postponed } from "./postponed.ts";
import { nodeAt, PIECE, type Run } from "./run.ts";
import type { Spotter } from "./spotter.ts";

/** The places of a page where somebody may be named: when they were come upon, and which may wait. */
export class Spots {
  readonly #spotter: Pick<Spotter, "each" | "isStranger">;
  readonly #postponed: Postponed;
  readonly #orders = new WeakMap<Node, number>();
  #read = 0;

  constructor(spotter: Pick<Spotter, "each" | "isStranger">, postponed: Postponed) {
    this.#spotter = spotter;
    this.#postponed = postponed;
  }

  /**
   * Calls back with the nodes of a text in which somebody may be named, some of them again, in no order. Where there are
   * but strangers, they are postponed.
   */
  read({ text, nodes, starts }: Run, found: (node: Text) => void): void {
    const read = this.#read;
    this.#read += nodes.length;
    this.#spotter.each(text, (start, word) => {
      const at = nodeAt(starts, start);
      const node = nodes[at]!;
      if (!this.#orders.has(node)) this.#orders.set(node, read + at);
      if (!this.#isStranger(start, word, node, starts[at]!) || !this.#postponed.add(word, node)) found(node);
    });
  }

  #isStranger(start: number, word: string, node: Text, from: number): boolean {
    const { isStranger } = this.#spotter;
    if (!isStranger) return false;
    // A huge node would be read anew as a whole; and Firefox copies all of it whenever it is asked for.
    return node.length <= PIECE && isStranger(node.data, start - from, word);
  }

  /** These surnames, in the forms under which they are filed, stand for somebody: the nodes that are to be read now. */
  use(surnames: readonly string[]): Set<Node> {
    return this.#postponed.use(surnames);
  }

  /** Of nodes that follow one another, when the first of them was come upon: a number that grows. */
  orderOf(nodes: readonly Node[]): number {
    return Math.min(...nodes.map((node) => this.#orders.get(node) ?? this.#read));
  }
}
