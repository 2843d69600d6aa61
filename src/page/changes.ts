import { attributeOf, isText, nodeType } from "./dom.ts";
import { BLOCK, INLINE, kindOf } from "./tags.ts";

/** Who is told what has to be read again. */
export interface ChangeListener {
  /** The page has changed: what was read is read again where it is asked for. */
  forgetSeen(): void;
  /** Text of this node has changed. */
  touch(node: Text): void;
  /** The run that this node is part of is another one now. */
  addRun(node: Node): void;
  addSubtree(root: Node): void;
  /** What may be marked in this element has changed. */
  reread(element: Node): void;
  /** Set when nodes have been taken away. */
  removals: boolean;
}

/** Tells the scanner what has to be read again after these changes; `added` is called for each new element. */
export function noteChanges(
  records: readonly MutationRecord[],
  scanner: ChangeListener,
  added: (element: Node) => void,
): void {
  scanner.forgetSeen();
  for (const record of records) {
    const { target } = record;
    if (record.type === "characterData") {
      if (isText(target)) scanner.touch(target);
    } else if (record.type === "attributes") {
      if (bearsOnMarks(record)) scanner.reread(target);
    } else {
      if (record.removedNodes.length > 0) scanner.removals = true;
      for (const node of record.addedNodes) {
        if (isText(node)) scanner.addRun(node);
        else if (nodeType(node) === 1) {
          scanner.addSubtree(node);
          if (kindOf(node) === INLINE) scanner.addRun(node);
          added(node);
        }
      }
      noteEdges(record, scanner);
    }
  }
}

/** Roles of editors and code, see tags.ts. Pages set all other roles by the thousand, and nothing follows from them. */
const EDITED_ROLE = /textbox|searchbox|code/i;

function bearsOnMarks({ attributeName, oldValue, target }: MutationRecord): boolean {
  return attributeName !== "role" || EDITED_ROLE.test(`${oldValue} ${attributeOf(target, "role")}`);
}

/** Text beside the place of the change belongs to another run now. */
function noteEdges({ previousSibling, nextSibling, target }: MutationRecord, scanner: ChangeListener): void {
  const before = previousSibling && isInRun(previousSibling);
  const after = nextSibling && isInRun(nextSibling);
  if (before) scanner.addRun(previousSibling);
  if (after) scanner.addRun(nextSibling);
  if (!previousSibling && !nextSibling && isInRun(target)) scanner.addRun(target);
}

const isInRun = (node: Node): boolean => isText(node) || kindOf(node) !== BLOCK;
