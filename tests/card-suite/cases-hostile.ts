import { expect } from "vitest";
import type { SuiteCase } from "./case.ts";
import { type Reader, until, wait } from "./reader.ts";

const TEXT = `<p style="margin-top:60px">Then Jeff Sessions spoke, and Sergey Kislyak listened to him.</p>`;
/** Words that only the card holds. */
const SECRET = "Attorney General";

/**
 * Everything that a page may try by what the web standards give it: handlers of every event on window and document, in
 * both phases, before our code comes; observers; patched methods; the selection; hit tests; serialisers.
 */
const SPY = `<script>
  window.got = new Set();
  window.isOurs = (node) => node.getRootNode() instanceof ShadowRoot && node.getRootNode().host.hasAttribute("data-dramatis");
  window.note = (where, value) => {
    if (value instanceof Node && isOurs(value)) got.add(where + " gives " + value.nodeName);
    if (typeof value === "string" && value.includes("${SECRET.replace(" ", '" + " ')}")) got.add(where + " gives text");
  };
  window.look = (where, event) => {
    note(where + ".target", event.target);
    note(where + ".relatedTarget", event.relatedTarget);
    note(where + ".source", event.source);
    for (const node of event.composedPath()) note(where + ".composedPath", node);
    note(where + " window.event", window.event && window.event.target);
    note(where + " selection", String(getSelection()));
    note(where + " active", document.activeElement);
    note(where + " innerText", document.documentElement.innerText);
    if (event.clipboardData) note(where + " clipboard", event.clipboardData.getData("text/plain"));
    if (!("clientX" in event)) return;
    note("elementFromPoint", document.elementFromPoint(event.clientX, event.clientY));
    for (const node of document.elementsFromPoint(event.clientX, event.clientY)) note("elementsFromPoint", node);
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    note("caretPositionFromPoint", caret && caret.offsetNode);
    const range = document.caretRangeFromPoint?.(event.clientX, event.clientY);
    note("caretRangeFromPoint", range && range.startContainer);
  };
  const names = Object.keys(HTMLElement.prototype).filter((key) => key.startsWith("on")).map((key) => key.slice(2));
  for (const type of [...names, "focusin", "focusout", "beforecopy", "DOMMouseScroll"])
    for (const target of [window, document])
      for (const capture of [true, false]) target.addEventListener(type, (event) => look(event.type, event), capture);
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) for (const node of [target, ...addedNodes]) {
      note("mutation", node); note("mutation text", node.textContent); note("mutation root", node.shadowRoot ?? undefined);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const [owner, name] of [[Element.prototype, "attachShadow"], [Node.prototype, "appendChild"], [Element.prototype, "append"], [Node.prototype, "insertBefore"], [HTMLElement.prototype, "showPopover"], [CSSStyleSheet.prototype, "replaceSync"], [EventTarget.prototype, "addEventListener"], [Document.prototype, "createElement"], [Document.prototype, "createElementNS"]]) {
    const plain = owner[name];
    owner[name] = function (...args) {
      if (window.armed) got.add(name + " called");
      const value = plain.apply(this, args);
      note(name, value); note(name, this); for (const arg of args) note(name, arg);
      return value;
    };
  }
  customElements.define("data-dramatis", class extends HTMLElement {});
  window.armed = true;
</script>`;

const caught = (reader: Reader) => reader.frame.evaluate(() => [...(window as unknown as { got: Set<string> }).got]);

/** What a page can ask of the host element itself. */
function askHost(): Record<string, unknown> {
  const host = document.querySelector<HTMLElement>("[data-dramatis]")!;
  const tries: Record<string, () => unknown> = {
    shadowRoot: () => host.shadowRoot,
    internals: () => host.attachInternals(),
    attachShadow: () => host.attachShadow({ mode: "open" }),
    clone: () => (host.cloneNode(true) as HTMLElement).shadowRoot,
    html: () => host.getHTML({ serializableShadowRoots: true }),
    xml: () => host.childNodes.length || new XMLSerializer().serializeToString(host).includes("Attorney"),
    xpath: () => document.evaluate("//*[contains(., 'Attorney General')]", document, null, 9, null).singleNodeValue,
    selectAll: () => {
      document.execCommand("selectAll");
      const text = String(getSelection());
      getSelection()!.removeAllRanges();
      return text.includes("Attorney General");
    },
    slot: () => {
      const slotted = host.appendChild(document.createElement("b"));
      const found = slotted.assignedSlot;
      slotted.remove();
      return found;
    },
  };
  return Object.fromEntries(
    Object.entries(tries).map(([name, ask]) => {
      try {
        return [name, ask() || null];
      } catch {
        return [name, null];
      }
    }),
  );
}

