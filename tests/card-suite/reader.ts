/** What a reader does and sees, from outside: mouse, keyboard, and the one host element. */
import type { Frame, KeyInput, Page } from "puppeteer";
import { boxInside, type Wanted } from "./inside.ts";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** How long a card may take on a busy machine; the delay itself is checked where it matters. */
const PATIENCE = 4000;

/** Polls until `check` gives something; throws `what` when the time is up. */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined | false>,
  limit = PATIENCE,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${limit} ms`);
    await wait(30);
  }
}

export class Reader {
  readonly page: Page;
  /** The document that the name is in. */
  readonly frame: Frame;

  constructor(page: Page, frame: Frame = page.mainFrame()) {
    this.page = page;
    this.frame = frame;
  }

  /** The line boxes of the nth occurrence of a text, looking into open shadow roots; it may be split over elements. */
  linesOf(text: string, nth = 0): Promise<Box[]> {
    return this.frame.evaluate(
      (wanted, index) => {
        const nodes: Text[] = [];
        const collect = (root: Node) => {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node instanceof Element && node.shadowRoot) collect(node.shadowRoot);
            if (node instanceof Text && !node.parentElement?.closest("script, style, title")) nodes.push(node);
          }
        };
        collect(document);
        const joined = nodes.map((node) => node.data).join("");
        let at = -1;
        for (let i = 0; i <= index; i++) at = joined.indexOf(wanted, at + 1);
        if (at < 0) return [];
        const place = (offset: number): [Text, number] => {
          let rest = offset;
          for (const node of nodes) {
            if (rest < node.length || (rest === node.length && offset === at + wanted.length)) return [node, rest];
            rest -= node.length;
          }
          throw new Error("outside the text");
        };
        const range = document.createRange();
        range.setStart(...place(at));
        range.setEnd(...place(at + wanted.length));
        return [...range.getClientRects()]
          .filter((rect) => rect.width > 0)
          .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
      },
      text,
      nth,
    );
  }

  /** Waits until the extension has marked this many names. */
  async marked(least = 1): Promise<void> {
    await until(`${least} marks`, () =>
      this.frame.evaluate((count) => {
        let size = 0;
        for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, { size: number }]>)
          if (name.startsWith("dramatis")) size += highlight.size;
        return size >= count;
      }, least),
    );
  }

  /** Offset of the frame in the page. */
  async origin(): Promise<{ x: number; y: number }> {
    const offset = { x: 0, y: 0 };
    for (let frame = this.frame; frame !== this.page.mainFrame(); frame = frame.parentFrame()!) {
      const element = await frame.frameElement();
      const { x, y } = await element!.evaluate((one) => {
        const { left, top } = one.getBoundingClientRect();
        return { x: left + one.clientLeft, y: top + one.clientTop };
      });
      offset.x += x;
      offset.y += y;
    }
    return offset;
  }

  /** Puts the mouse in the middle of a name (of its nth line box). */
  async point(text: string, { nth = 0, line = 0 } = {}): Promise<Box> {
    const box = (await this.linesOf(text, nth))[line];
    if (!box) throw new Error(`no "${text}" to point at`);
    const { x, y } = await this.origin();
    await this.page.mouse.move(x + (box.left + box.right) / 2, y + (box.top + box.bottom) / 2);
    return box;
  }

  async moveTo(x: number, y: number, steps = 1): Promise<void> {
    const origin = await this.origin();
    await this.page.mouse.move(origin.x + x, origin.y + y, { steps });
  }

  async clickAt(x: number, y: number): Promise<void> {
    const origin = await this.origin();
    await this.page.mouse.click(origin.x + x, origin.y + y);
  }

  /** The box of the card, if one is shown: the host is open, has a size, and is what a click there would hit. */
  card(): Promise<Box | undefined> {
    return this.frame.evaluate(() => {
      const find = (root: Document | ShadowRoot): Element | null => {
        const found = root.querySelector("[data-dramatis]");
        if (found) return found;
        for (const { shadowRoot } of root.querySelectorAll("*")) {
          const inside = shadowRoot && find(shadowRoot);
          if (inside) return inside;
        }
        return null;
      };
      const host = find(document);
      if (!host) return undefined;
      const { left, top, right, bottom, width, height } = host.getBoundingClientRect();
      if (width === 0 || height === 0 || getComputedStyle(host).visibility !== "visible") return undefined;
      const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
      const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
      let hit: Element | null = document.elementFromPoint(x, y);
      while (hit?.shadowRoot) hit = hit.shadowRoot.elementFromPoint(x, y);
      return hit === host ? { left, top, right, bottom } : undefined;
    });
  }

  opened(): Promise<Box> {
    return until("the card opens", () => this.card());
  }

  async closed(limit = PATIENCE): Promise<void> {
    await until("the card closes", async () => !(await this.card()), limit);
  }

  /** Fails when a card shows up within `ms`. */
  async staysClosed(ms = 900): Promise<void> {
    const end = Date.now() + ms;
    while (Date.now() < end) {
      if (await this.card()) throw new Error("a card opened");
      await wait(40);
    }
  }

  /** Fails when the card goes within `ms`. */
  async staysOpen(ms = 700): Promise<void> {
    const end = Date.now() + ms;
    while (Date.now() < end) {
      if (!(await this.card())) throw new Error("the card closed");
      await wait(40);
    }
  }

  viewport(): Promise<Box> {
    return this.frame.evaluate(() => ({
      left: 0,
      top: 0,
      right: document.documentElement.clientWidth || innerWidth,
      bottom: innerHeight,
    }));
  }

  /** The box of an element inside the card (top documents only). */
  within(wanted: Wanted): Promise<Box | undefined> {
    return boxInside(this.page, wanted);
  }

  async chord(hold: KeyInput, key: KeyInput): Promise<void> {
    await this.page.keyboard.down(hold);
    await this.page.keyboard.press(key);
    await this.page.keyboard.up(hold);
  }

  /** The buttons at the upper end of the card: close is last, pin before it (in left-to-right interfaces). */
  async press(button: "pin" | "close"): Promise<void> {
    const card = await this.opened();
    const fromRight = button === "close" ? 24 : 56;
    await this.clickAt(card.right - fromRight, card.top + 26);
  }
}

export function isInside(inner: Box, outer: Box, slack = 1): boolean {
  return (
    inner.left >= outer.left - slack &&
    inner.top >= outer.top - slack &&
    inner.right <= outer.right + slack &&
    inner.bottom <= outer.bottom + slack
  );
}

export function overlap(a: Box, b: Box): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0.5 && height > 0.5;
}
