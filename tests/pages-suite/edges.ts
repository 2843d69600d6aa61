import type { PageCase } from "./case.ts";

const S = "Adam Schiff";
const p = (id: string, text: string, ...marks: string[]): PageCase => ({
  id: `edge-${id}`,
  html: `<p>${text}</p>`,
  marks,
});
/** What of a name's letters may differ, and what stands inside or beside them. */
const inside = (id: string, name: string): PageCase => p(id, `On Monday ${name} spoke.`, name);
const beside = (id: string, before: string, after: string): PageCase => p(id, `${before}${S}${after}`, S);
const none = (id: string, text: string): PageCase => p(id, text);

/** Where a name begins and ends: word edges by UAX 29, characters that are not seen, addresses. */
export const EDGES: PageCase[] = [
  beside("hiragana", "きのう", "が話した"),
  beside("katakana", "ワシントン", "ワシントン"),
  beside("thai", "เมื่อวาน", "พูด"),
  beside("han-astral", "\u{20000}", "\u{20000}"),
  beside("cjk-stops", "「", "」。"),
  beside("emoji", "🎉", "🎉"),
  beside("flag", "🇺🇸", "🇺🇸"),
  beside("ellipsis", "…", "…"),
  beside("guillemets", "«", "»"),
  beside("spanish", "¿", "?"),
  beside("stars", "**", "**"),
  beside("isolates", "On Monday \u2068", "\u2069 spoke."),
  beside("marks-of-direction", "On Monday \u200F", "\u200E spoke."),
  beside("french", "La lettre d’", " est arrivée."),
  beside("french-qu", "On dit qu'", " est parti."),
  p("surname-possessive", "It was Jeff Sessions’ letter.", "Jeff Sessions"),
  p("slash", "Adam Schiff/Nancy Pelosi", S, "Nancy Pelosi"),
  p("list", "Adam Schiff;Nancy Pelosi,Mike Pence", S, "Nancy Pelosi", "Mike Pence"),
  p("cyrillic-name", "Посол Сергей Кисляк сказал.", "Сергей Кисляк"),
  p("arabic-around", "قال Adam Schiff اليوم", S),
  none("greek-glued", "αAdam Schiffα"),
  none("hebrew-glued", "אAdam Schiffא"),
  none("arabic-glued", "قAdam Schiffق"),
  none("digit-before", "2Adam Schiff"),
  none("digit-after", "Adam Schiff2"),
  none("underscore", "x_Adam Schiff_x"),
  none("letter-after-shy", "Adam Schiff\u00ADer"),
  none("mathematical-letter", "Adam Schiff\u{1D434}"),
  inside("narrow-space", "Adam\u202FSchiff"),
  inside("figure-space", "Adam\u2007Schiff"),
  inside("wide-space", "Adam\u3000Schiff"),
  inside("spaces", "Adam   \t Schiff"),
  inside("space-nbsp", "Adam \u00A0Schiff"),
  inside("shy-both", "Ad\u00ADam Schi\u00ADff"),
  inside("joiner", "Adam Sch\u200Diff"),
  inside("word-joiner", "Adam\u2060 Schiff"),
  inside("non-joiner", "Adam Sch\u200Ciff"),
  inside("byte-order-mark", "\uFEFFAdam Schiff".slice(1).replace(" ", "\uFEFF ")),
  inside("direction-inside", "Adam \u200ESchiff"),
  inside("zero-width-space-between", "Adam \u200BSchiff"),
  inside("lower", "adam schiff"),
  none("handle-mail", "Write to jeff.sessions@example.gov or nancy.pelosi@mail.example.gov"),
  p("mail-named", "Adam Schiff &lt;adam.schiff@example.gov&gt; wrote", S),
  none("path", "See https://example.com/people/Adam-Schiff/jeff_sessions.html#Nancy-Pelosi"),
  none("bare-path", "See example.com/Adam-Schiff and www.example.com/Nancy.Pelosi"),
  none("wiki", "en.wikipedia.org/wiki/Adam_Schiff"),
  none("address-broken", "https://example.com/<wbr>people/<wbr>Adam-<wbr>Schiff"),
  none("address-split", '<a href="#">https://<span>example.com/</span><b>Adam-Schiff</b></a>'),
  p("after-address", "See https://example.com/x Adam Schiff spoke.", S),
  p("before-address", "Adam Schiff (example.com/schiff) spoke.", S),
  none("file", "Open Adam_Schiff.pdf or /srv/Adam-Schiff/x.txt"),
];
