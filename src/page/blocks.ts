import type { Candidate } from "../detect/index.ts";
import { isConnected, isShadow, precedes, treeOf } from "./dom.ts";
import type { Mark } from "./marks.ts";
import type { RunReader } from "./run.ts";

/** A document or an open shadow root, and the blocks found in it. */
export interface Tree {
  root: Node;
  reader: RunReader;
  /** In document order. */
  blocks: Block[];
}

/** A run that holds candidates. Runs without are not kept. */
export interface Block {
  tree: Tree;
  nodes: Text[];
  starts: number[];
  candidates: Candidate[];
  marks: Mark[];
  /** When its place was read: mostly those before it on the page were read before it. */
  order: number;
  /** The pass of `ordered` that saw it last; -1 once it has been dropped. */
  pass: number;
}

/** All blocks of a page: by node, and in the order in which a reader meets them. */
export class Blocks {
  readonly trees = new Map<Node, Tree>();
  readonly #byNode = new WeakMap<Node, Block[]>();
  #pass = 0;
  /** False when blocks may have moved within the page. */
  sorted = true;

  /** Blocks with candidates that touch this text node. */
  at(node: Node): readonly Block[] {
    return this.#byNode.get(node) ?? [];
  }

  add(block: Block): void {
    const { blocks } = block.tree;
    blocks.splice(place(blocks, block.nodes[0]!, block.order), 0, block);
    for (const node of block.nodes) {
      const others = this.#byNode.get(node);
      if (others) others.push(block);
      else this.#byNode.set(node, [block]);
    }
  }

  /** Forgets a block; `compact` takes it out of its tree's list. */
  drop(block: Block): void {
    block.pass = -1;
    for (const node of block.nodes) {
      const others = this.#byNode.get(node)?.filter((other) => other !== block) ?? [];
      if (others.length > 0) this.#byNode.set(node, others);
      else this.#byNode.delete(node);
    }
  }

  /** Takes dropped blocks out of the lists. */
  compact(): void {
    for (const tree of this.trees.values()) tree.blocks = tree.blocks.filter((block) => block.pass >= 0);
  }

  /** Blocks of which a node has left the page, or its tree. */
  *gone(): Generator<Block> {
    for (const { root, blocks } of this.trees.values()) {
      const isHere = isConnected(root);
      for (const block of blocks)
        if (block.pass >= 0 && !(isHere && block.nodes.every((node) => treeOf(node) === root))) yield block;
    }
  }

  /** Forgets shadow roots whose hosts have left the page: they are read anew if they come back. */
  prune(): void {
    for (const root of this.trees.keys()) if (!isConnected(root)) this.trees.delete(root);
  }

  /**
   * All blocks of the page, those of a shadow root where its host stands. Blocks of a shadow root whose host has left
   * the page are not among them: their `pass` is behind.
   */
  ordered(): Block[] {
    const pass = ++this.#pass;
    if (!this.sorted) for (const { blocks } of this.trees.values()) blocks.sort(byPlace);
    this.sorted = true;
    const inside = new Map<Node, Tree[]>();
    for (const tree of this.trees.values()) {
      if (tree.blocks.length === 0) continue;
      for (let own: Tree | undefined = tree; own && isShadow(own.root); ) {
        const outer = treeOf(own.root.host);
        const trees = inside.get(outer) ?? [];
        if (trees.includes(own)) break;
        trees.push(own);
        inside.set(outer, trees);
        own = this.trees.get(outer);
      }
    }
    const all: Block[] = [];
    const visit = (tree: Tree): void => {
      const trees = inside.get(tree.root) ?? [];
      const hosts = trees.map((inner) => ({ inner, host: (inner.root as ShadowRoot).host }));
      hosts.sort((a, b) => (precedes(a.host, b.host) ? -1 : 1));
      let from = 0;
      for (const { inner, host } of hosts) {
        const to = place(tree.blocks, host, Number.POSITIVE_INFINITY);
        all.push(...tree.blocks.slice(from, to));
        visit(inner);
        from = to;
      }
      all.push(...tree.blocks.slice(from));
    };
    const top = this.trees.get(document);
    if (top) visit(top);
    for (const block of all) block.pass = pass;
    return all;
  }
}

const byPlace = (a: Block, b: Block): number => (precedes(a.nodes[0]!, b.nodes[0]!) ? -1 : 1);

/**
 * Where a node belongs in a list of blocks of its tree: mostly where it was read. Asking the document is dear where a
 * block is far away, so the list is searched that way only where it does not belong there.
 */
function place(blocks: readonly Block[], node: Node, order: number): number {
  const guess = search(blocks, (block) => block.order < order);
  const [before, after] = [blocks[guess - 1]?.nodes[0], blocks[guess]?.nodes[0]];
  if ((!before || precedes(before, node)) && (!after || after === node || precedes(node, after))) return guess;
  return search(blocks, (block) => precedes(block.nodes[0]!, node));
}

/** How many blocks are before a place. */
function search(blocks: readonly Block[], isBefore: (block: Block) => boolean): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(blocks[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
