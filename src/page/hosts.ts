import { isShadow, nodeType, shadowRootOf, walk } from "./dom.ts";

/**
 * Elements below (and at) `root` that have an open shadow root, one slice at a time: yields found roots, and undefined
 * where the caller may look at the clock. Attaching a root is no mutation that an observer sees, so this is done again
 * from time to time.
 */
export function* findHosts(root: Node): Generator<ShadowRoot | undefined, void> {
  const walker = walk(root, 1);
  let count = 0;
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    if (nodeType(node) === 1) {
      const shadow = shadowRootOf(node);
      if (shadow && isShadow(shadow)) yield shadow;
    }
    if (++count % 256 === 0) yield undefined;
  }
}
