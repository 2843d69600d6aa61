/** Looks into the card's closed root as the browsers' own protocols can; pages cannot. Top documents only. */
import type { Page } from "puppeteer";
import type { Box } from "./reader.ts";

/** An element inside the card, found by what its tag and attributes are. */
export interface Wanted {
  tag?: string;
  /** Attribute values that it must have. */
  with?: Record<string, string>;
}

interface CdpNode {
  nodeId: number;
  backendNodeId: number;
  nodeName: string;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
}

interface BidiNode {
  sharedId?: string;
  value?: {
    localName?: string;
    attributes?: Record<string, string>;
    children?: BidiNode[];
    shadowRoot?: BidiNode | null;
  };
}

const isFirefox = async (page: Page): Promise<boolean> => (await page.browser().version()).startsWith("firefox");

/** The box of the first such element in the card; undefined: none is drawn. */
export async function boxInside(page: Page, wanted: Wanted): Promise<Box | undefined> {
  return (await isFirefox(page)) ? boxByBidi(page, wanted) : boxByCdp(page, wanted);
}

function matches(wanted: Wanted, tag: string, attributes: Record<string, string>): boolean {
  if (wanted.tag && wanted.tag !== tag.toLowerCase()) return false;
  return Object.entries(wanted.with ?? {}).every(([name, value]) => attributes[name] === value);
}

async function boxByCdp(page: Page, wanted: Wanted): Promise<Box | undefined> {
  const cdp = await page.createCDPSession();
  try {
    const { root } = (await cdp.send("DOM.getDocument", { depth: -1, pierce: true })) as unknown as { root: CdpNode };
    const attributesOf = ({ attributes = [] }: CdpNode) =>
      Object.fromEntries(attributes.flatMap((name, i) => (i % 2 ? [] : [[name, attributes[i + 1]!]])));
    const below = (node: CdpNode) => [...(node.shadowRoots ?? []), ...(node.children ?? [])];
    const find = (node: CdpNode, test: (node: CdpNode) => boolean): CdpNode | undefined => {
      if (test(node)) return node;
      for (const child of below(node)) {
        const found = find(child, test);
        if (found) return found;
      }
      return undefined;
    };
    const host = find(root, (node) => "data-dramatis" in attributesOf(node));
    const found = host && find(host, (node) => node !== host && matches(wanted, node.nodeName, attributesOf(node)));
    if (!found) return undefined;
    const { model } = await cdp.send("DOM.getBoxModel", { backendNodeId: found.backendNodeId });
    const [left, top, , , right, bottom] = model.border as [number, number, number, number, number, number];
    return { left, top, right, bottom };
  } catch {
    return undefined;
  } finally {
    await cdp.detach();
  }
}

async function boxByBidi(page: Page, wanted: Wanted): Promise<Box | undefined> {
  const { connection } = page.browser() as unknown as {
    connection: {
      send(method: string, parameters: unknown): Promise<{ result: { result: BidiNode & { type: string } } }>;
    };
  };
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  const { result } = await connection.send("script.evaluate", {
    expression: "document.querySelector('[data-dramatis]')",
    target: { context },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 50, includeShadowTree: "all" },
  });
  const find = (node: BidiNode): BidiNode | undefined => {
    const { localName, attributes = {}, children = [], shadowRoot } = node.value ?? {};
    if (localName && !("data-dramatis" in attributes) && matches(wanted, localName, attributes)) return node;
    for (const child of [...(shadowRoot ? [shadowRoot] : []), ...children]) {
      const found = find(child);
      if (found) return found;
    }
    return undefined;
  };
  const found = result.result.type === "node" ? find(result.result) : undefined;
  if (!found?.sharedId) return undefined;
  const answer = await connection.send("script.callFunction", {
    functionDeclaration:
      "(e) => { const { left, top, right, bottom } = e.getBoundingClientRect(); return JSON.stringify({ left, top, right, bottom }); }",
    arguments: [{ sharedId: found.sharedId }],
    target: { context },
    awaitPromise: false,
  });
  const text = (answer.result.result as unknown as { value?: string }).value;
  return text === undefined ? undefined : (JSON.parse(text) as Box);
}
