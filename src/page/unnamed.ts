import type { Tree } from "./blocks.ts";
import type { Run } from "./run.ts";

/** A run whose names have to be asked for. */
export interface Unnamed {
  run: Run;
  tree: Tree;
  /** Its text has changed since, and is read anew. */
  isStale: boolean;
}

/** What has been read but for the names in it: what waits to be asked for, and what an answer is due for. */
export class UnnamedRuns {
  #waiting: Unnamed[] = [];
  readonly #due = new Set<Unnamed>();
  readonly #at = new WeakMap<Node, Unnamed>();

  add(run: Run, tree: Tree): void {
    const unnamed = { run, tree, isStale: false };
    this.#waiting.push(unnamed);
    this.#due.add(unnamed);
    for (const node of run.nodes) this.#at.set(node, unnamed);
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Takes at most `most` runs, of so many characters or a little more, that are to be asked for now. */
  take(characters: number, most: number): Unnamed[] {
    let length = 0;
    const end = this.#waiting.findIndex(({ run }, at) => {
      length += run.text.length;
      return length > characters || at + 1 >= most;
    });
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : end + 1);
  }

  /** Its answer has come. */
  settle(unnamed: Unnamed): void {
    this.#due.delete(unnamed);
    for (const node of unnamed.run.nodes) if (this.#at.get(node) === unnamed) this.#at.delete(node);
  }

  /** The text of this node has changed: an answer for it will be none. */
  outdate(node: Node): void {
    const unnamed = this.#at.get(node);
    if (unnamed) unnamed.isStale = true;
  }

  /** The same for all whose first node is such a one. */
  outdateWhere(isSuch: (node: Node) => boolean): void {
    for (const unnamed of this.#due) if (isSuch(unnamed.run.nodes[0]!)) unnamed.isStale = true;
  }

  /** Everything is read anew. */
  clear(): void {
    this.outdateWhere(() => true);
    this.#waiting = [];
    this.#due.clear();
  }
}
