/**
 * DOM reads that a page cannot get in the way of. A form whose field is called "parentNode", or a document with an image
 * called "designMode", hides the property of that name ("DOM clobbering"), for content scripts too; the prototypes'
 * own getters and methods, and the methods of tree walkers, cannot be hidden.
 */
function reader<Value>(prototype: object, name: string): (node: Node) => Value {
  const get = Object.getOwnPropertyDescriptor(prototype, name)!.get!;
  return (node) => get.call(node) as Value;
}

export const nodeType = reader<number>(Node.prototype, "nodeType");
export const parentOf = reader<Node | null>(Node.prototype, "parentNode");
export const isConnected = reader<boolean>(Node.prototype, "isConnected");
export const localName = reader<string>(Element.prototype, "localName");
export const shadowRootOf = reader<ShadowRoot | null>(Element.prototype, "shadowRoot");
export const designMode = reader<string>(Document.prototype, "designMode");
export const contentType = reader<string>(Document.prototype, "contentType");
export const titleOf = reader<string>(Document.prototype, "title");
export const isHidden = reader<boolean>(Document.prototype, "hidden");
export const baseAddress = reader<string>(Node.prototype, "baseURI");

/** A walker over the nodes below `root` (a document may itself hide `createTreeWalker`). */
export function walk(root: Node, show: number): TreeWalker {
  return Document.prototype.createTreeWalker.call(document, root, show);
}

export function matches(element: Node, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function attributeOf(element: Node, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** Whether `a` comes before `b` in document order; only for nodes of one tree. */
export function precedes(a: Node, b: Node): boolean {
  return (Node.prototype.compareDocumentPosition.call(a, b) & 4) !== 0;
}

export function contains(ancestor: Node, node: Node): boolean {
  return Node.prototype.contains.call(ancestor, node);
}

export function treeOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

export const isText = (node: Node): node is Text => {
  const type = nodeType(node);
  return type === 3 || type === 4;
};

/** Only shadow roots that are found through their host come here, so a fragment is one. */
export const isShadow = (root: Node): root is ShadowRoot => nodeType(root) === 11;

/** Whether an element is laid out and not made invisible; may work out styles. */
export function isVisible(element: Node): boolean {
  return Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
}

/** How many elements the document has: counted natively, and remembered by the browser until it changes. */
export const countElements = (): number => Document.prototype.getElementsByTagName.call(document, "*").length;
