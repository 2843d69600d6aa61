import { lookupForms } from "../detect/forms.ts";

/** Places kept before those that have left the page are looked for. */
const FIRST_LIMIT = 2_000;

/**
 * Strangers' names that need not be read before somebody of the cast with that surname is named on the page: with many
 * thousand names most pages name strangers, and nobody else, whose surnames somebody has.
 */
export class Postponed {
  readonly #nodes = new Map<string, Set<Node>>();
  /** Surnames that stand for somebody of the cast: their strangers are read at once. */
  readonly #used = new Set<string>();
  #count = 0;
  #limit = FIRST_LIMIT;
  readonly #isThere: (node: Node) => boolean;

  /** `isThere`: whether a node is on the page still. */
  constructor(isThere: (node: Node) => boolean) {
    this.#isThere = isThere;
  }

  /** Notes a stranger of that surname; false: it has to be read now. */
  add(word: string, node: Node): boolean {
    const forms = lookupForms(word);
    if (forms.some((form) => this.#used.has(form))) return false;
    for (const form of forms) {
      const nodes = this.#nodes.get(form) ?? new Set();
      this.#nodes.set(form, nodes.add(node));
    }
    if (++this.#count > this.#limit) this.#prune();
    return true;
  }

  /** These surnames, in the forms under which they are filed, stand for somebody: the nodes that are to be read now. */
  use(forms: Iterable<string>): Set<Node> {
    const woken = new Set<Node>();
    for (const form of forms) {
      this.#used.add(form);
      for (const node of this.#nodes.get(form) ?? []) woken.add(node);
      this.#nodes.delete(form);
    }
    return woken;
  }

  #prune(): void {
    this.#count = 0;
    for (const [form, nodes] of this.#nodes) {
      for (const node of nodes) if (!this.#isThere(node)) nodes.delete(node);
      this.#count += nodes.size;
      if (nodes.size === 0) this.#nodes.delete(form);
    }
    this.#limit = Math.max(FIRST_LIMIT, this.#count * 2);
  }
}
