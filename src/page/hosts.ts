import { isShadow, nodeType, shadowRootOf, walk } from "./dom.ts";

/**
 * Elements below (and at) `root` that have an open shadow root, one slice at a time: yields found roots, and undefined
 * where the caller may look at the clock. Attaching a root is no mutation that an observer sees, so this is done again
 * from time to time.
 */
export function* findHosts(root: Node): Generator<ShadowRoot | undefined, void> {
  const walker = walk(root, 1);
  let count = 0;
  for (let node: Node | null = nodeType(root) === 1 ? root : walker.nextNode(); node; node = walker.nextNode()) {
    const shadow = shadowRootOf(node);
    if (shadow !== null && isShadow(shadow)) yield shadow;
    if ((++count & 255) === 0) yield undefined;
  }
}
