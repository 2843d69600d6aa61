// The classic: one alternation of all names, each hit wrapped in an element. `NAMES` stands in a file of its own.
(() => {
  const escaped = NAMES.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${escaped.join("|")})(?![\\p{L}\\p{N}_])`, "gu");
  const skip = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEXTAREA", "TEMPLATE", "SELECT", "INPUT"]);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  for (const node of nodes) {
    if (skip.has(node.parentNode.nodeName)) continue;
    const hits = [...node.nodeValue.matchAll(pattern)];
    for (const hit of hits.reverse()) {
      const rest = node.splitText(hit.index);
      rest.splitText(hit[0].length);
      const mark = document.createElement("mark");
      rest.replaceWith(mark);
      mark.append(rest);
    }
  }
})();
