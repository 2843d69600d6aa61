// Tells the page when the card is on screen. The card's root is closed to pages; only an extension can look inside, so
// this runs as one of its own and knows nothing of the card but its role.
const rootOf = (element) => element.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot(element);
const { port1, port2 } = new MessageChannel();
let open = false;
port1.onmessage = ({ data }) => {
  const detail = JSON.stringify({ ...data, time: performance.now() });
  document.dispatchEvent(new CustomEvent("bench-card", { detail }));
};
function look() {
  const host = document.querySelector("div[data-dramatis]");
  const card = host && rootOf(host)?.querySelector("[role=dialog], [role=tooltip]");
  const shown = Boolean(card && card.getBoundingClientRect().height > 0 && card.getAttribute("aria-busy") !== "true");
  // A message posted in a frame arrives after that frame has been drawn.
  if (shown !== open) port2.postMessage({ shown, text: shown ? card.textContent : "" });
  open = shown;
  requestAnimationFrame(look);
}
requestAnimationFrame(look);
