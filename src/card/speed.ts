import { SAMPLE_GAP } from "./constants.ts";
import type { Point } from "./rect.ts";

/** One pointer event; `at` in milliseconds. */
export interface Sample extends Point {
  at: number;
}

/** The last samples that say something about the speed now, oldest first, three at most. */
export type Track = readonly Sample[];

export function track(before: Track, sample: Sample): Track {
  const last = before.at(-1);
  if (last && sample.at - last.at > SAMPLE_GAP) return [sample];
  return [...before.slice(-2), sample];
}

/** Pixels per millisecond over the last two steps; 0 when there are none (one jump says nothing). */
export function speed(samples: Track): number {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at <= first.at) return 0;
  let path = 0;
  for (let i = 1; i < samples.length; i++) {
    path += Math.hypot(samples[i]!.x - samples[i - 1]!.x, samples[i]!.y - samples[i - 1]!.y);
  }
  return path / (last.at - first.at);
}
