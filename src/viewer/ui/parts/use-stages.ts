import { useEffect, useState } from "preact/hooks";

/** The stage that a page is at: from 0 to `last`, one a macrotask, so that none of them holds up input; or the last at once. */
export function useStages(last: number, atOnce: boolean): number {
  const [stage, setStage] = useState(atOnce ? last : 0);
  useEffect(() => {
    if (stage >= last) return;
    const timer = setTimeout(() => setStage(stage + 1), 0);
    return () => clearTimeout(timer);
  }, [stage, last]);
  return stage;
}
