import type { Page } from "puppeteer";

/** The part of a serialised node, by either protocol, that texts are read from. */
interface SerialisedNode {
  text?: string;
  isHidden: boolean;
  children: SerialisedNode[];
}

/**
 * All text in the card, from inside its closed shadow root, which page scripts cannot reach but the browsers' own
 * protocols can: the DevTools protocol pierces shadow roots, WebDriver BiDi serialises them. Undefined: no card was made.
 */
export async function cardText(page: Page): Promise<string | undefined> {
  const { protocol } = page.browser() as unknown as { protocol?: string };
  const isBidi =
    protocol === "webDriverBiDi" ||
    !("createCDPSession" in page) ||
    (await page.browser().version()).startsWith("firefox");
  const host = isBidi ? await serialiseByBidi(page) : await serialiseByCdp(page);
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
}

async function serialiseByCdp(page: Page): Promise<SerialisedNode | undefined> {
  const cdp = await page.createCDPSession();
  try {
    const { root } = (await cdp.send("DOM.getDocument", { depth: -1, pierce: true })) as unknown as { root: CdpNode };
    const find = (node: CdpNode): CdpNode | undefined => {
      if (node.attributes?.includes("data-dramatis")) return node;
      for (const child of node.children ?? []) {
        const found = find(child);
        if (found) return found;
      }
      return undefined;
    };
    const plain = (node: CdpNode): SerialisedNode => ({
      ...(node.nodeType === 3 ? { text: node.nodeValue } : {}),
      isHidden: node.nodeName === "STYLE" || Boolean(node.attributes?.includes("hidden")),
      children: [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(plain),
    });
    const host = find(root);
    return host && plain(host);
  } finally {
    await cdp.detach();
  }
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

async function serialiseByBidi(page: Page): Promise<SerialisedNode | undefined> {
  const { connection } = page.browser() as unknown as {
    connection: { send(method: string, parameters: unknown): Promise<unknown> };
  };
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
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
