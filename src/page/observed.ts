/** What the observers of a document or shadow root are told. */
export const OBSERVED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  // Something becomes an editor, or stops being one.
  attributeFilter: ["contenteditable", "role"],
  attributeOldValue: true,
};
