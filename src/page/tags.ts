import { localName, matches, nodeType } from "./dom.ts";

/**
 * How an element stands in the text around it, by its tag alone: computed styles would force a layout.
 * `INLINE` text joins its neighbours; `BLOCK` ends the run (every tag that is not listed); `BREAK` is a line break;
 * `NOTHING` takes no place and is not entered; `OBJECT` takes a place, like a letter that is in no name, and is not entered.
 */
export const INLINE = 0;
export const BLOCK = 1;
export const BREAK = 2;
export const NOTHING = 3;
export const OBJECT = 4;

const INLINE_TAGS =
  "a abbr acronym b bdi bdo big blink cite data del dfn em font i ins kbd label mark nobr output q rb ruby s samp slot small span strike strong sub sup time tt u var " +
  "textPath tspan math mi mn mo mrow ms mstyle mtext";
const NOTHING_TAGS =
  "area base datalist desc head img link meta metadata noembed noframes noscript param script source style template title track wbr";
const OBJECT_TAGS = "audio canvas code embed iframe input meter object progress select textarea video";

const kinds = new Map<string, number>();
for (const [tags, kind] of [
  [INLINE_TAGS, INLINE],
  [NOTHING_TAGS, NOTHING],
  [OBJECT_TAGS, OBJECT],
  ["br", BREAK],
] as const) {
  for (const tag of tags.split(" ")) kinds.set(tag, kind);
}

/** Text that is being written, not read: fields, editors, code editors (the classes are those of their public APIs). */
const EDITED =
  '[contenteditable=""],[contenteditable=true i],[contenteditable=plaintext-only i],' +
  "[role~=textbox i],[role~=searchbox i],[role~=code i],.CodeMirror,.cm-editor,.monaco-editor,.ace_editor";

/** Everything in which no name is ever marked. */
const UNREAD = `${`${NOTHING_TAGS} ${OBJECT_TAGS}`.replaceAll(" ", ",")},${EDITED}`;

/** Whether a tag is a custom element's: those are inline unless a sheet says otherwise. */
export const isCustom = (tag: string): boolean => tag.includes("-");

/** The kind of a tag name. */
export function kindOfTag(tag: string): number {
  return kinds.get(tag) ?? (isCustom(tag) ? INLINE : BLOCK);
}

/** The kind of any node that is no text; comments and processing instructions are nothing. */
export function kindOf(node: Node): number {
  if (nodeType(node) !== 1) return NOTHING;
  const kind = kindOfTag(localName(node));
  return kind === INLINE && matches(node, EDITED) ? OBJECT : kind;
}

/** Whether this one element (not its ancestors) keeps names from being marked inside it. */
export const isUnread = (element: Node): boolean => matches(element, UNREAD);
