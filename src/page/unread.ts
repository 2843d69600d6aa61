import { isShadow, nodeType, parentOf } from "./dom.ts";
import { isUnread } from "./tags.ts";

/**
 * Whether text stands where no name is marked (fields, editors, scripts, at any depth and through shadow roots). Answers
 * are remembered for one slice of work only: attributes may change between two.
 */
export class Unread {
  #known = new Map<Node, boolean>();

  forget(): void {
    if (this.#known.size > 0) this.#known = new Map();
  }

  has(node: Node): boolean {
    const path: Node[] = [];
    let answer = false;
    for (let at = parentOf(node); at; at = isShadow(at) ? at.host : parentOf(at)) {
      const known = this.#known.get(at);
      if (known !== undefined) {
        answer = known;
        break;
      }
      path.push(at);
      if (nodeType(at) === 1 && isUnread(at)) {
        answer = true;
        break;
      }
    }
    for (const element of path) this.#known.set(element, answer);
    return answer;
  }
}
