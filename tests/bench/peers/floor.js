// The floor: what any scan of a page must do at least, walk its text nodes and bring their strings into JavaScript.
(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) length += node.nodeValue.length;
  return length;
})();