const harmed = (name: string, harm: (host: HTMLElement) => void, more = ""): SuiteCase => ({
  name,
  page: { body: TEXT + more },
  async run({ reader }) {
    await reader.point("Jeff Sessions");
    const before = await reader.opened();
    await reader.frame.evaluate(`(${harm})(document.querySelector("[data-dramatis]"))`);
    await wait(150);
    const after = await until("back", () => reader.card(), 1500);
    expect(after).toEqual(before);
    await reader.press("pin");
    await reader.moveTo(2, 2);
    await reader.staysOpen(600);
  },
});

/** Pages that try to read the card, or to take, move, hide or restyle its host. */
export const HOSTILE_CASES: SuiteCase[] = [
  {
    name: "a page that listens, watches and patches everything learns nothing of the card",
    page: { body: SPY + TEXT },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      const card = await reader.opened();
      await reader.moveTo(card.left + 60, card.top + 40, 4);
      await reader.moveTo(card.left + 200, card.top + 150, 6);
      await reader.page.mouse.wheel({ deltaY: 60 });
      await reader.press("pin");
      for (let i = 0; i < 4; i++) await reader.page.keyboard.press("Tab");
      await reader.page.keyboard.press("x");
      await reader.page.mouse.click(card.left + 200, card.top + 150, { button: "right" });
      await reader.page.keyboard.press("Escape");
      await reader.moveTo(2, 2, 4);
      expect(await caught(reader)).toEqual([]);
    },
  },
  {
    name: "the host gives nothing away",
    // From the first frame on: what moves when the card comes is over soon.
    page: {
      body: `${TEXT}<script>var moving = [], looks = 0; (function look() {
  const host = document.querySelector("[data-dramatis]");
  if (host) { looks++; moving.push(...host.getAnimations({ subtree: true }), ...document.getAnimations()); }
  requestAnimationFrame(look);
})();</script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      const seen = await until("looks at the host", () =>
        reader.frame.evaluate(() => {
          const world = globalThis as unknown as { looks: number; moving: unknown[] };
          return world.looks > 5 && { moving: world.moving.length };
        }),
      );
      expect(seen).toEqual({ moving: 0 });
      const answers = await reader.frame.evaluate(askHost);
      expect(Object.entries(answers).filter(([, value]) => value !== null)).toEqual([]);
    },
  },
  harmed("comes back, with its looks, from another document", (host) => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    frame.contentDocument!.body.append(host);
  }),
  harmed("comes back when it is replaced by a copy", (host) => {
    const copy = host.cloneNode(true) as HTMLElement;
    copy.removeAttribute("data-dramatis");
    host.replaceWith(copy);
  }),
  harmed("comes back when it is put into a hidden box", (host) => {
    const box = document.body.appendChild(document.createElement("div"));
    box.style.display = "none";
    box.append(host);
  }),
  harmed("comes back when its marks are taken and its style is rewritten", (host) => {
    host.removeAttribute("data-dramatis");
    host.setAttribute("style", "position:absolute!important;left:-9999px!important");
    host.setAttribute("popover", "auto");
    document.documentElement.append(Object.assign(document.createElement("div"), { id: "copy" }));
    host.dataset.dramatis = "";
  }),
  {
    name: "under rules that are aimed at it, in layers and animations",
    page: {
      body: `<style>
        @layer evil { [data-dramatis] { all: initial !important; opacity: 0 !important; display: none !important } }
        @keyframes evil { to { opacity: 0; transform: translateX(-2000px) } }
        html > div, [popover], div[data-dramatis] { animation: evil .1s forwards !important; transition: all 9s !important; offset-path: path("M 0 0 L 900 900") !important; offset-distance: 100% !important; clip-path: circle(0) !important; zoom: 3 !important; content-visibility: hidden !important; -webkit-text-fill-color: transparent !important; position-area: top left !important; interactivity: inert !important; user-select: none !important; direction: rtl !important; }
        * { pointer-events: none !important } p { pointer-events: auto !important }
      </style>${TEXT}`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      const card = await reader.opened();
      expect(card.right - card.left).toBeGreaterThan(370);
      expect(card.right - card.left).toBeLessThan(400);
      await reader.press("pin");
      await reader.moveTo(2, 2);
      await reader.staysOpen(800);
    },
  },
  {
    name: "under a policy that demands trusted types",
    page: {
      body: TEXT,
      headers: {
        "content-security-policy":
          "require-trusted-types-for 'script'; trusted-types 'none'; script-src 'none'; frame-src 'none'; img-src 'none'",
      },
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
    },
  },
  {
    name: "on a page that holds the focus and eats keys, the keyboard still works in the card",
    page: {
      body: `<input id="field">${TEXT}<script>
        const field = document.querySelector("#field"); field.focus();
        document.addEventListener("focusin", (event) => event.target !== field && field.focus());
        field.addEventListener("blur", () => setTimeout(() => document.activeElement === document.body && field.focus()));
        for (const type of ["keydown", "keyup", "keypress"]) document.addEventListener(type, (event) => { event.preventDefault(); event.stopPropagation(); }, true);
      </script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.press("pin");
      await reader.page.keyboard.press("Tab");
      await wait(150);
      expect(await reader.frame.evaluate(() => document.activeElement?.hasAttribute("data-dramatis"))).toBe(true);
      // The next stop after the pin is the close button.
      await reader.page.keyboard.press("Enter");
      await reader.closed(1000);
    },
  },
  {
    name: "a page that removes the host for ever does not hang",
    page: {
      body: `${TEXT}<script>var removed = 0; new MutationObserver(() => {
  const host = document.querySelector("[data-dramatis]");
  if (host) { removed++; host.remove(); }
}).observe(document.documentElement, { childList: true, subtree: true })</script>`,
    },
    async run({ reader }) {
      const removed = () => reader.frame.evaluate(() => (globalThis as unknown as { removed: number }).removed);
      await reader.point("Jeff Sessions");
      await until("the fight", async () => (await removed()) > 3);
      await wait(1500);
      // Bounded: 20 a second, and the first.
      expect(await removed()).toBeLessThan(150);
      const late = await reader.frame.evaluate(async () => {
        const before = performance.now();
        await new Promise((done) => setTimeout(done, 20));
        return performance.now() - before;
      });
      expect(late).toBeLessThan(500);
    },
  },
  {
    name: "comes back when a page that has removed it all the time gives up",
    page: {
      body: `<p style="margin:60px 20px">Then Jeff Sessions spoke.</p><script>let since = 0;
(function remove() {
  const host = document.querySelector("[data-dramatis]");
  if (host) since ||= performance.now();
  if (host && performance.now() - since < 1000) host.remove();
  requestAnimationFrame(remove);
})();</script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await wait(1500);
      await reader.opened();
      await reader.staysOpen(300);
    },
  },
  {
    name: "on a page that keeps all pointers, clicks and keys from everybody else",
    page: {
      body: `<script>for (const type of ["pointermove", "mousemove", "pointerdown", "mousedown", "pointerup", "mouseup", "click", "keydown", "keyup"])
  addEventListener(type, (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true);</script>${TEXT}`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.press("close");
      await reader.closed(1000);
      await reader.moveTo(900, 700, 3);
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.page.keyboard.press("Escape");
      await reader.closed(1000);
    },
  },
  {
    name: "handlers on the window that were there first hear nothing of presses and keys in the card",
    page: {
      body: `<script>globalThis.heard = [];
for (const type of ["pointermove", "pointerdown", "mousedown", "pointerup", "mouseup", "click", "keydown", "keyup"])
  addEventListener(type, () => heard.push(type), true);</script>${TEXT}`,
    },
    async run({ reader }) {
      const heard = () =>
        reader.frame.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0).join(" "));
      await reader.point("Jeff Sessions");
      const card = await reader.opened();
      await reader.moveTo(card.left + 60, card.top + 26, 4);
      await wait(200);
      expect(await heard()).not.toBe("");
      await reader.press("pin");
      await reader.page.keyboard.press("Enter");
      await reader.page.keyboard.press("Tab");
      await wait(200);
      await reader.opened();
      expect(await heard()).toBe("");
    },
  },
];
