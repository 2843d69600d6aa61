import type { CDPSession, Frame, Page } from "puppeteer";

/** The part of a serialised node, by either protocol, that texts are read from. */
interface SerialisedNode {
  text?: string;
  isHidden: boolean;
  children: SerialisedNode[];
}

/**
 * All text in the card, from inside its closed shadow root, which page scripts cannot reach but the browsers' own
 * protocols can: the DevTools protocol pierces shadow roots, WebDriver BiDi serialises them. Undefined: no card was made.
 * `frame`: the document that the card is in.
 */
export async function cardText(page: Page, frame: Frame = page.mainFrame()): Promise<string | undefined> {
  const { protocol } = page.browser() as unknown as { protocol?: string };
  const isBidi =
    protocol === "webDriverBiDi" ||
    !("createCDPSession" in page) ||
    (await page.browser().version()).startsWith("firefox");
  const host = isBidi ? await serialiseByBidi(page, frame) : await serialiseByCdp(frame);
  if (!host) return undefined;
  const words: string[] = [];
  (function collect(node: SerialisedNode) {
    if (node.isHidden) return;
    if (node.text !== undefined) words.push(node.text);
    node.children.forEach(collect);
  })(host);
  return words.join(" ").replace(/\s+/g, " ").trim();
}

interface CdpNode {
  nodeName: string;
  nodeType: number;
  nodeValue: string;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
  /** Of a frame: its id, and its document where that is in the same process. */
  frameId?: string;
  contentDocument?: CdpNode;
}

async function serialiseByCdp(frame: Frame): Promise<SerialisedNode | undefined> {
  // The session of the process that the frame is in; its root is the frame's own document or one further out.
  const { client, _id: id } = frame as unknown as { client: CDPSession; _id: string };
  const { root } = (await client.send("DOM.getDocument", { depth: -1, pierce: true })) as unknown as { root: CdpNode };
  const find = (node: CdpNode, test: (node: CdpNode) => boolean, frames: boolean): CdpNode | undefined => {
    if (test(node)) return node;
    for (const child of [
      ...(node.children ?? []),
      ...((frames && node.contentDocument && [node.contentDocument]) || []),
    ]) {
      const found = find(child, test, frames);
      if (found) return found;
    }
    return undefined;
  };
  const plain = (node: CdpNode): SerialisedNode => ({
    ...(node.nodeType === 3 ? { text: node.nodeValue } : {}),
    isHidden: node.nodeName === "STYLE" || Boolean(node.attributes?.includes("hidden")),
    children: [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(plain),
  });
  const document = find(root, ({ frameId, contentDocument }) => frameId === id && contentDocument !== undefined, true);
  const host = find(
    document?.contentDocument ?? root,
    (node) => node.attributes?.includes("data-dramatis") ?? false,
    false,
  );
  return host && plain(host);
}

interface BidiNode {
  value?: {
    nodeType: number;
    nodeValue?: string;
    localName?: string;
    attributes?: Record<string, string>;
    children?: BidiNode[];
    shadowRoot?: BidiNode | null;
  };
}

async function serialiseByBidi(page: Page, frame: Frame): Promise<SerialisedNode | undefined> {
  const { connection } = page.browser() as unknown as {
    connection: { send(method: string, parameters: unknown): Promise<unknown> };
  };
  const { _id: context } = frame as unknown as { _id: string };
  const { result } = (await connection.send("script.evaluate", {
    expression: "document.querySelector('[data-dramatis]')",
    target: { context },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 50, includeShadowTree: "all" },
  })) as { result: { result: BidiNode & { type: string } } };
  const plain = ({ value }: BidiNode): SerialisedNode => ({
    ...(value?.nodeType === 3 ? { text: value.nodeValue ?? "" } : {}),
    isHidden: value?.localName === "style" || "hidden" in (value?.attributes ?? {}),
    children: [...(value?.shadowRoot ? [value.shadowRoot] : []), ...(value?.children ?? [])].map(plain),
  });
  return result.result.type === "node" ? plain(result.result) : undefined;
}
