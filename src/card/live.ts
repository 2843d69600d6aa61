import { SETTLE } from "./constants.ts";

/** Says something to screen readers without showing it. */
export function makeLive(overlay: HTMLElement): (text: string) => void {
  const region = overlay.ownerDocument.createElementNS("http://www.w3.org/1999/xhtml", "div");
  region.className = "live";
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  overlay.append(region);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(timer);
    region.textContent = "";
    timer = setTimeout(() => {
      region.textContent = text;
    }, SETTLE);
  };
}
