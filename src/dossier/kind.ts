/** Characters looked at for what a file is: a packed dossier begins with its `asOf`, others nearly always with `format`. */
const BEGINNING = 4_096;

/** Whether a file of which only the beginning is here is a dossier, as far as that can be known. Never throws. */
export function beginsAsDossier(beginning: Uint8Array): boolean {
  const text = new TextDecoder().decode(beginning.subarray(0, BEGINNING));
  return /^\s*\{\s*(?:"asOf"\s*:|(?:"[^"\\]*"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*)*"format"\s*:\s*"dramatis-dossier\/)/.test(
    text,
  );
}

/**
 * What a JSON file says it is, by its `format`: a dossier, a feed, or neither. To be asked once a file was refused as what
 * it was taken for. Never throws.
 */
export function fileKind(input: string | Uint8Array): "dossier" | "feed" | undefined {
  try {
    const text = typeof input === "string" ? input : new TextDecoder().decode(input);
    const format: unknown = JSON.parse(text)?.format;
    if (typeof format !== "string") return undefined;
    return format.startsWith("dramatis-feed/")
      ? "feed"
      : format.startsWith("dramatis-dossier/")
        ? "dossier"
        : undefined;
  } catch {
    return undefined;
  }
}
