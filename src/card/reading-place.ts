/**
 * Where the reader is in the card's scrolled content: the returned function, called after the content has changed above,
 * brings the same lines back there. Not all browsers do so by themselves. At its top the content stays as it is.
 */
export function readingPlace(root: ShadowRoot): () => void {
  const box = root.querySelector(".scroll");
  if (!box?.scrollTop) return () => {};
  const topOf = (part: Element) => part.getBoundingClientRect().top;
  const first = [...box.querySelectorAll("li")].find((part) => topOf(part) >= topOf(box));
  const was = first && topOf(first);
  return () => {
    if (was !== undefined && first?.isConnected) box.scrollTop += topOf(first) - was;
  };
}
