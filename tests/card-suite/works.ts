import type { CaseTools, SuiteCase } from "./case.ts";

/** A paragraph with the name that most pages of the suite are about. */
export const NAMED = `<p style="margin:60px 40px">Then Jeff Sessions spoke.</p>`;

/** The card opens, can be gone into, pinned and closed by its button, and opens again when the pointer comes from there. */
export async function worksWhole({ reader }: CaseTools, text = "Jeff Sessions"): Promise<void> {
  await reader.point(text);
  const card = await reader.opened();
  await reader.moveTo(card.left + 60, card.top + 30, 4);
  await reader.staysOpen(600);
  await reader.press("pin");
  await reader.moveTo(2, 2, 2);
  await reader.staysOpen(700);
  await reader.press("close");
  await reader.closed(1200);
  await reader.point(text);
  await reader.opened();
}

/** A page on which all of that must hold. */
export const works = (name: string, page: SuiteCase["page"], frame?: number): SuiteCase => ({
  name,
  page,
  ...(frame ? { frame } : {}),
  run: (tools) => worksWhole(tools),
});
