/** Order of versions like "1.10.2", by number; missing parts count as 0; what is no number counts as 0. */
export function compareVersions(one: string, other: string): number {
  const left = one.split(".");
  const right = other.split(".");
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (Number.parseInt(left[index] ?? "0", 10) || 0) - (Number.parseInt(right[index] ?? "0", 10) || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
