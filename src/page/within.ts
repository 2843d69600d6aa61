import { isShadow, parentOf } from "./dom.ts";

/**
 * A test whether a node stands in (or is) one of `elements`, where shadow roots stand below their hosts. What it has
 * found out of an ancestor it remembers, so many nodes cost no more than the ancestors they have between them. Good as
 * long as nothing moves.
 */
export function within(elements: ReadonlySet<Node>): (node: Node) => boolean {
  const known = new Map<Node, boolean>();
  return (node) => {
    const path: Node[] = [];
    let answer = false;
    for (let at: Node | null = node; at; at = parentOf(at) ?? (isShadow(at) ? at.host : null)) {
      answer = known.get(at) ?? elements.has(at);
      path.push(at);
      if (answer || known.has(at)) break;
    }
    for (const one of path) known.set(one, answer);
    return answer;
  };
}
