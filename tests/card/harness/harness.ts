/** Runs the card in an ordinary page, without the extension: marks names by a plain search, answers from given views. */
import { start } from "../../../src/card/start.ts";
import type { CardView } from "../../../src/dossier/views.ts";
import type { CardContext } from "../../../src/page/card-context.ts";
import { first } from "../../../src/page/first.ts";
import type { MentionIndex, PageMention } from "../../../src/page/mention-index.ts";
import type { ToPage } from "../../../src/shared/page-messages.ts";

export interface HarnessOptions {
  /** Names to mark, and the views that their cards show. */
  people: Record<string, CardView[]>;
  messages: Record<string, string>;
  openDelay?: number;
  theme?: "auto" | "light" | "dark";
  /** Milliseconds that an answer takes. */
  latency?: number;
  /** Answers with this error instead; `failing`: only these requests. */
  error?: { code: string; details: string[] };
  failing?: string[];
}

export interface Harness {
  handle(message: ToPage): void;
  requests: { type: string; data: unknown }[];
  options: HarnessOptions;
  /** From now on cards are made of these views; the background tells of it as it does after an update. */
  update(views: CardView[]): void;
  stop(): void;
  /** The card's own root, which the harness keeps open to look into. */
  root: ShadowRoot;
}

function makeIndex(options: HarnessOptions): MentionIndex {
  let mentions: PageMention[] = [];
  const listeners = new Set<(removed: ReadonlySet<PageMention>) => void>();
  const scan = () => {
    const found: PageMention[] = [];
    const roots: Node[] = [document];
    for (let root = roots.pop(); root; root = roots.pop()) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Element && node.shadowRoot && !node.matches("[data-dramatis]")) roots.push(node.shadowRoot);
        if (!(node instanceof Text) || node.parentElement?.closest("script, style, [data-dramatis]")) continue;
        for (const [name, views] of Object.entries(options.people)) {
          for (let at = node.data.indexOf(name); at >= 0; at = node.data.indexOf(name, at + 1)) {
            const refs = views.map((view) => view.ref);
            const old = mentions.find((mention) => mention.startNode === node && mention.startOffset === at);
            found.push(
              old ?? {
                startNode: node,
                startOffset: at,
                endNode: node,
                endOffset: at + name.length,
                key: `${refs[0]!.dossier}/${refs[0]!.person}`,
                person: { name: views[0]!.name, refs },
                reason: { type: "full-name" },
              },
            );
          }
        }
      }
    }
    const removed = new Set(mentions.filter((mention) => !found.includes(mention)));
    mentions = found;
    const marks = new Highlight();
    for (const { startNode, startOffset, endNode, endOffset } of found) {
      marks.add(new StaticRange({ startContainer: startNode, startOffset, endContainer: endNode, endOffset }));
    }
    CSS.highlights.set("dramatis-dotted", marks);
    for (const listener of listeners) listener(removed);
  };
  scan();
  new MutationObserver(scan).observe(document, { childList: true, characterData: true, subtree: true });
  return {
    list: () => mentions,
    at: (node, offset) => mentions.find((m) => m.startNode === node && offset >= m.startOffset && offset < m.endOffset),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function begin(options: HarnessOptions): Harness {
  let root: ShadowRoot | undefined;
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    root = attachShadow.call(this, { ...init, mode: "open" });
    return root;
  };
  const requests: Harness["requests"] = [];
  const stopping = new AbortController();
  let all = Object.values(options.people).flat();
  const changed = new Set<(changes: Record<string, unknown>, area: string) => void>();
  const context: CardContext = {
    index: makeIndex(options),
    signal: stopping.signal,
    frame: "f1",
    first: first(),
    shown: (mentions) => [...mentions],
    passOn: () => false,
    place: { host: location.host || "example.org", path: location.pathname },
    state: () =>
      ({ openDelay: options.openDelay ?? 400, theme: options.theme ?? "auto" }) as ReturnType<CardContext["state"]>,
    browser: {
      i18n: {
        getMessage: (key: string, args: string[] = []) =>
          (options.messages[key] ?? "").replace(/\$(\d)/g, (_, n) => args[Number(n) - 1] ?? ""),
      },
      storage: {
        onChanged: {
          addListener: (listener: Parameters<typeof changed.add>[0]) => void changed.add(listener),
          removeListener: (listener: Parameters<typeof changed.add>[0]) => void changed.delete(listener),
        },
      },
      runtime: {
        id: "harness",
        async sendMessage(message: { type: string; data: { refs?: { person: string; dossier: string }[] } }) {
          requests.push(message);
          await new Promise((done) => setTimeout(done, options.latency ?? 0));
          if (options.error && (options.failing?.includes(message.type) ?? true))
            return { ok: false, error: options.error };
          const views = message.data.refs?.flatMap((ref) =>
            all.filter((view) => view.ref.person === ref.person && view.ref.dossier === ref.dossier),
          );
          return { ok: true, value: message.type === "card.get" ? views : null };
        },
      },
    } as unknown as CardContext["browser"],
  };
  const controls = start(context);
  Element.prototype.attachShadow = attachShadow;
  const update = (views: CardView[]) => {
    all = views;
    for (const listener of changed) listener({ publishedFor: {} }, "local");
  };
  return { handle: controls.handle, requests, options, update, stop: () => stopping.abort(), root: root! };
}

Object.assign(globalThis, { beginHarness: begin });
