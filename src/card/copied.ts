/** Controls say nothing to take along, and the marks of a quote are set anew around what was selected of it. */
const LEFT_OUT = "[data-act]:not(.entry-title, .person), [role=tab], .mark, .new, svg";

interface Passage {
  block: Element;
  text: string;
}

/** The words that belong together: those of one speaker's utterance (`data-by`, set by the views), else a line of the card. */
function blockOf(node: Text): Element {
  const parent = node.parentElement!;
  const words = parent.closest("[data-by]");
  if (words) return words;
  let block: Element = parent;
  while (block.parentElement && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
  return block;
}

/** What of the range is text, a passage each block. */
function passagesIn(range: Range): Passage[] {
  const { startContainer, endContainer, startOffset, endOffset, commonAncestorContainer } = range;
  const passages: Passage[] = [];
  const walker = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
  let node: Node | null = commonAncestorContainer instanceof Text ? commonAncestorContainer : walker.nextNode();
  for (; node; node = walker.nextNode()) {
    const text = node as Text;
    if (!range.intersectsNode(text) || text.parentElement!.closest(LEFT_OUT)) continue;
    const block = blockOf(text);
    const part = text.data.slice(
      text === startContainer ? startOffset : 0,
      text === endContainer ? endOffset : undefined,
    );
    const last = passages.at(-1);
    if (last?.block === block) last.text += part;
    else passages.push({ block, text: part });
  }
  return passages;
}

function clean({ block, text }: Passage): string {
  return block.localName === "pre" ? text : text.replace(/\s+/g, " ").trim();
}

/**
 * What is put on the clipboard for a selection in the card: a line for each block, and after each speaker's words whose they
 * are. Quote marks stand around what is verbatim, and around nothing else; the source of a statement follows its last words.
 */
export function copiedText(range: Range): string {
  const passages = passagesIn(range).filter((passage) => clean(passage) !== "");
  const words = passages.filter(({ block }) => block.matches("[data-by]"));
  return passages
    .flatMap((passage) => {
      const { block } = passage;
      const text = clean(passage);
      const { by, source } = (block as HTMLElement).dataset;
      if (by === undefined) return [text];
      const marks = [...block.querySelectorAll(".mark")].map((mark) => mark.textContent);
      const following = words[words.indexOf(passage) + 1]?.block as HTMLElement | undefined;
      const line = marks.length === 2 ? marks.join(text) : text;
      return [line, by, ...(source && following?.dataset.source !== source ? [source] : [])];
    })
    .join("\n");
}
