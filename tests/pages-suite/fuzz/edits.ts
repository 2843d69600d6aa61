/**
 * Edits the page at random, the way pages do, in bursts with pauses between them; the same seed does the same. Runs in
 * the page, so it stands alone.
 */
export async function editAtRandom(seed: number, edits: number): Promise<void> {
  let state = seed;
  /** Mulberry32: a whole number below `limit`. */
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
  const one = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const TEXTS =
    "Adam |Schiff|Sch|iff|Adam Schiff|Nancy Pelosi|Attorney General Jeff Sessions|Sessions|Pelosi| |word |er|, |. |Warren |Elizabeth |Buffett |-|Mike |Pence".split(
      "|",
    );
  const TAGS = ["div", "section", "span", "b", "i", "u", "em"];
  const root = document.querySelector("#root")!;
  const all = (show: number): Node[] => {
    const walker = document.createTreeWalker(root, show);
    const nodes: Node[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  /** Void elements hold no text in HTML. */
  const isVoid = (node: Node) => /^(br|wbr|img)$/i.test(node.nodeName);
  const element = () => one([root, ...all(1).filter((node) => !isVoid(node))]) as Element;
  const node = () => one(all(5)) as (Text | Element) | undefined;
  const text = () => one(all(4)) as Text | undefined;
  const put = (what: Node, where = element()) => {
    if (!what.contains(where)) where.insertBefore(what, one([null, ...where.childNodes]));
  };
  const html = () => `<${one(TAGS)}>`.replace(/<(\w+)>/, (_, tag) => `<${tag}>${one(TEXTS)}</${tag}>${one(TEXTS)}`);
  const EDITS: (() => void)[] = [
    () => put(document.createTextNode(one(TEXTS))),
    () => put(document.createTextNode(one(TEXTS))),
    () => {
      const fresh = document.createElement(one(TAGS));
      fresh.textContent = one(TEXTS);
      put(fresh);
    },
    () => node()?.remove(),
    () => {
      const moved = node();
      if (moved) put(moved);
    },
    () => {
      const changed = text();
      if (changed) changed.data = one(TEXTS);
    },
    () => {
      const changed = text();
      if (changed) changed.insertData(below(changed.length + 1), one(TEXTS));
    },
    () => {
      const cut = text();
      if (cut?.length) cut.deleteData(below(cut.length), 1 + below(4));
    },
    () => {
      const split = text();
      if (split?.length) split.splitText(below(split.length));
    },
    () => element().normalize(),
    () => {
      const wrapped = node();
      const wrapper = document.createElement(one(TAGS));
      wrapped?.replaceWith(wrapper);
      if (wrapped) wrapper.append(wrapped);
    },
    () => {
      const gone = node();
      if (gone instanceof Element) gone.replaceWith(...gone.childNodes);
    },
    () => {
      const filled = element();
      if (filled !== root || below(4) === 0) filled.innerHTML = html() + html();
    },
    () => put(document.createComment("x")),
    () => put(document.createElement(one(["br", "wbr", "img"]))),
    () => {
      const toggled = element();
      if (toggled !== root) toggled.toggleAttribute("contenteditable");
    },
    () => {
      const cloned = node();
      if (cloned) put(cloned.cloneNode(true));
    },
    () => element().append(html()),
  ];
  for (let done = 0; done < edits; done++) {
    one(EDITS)();
    const pause = below(12);
    if (pause === 0) await new Promise((next) => setTimeout(next, below(60)));
    else if (pause === 1) await new Promise((next) => requestAnimationFrame(next));
    else if (pause === 2) await Promise.resolve();
    // Some text must be left to edit, and not too much.
    if (!root.firstChild) root.innerHTML = "<div>Adam Schiff met <b>Nancy Pelosi</b>.</div>";
    if (all(5).length > 150) root.lastChild!.remove();
  }
}
