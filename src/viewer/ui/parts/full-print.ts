import { options } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Runs a state change and its rendering at once: a print job does not wait for the next microtask. */
function atOnce(change: () => void): void {
  const before = options.debounceRendering;
  options.debounceRendering = (render) => render();
  change();
  if (before) options.debounceRendering = before;
  else delete options.debounceRendering;
}

/** For what comes to the page only to be printed: it misses the event. */
let isPrinting = false;

/** True while the page is being printed: lists then show their rows without being asked, up to a bound. */
export function useFullPrint(): boolean {
  const [printing, setPrinting] = useState(isPrinting);
  useEffect(() => {
    const start = () => {
      isPrinting = true;
      atOnce(() => setPrinting(true));
    };
    const end = () => {
      isPrinting = false;
      setPrinting(false);
    };
    addEventListener("beforeprint", start);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", start);
      removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}
