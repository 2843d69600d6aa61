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
