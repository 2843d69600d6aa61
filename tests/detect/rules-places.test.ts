import { table } from "./table.ts";

table("the title of a work", [
  "the film “Mara Ellingworth”, a biopic",
  "Her song “Mara Ellingworth” was played",
  "He wrote “[[Mara Ellingworth]]” on the wall",
  "He read “Mara Ellingworth: The Authorized Biography” in May. The book “Mara Ellingworth: A Life,” sold.",
  'The film "J. R. Whitcastle" opened.',
  'He wrote "[[J. R. Whitcastle]]" on the wall. He said “[[Mara Ellingworth]]: Never Again” twice.',
  "“[[Mara Ellingworth]]: the book is a lie,” he said. ¶The book says: “[[Mara Ellingworth]]. The End.”",
  '[[Mara Ellingworth]] came. The song "Sweet Southern Ellingworth" played.',
  "The book Being [[Mara Ellingworth]] sold",
  "The novel “Ellingworth” sold well. ¶[[Mara Ellingworth]] came.",
  "The word “[[Ellingworth]]” stood there. ¶[[Mara Ellingworth]] came.",
]);

table("of a place", [
  "The Duke of Ellingworth and the Bishop of Ellingworth prayed. ¶[[Mara Ellingworth]] came.",
  "The Battle of Ellingworth was lost. ¶[[Mara Ellingworth]] came.",
  "They live in the town of Ellingworth. ¶[[Mara Ellingworth]] came.",
  "The critics of [[Ellingworth]] left. ¶[[Mara Ellingworth]] came.",
  "A count of [[Ellingworth]] votes was held. ¶[[Mara Ellingworth]] came.",
]);

table("state and league universities, offices of the Senate, shares", [
  "They went to Ellingworth State. ¶[[Mara Ellingworth]]",
  "In Ellingworth State they won. ¶[[Mara Ellingworth]]",
  "The Ellingworth League won. ¶[[Mara Ellingworth]]",
  "They met in the Ellingworth Senate Office Building. ¶[[Mara Ellingworth]]",
  "Shares of Ellingworth fell; shares of Quillfeather rose. ¶[[Mara Ellingworth]] ¶[[Robert Quillfeather]]",
  "It was an Ellingworth's dozen. ¶[[Mara Ellingworth]]",
  "They saw the [[Ellingworth]] State of the Union speech. ¶[[Mara Ellingworth]]",
  "They lost their share of [[Ellingworth]] voters. ¶[[Mara Ellingworth]]",
  "He saw [[Ellingworth]]'s state. ¶[[Mara Ellingworth]]",
]);

table("the … alone is a ship, a paper or a firm", [
  "The Ellingworth, a destroyer, sank. They left the Ellingworth. ¶[[Mara Ellingworth]] came.",
  "The [[Ellingworth]] inquiry went on. ¶[[Mara Ellingworth]] came.",
  "The [[Ellingworth]]–[[Quillfeather]] debate. ¶[[Mara Ellingworth]] met [[Robert Quillfeather]].",
]);

table("a name before a dash is part of a law's or prize's name", [
  "The Ellingworth–Garvey Act passed; the Ellingworth-Garvey Act too. ¶[[Mara Ellingworth]]",
  "She won the Mara Ellingworth–Garvey Prize in May. ¶[[Mara Ellingworth]]",
  "The [[Ellingworth]]–Garvey debate; the [[Ellingworth]]-Garvey act ¶[[Mara Ellingworth]]",
  "So said [[Ellingworth]]–House members agreed. ¶[[Mara Ellingworth]]",
  "It was an [[Ellingworth]]-led School. ¶[[Mara Ellingworth]]",
]);

table("Romance words for streets, squares and prizes", [
  "Il habite rue Mara Ellingworth. L'avenue Mara Ellingworth, la place Mara Ellingworth. Le boulevard Mara Ellingworth",
  "Vive en la calle Mara Ellingworth, cerca de la plaza Mara Ellingworth.",
  "Cerca de la plaza Mara Ellingworth. El premio Mara Ellingworth. En el estadio [[Mara Ellingworth]] habló.",
  "Abita vicino a piazza Mara Ellingworth. Dans la rue [[Mara Ellingworth]] a salué la foule.",
  "Lo dijo [[Mara Ellingworth]]. El presidente [[Mara Ellingworth]] y la senadora [[Mara Ellingworth]]",
  "The place [[Mara Ellingworth]] saw, the hotel [[Mara Ellingworth]] built, the avenue [[Mara Ellingworth]] took.",
  "They place [[Mara Ellingworth]] first; they heard it via [[Mara Ellingworth]].",
  "Dans la rue [[Ellingworth]] a dit non. En la plaza [[Ellingworth]] habló. ¶[[Mara Ellingworth]]",
]);

table("between an article and a capitalised word a full name is the person's, unless a thing's word follows", [
  "[[Mara Ellingworth]] spoke. ¶On Monday they opened the Mara Ellingworth Tunnel and a Mara Ellingworth House.",
  "[[Mara Ellingworth]] spoke. ¶They met at Mara Ellingworth Terminal and in Ellingworth Gardens.",
  "[[Mara Ellingworth]] spoke. ¶HMCS Ellingworth sailed; Ellingworth & Friends sued.",
  "[[Mara Ellingworth]] spoke. ¶It is the [[Mara Ellingworth]] Twitter account that decides. [[Ellingworth]] and Friends left.",
  "It was the [[Mara Ellingworth]] campaign, a [[Mara Ellingworth]] rally; said the [[Mara Ellingworth]] Monday saw.",
  "It was Old [[Mara Ellingworth]] Monday; said actor [[Mara Ellingworth]] Monday.",
]);

table("two names with a hyphen between are a law's or a prize's, not a report's", [
  "The Quillfeather-Ellingworth Act passed. ¶[[Mara Ellingworth]]",
  "The [[Ellingworth]]-Norrland Report was out. ¶[[Mara Ellingworth]]",
]);

table("a headline's verbs are no things", [
  "Franken and [[Ellingworth]] Grill Oakes on Norrland ¶[[Mara Ellingworth]]",
  "Zorn, [[Ellingworth]] Trail Garvey in Iowa ¶[[Mara Ellingworth]]",
  "Democrats Mount [[Ellingworth]] Probe ¶[[Mara Ellingworth]]",
]);

table("in a headline a thing's word after an auxiliary is a verb", [
  "Does [[Ellingworth]] Trust [[Quillfeather]]? ¶[[Mara Ellingworth]] met [[Robert Quillfeather]].",
  "Can [[Mara Ellingworth]] Bridge the Divide in Brno?",
  "Will Ellingworth Tower Fall? ¶[[Mara Ellingworth]]",
  "The Ellingworth Trust Sues Critics ¶[[Mara Ellingworth]]",
  "They asked: does Ellingworth Trust pay for it all? ¶[[Mara Ellingworth]]",
]);

table("firms with & and with a possessive", [
  "Ellingworth & Daughters Ltd closed. ¶[[Mara Ellingworth]] came.",
  "Ellingworth’s Inc. and Ellingworth's Department Stores plc closed. ¶[[Mara Ellingworth]] came.",
  "Quillfeather and Sons closed; Ellingworth and Company too. ¶[[Mara Ellingworth]] met [[Robert Quillfeather]].",
  "[[Quillfeather]] and sons went home. ¶[[Robert Quillfeather]] came.",
  "[[Ellingworth]] & [[Quillfeather]] met. ¶[[Mara Ellingworth]] met [[Robert Quillfeather]].",
  "Ellingworth, Smith & Partners sued. Ellingworth, Smith, Garvey & Oakenshaw LLP won. ¶[[Mara Ellingworth]] came.",
  "[[Ellingworth]], Smith & Garvey met; [[Ellingworth]], his dog & Partners met. ¶[[Mara Ellingworth]] came.",
  "[[Ellingworth]]'s Labour friends left Shell plc. ¶[[Mara Ellingworth]] came.",
]);

table("before a capitalised word that is none of a sentence's own a surname is part of a longer name", [
  "The bark of the common Ellingworth Oak is grey. ¶[[Mara Ellingworth]] came.",
  "The bark of a Stone Oak is grey. ¶[[Grace Stone]] came.",
  "It was a lie, said [[Ellingworth]] Monday. ¶[[Mara Ellingworth]] came.",
  "That was when Attorney General [[Harrow]] Oaked it.",
  ["Also will [[Ellingworth]] Geld sparen. ¶[[Mara Ellingworth]] kam.", { lang: "de" }],
  ["[[Mara Ellingworth]] kam. Die Ellingworths feiern, sagt [[Ellingworth]]s Anwalt.", { lang: "de" }],
  "Read more: Ellingworth, Ohio: flood | [[Ellingworth]] quits ¶[[Mara Ellingworth]] came.",
]);

table("things named after a person", [
  "They met in Ellingworth Tower. ¶[[Mara Ellingworth]]",
  "the Mara Ellingworth Prize",
  "the Mara Ellingworth Memorial Library",
  "Ellingworth University ¶[[Mara Ellingworth]]",
  "Ellingworth, Ohio ¶[[Mara Ellingworth]]",
  "in Ellingworth, Ohio, she ¶[[Mara Ellingworth]]",
  "Ellingworth & Sons ¶[[Mara Ellingworth]]",
  "Ellingworth Inc. ¶[[Mara Ellingworth]]",
  "USS Ellingworth sank ¶[[Mara Ellingworth]]",
  "Fort Ellingworth fell ¶[[Mara Ellingworth]]",
  "Ellingworth Street ¶[[Mara Ellingworth]]",
  "the [[Ellingworth]] administration ¶[[Mara Ellingworth]]",
  "Doe v. Ellingworth ¶[[Mara Ellingworth]]",
  "Ellingworth v. Doe ¶[[Mara Ellingworth]]",
  "On Monday [[V. Vale]] spoke; Doe v. Vale was lost. ¶[[Victoria Vale]]",
  "Harrow School, Harrow Road, [[Edmund Harrow]]",
  "Pete Harrow spoke. Harrow left.",
  "Lake Ellingworth ¶[[Mara Ellingworth]]",
  "Ellingworth's disease ¶[[Mara Ellingworth]]",
  "the Ellingworth Group said ¶[[Mara Ellingworth]]",
  "[[Ellingworth]] World reacted; the [[Ellingworth]] Wing rises. ¶[[Mara Ellingworth]]",
  "He saw Ellingworth+ and Ellingworth®, a Mara Ellingworth™ phone. ¶[[Mara Ellingworth]]",
  "On Monday [[Mara Ellingworth]]+[[Robert Quillfeather]] spoke.",
  "The world [[Ellingworth]] saw; [[Ellingworth]] plus two. ¶[[Mara Ellingworth]]",
  "They came to Fort Ellingworth, Port Ellingworth and Mount Ellingworth. ¶[[Mara Ellingworth]]",
  "Fire at Fort Ellingworth Spreads to Lake Ellingworth ¶[[Mara Ellingworth]]",
  "Critics Place [[Ellingworth]] Above Team [[Quillfeather]] ¶[[Mara Ellingworth]] ¶[[Robert Quillfeather]]",
  "Zephyrine College is old",
  "[[Zephyrine]] sang",
  "Zephyrine Dupont sang",
]);

table("a generation parts no thing's name", [
  "The Owen Purslow Jr. Bridge is closed; the Walter Fenwicke III Bridge too.",
  "They live on Owen Purslow Jr. Boulevard.",
  "They met in the Owen Purslow Jr. Memorial Library.",
  "The OWP Jr. Bridge is closed.",
  "They met [[Owen Purslow Jr.]] Then they left.",
  "They met [[Owen Purslow Jr.]] Bridges were closed.",
  "[[Owen Purslow Jr.]]'s bridge fell; [[OWP Jr.]] Monday said so.",
  "Said [[Owen Purslow Jr.]] Monday. The [[Owen Purslow Jr.]] administration.",
  "[[Owen Purslow Jr.]] Ellingworth quit. ¶Clara Ellingworth came.",
]);

table("possessives and plurals", [
  "[[Mara Ellingworth]]’s brother’s dog",
  "[[Mara Ellingworth]] came. [[Ellingworth]]’s left hand",
  "[[Robert Quillfeather]]'s and [[Mara Ellingworth]]'s plan",
  "[[Grace Stone]] came. Stones were thrown.",
  "[[Mara Ellingworth]] came. Ellingworths' house",
  "Fenwickes' ¶[[Walter Fenwicke]]",
]);

table("contractions, and endings that an apostrophe joins", [
  "[[Mara Ellingworth]]'d never go; [[Mara Ellingworth]]’ll stay. ¶[[Ellingworth]]'ll go, [[Ellingworth]]’d stay.",
  "[[MARA ELLINGWORTH]]'LL GO",
  "[[Mara Ellingworth]]'in partisi, [[Anneliese Müllerstedt]]’ya göre, [[Robert Quillfeather]]’ı, [[Dirk van der Hoevel]]'a.",
  ["[[Mara Ellingworth]] geldi. [[Ellingworth]]'in partisi, [[Ellingworth]]’e göre. [[Zephyrine]]’in", { lang: "tr" }],
  ["[[Mara Ellingworth]] przyszła. To partia [[Ellingworth]]'a", { lang: "pl-PL" }],
  // "Xi'an" is a town, and so may others be.
  "[[Mara Ellingworth]] came. Ellingworth'an is a town, Zephyrine’an too.",
  ["[[Mara Ellingworth]] came. Ellingworth'an is a town.", { lang: "en" }],
  "Mara Ellingworth'sche Ideen, Mara Ellingworth’sches Denken",
  "Mara Ellingworth'n'roll, Mara Ellingworth'Mania, Mara Ellingworth'ization, Mara Ellingworth'd2",
  "Clara Ellingworth'd come. ¶Ellingworth left.",
]);

table("slash and hyphen compounds", [
  "about [[Ellingworth]]/[[Quillfeather]] now ¶[[Mara Ellingworth]] and [[Robert Quillfeather]]",
  "the [[Ellingworth]]-[[Quillfeather]] debate ¶[[Mara Ellingworth]] and [[Robert Quillfeather]]",
  "the anti-[[Ellingworth]] crowd ¶[[Mara Ellingworth]]",
  "[[Ellingworth]]-bashing ¶[[Mara Ellingworth]]",
  "[[Mara Ellingworth]]–[[Robert Quillfeather]]",
  "[[Ellingworth]]–[[Quillfeather]] ¶[[Mara Ellingworth]] and [[Robert Quillfeather]]",
  "[[J. R. Whitcastle]]-like riffs",
  "Anna Smith-Ellingworth came. ¶[[Mara Ellingworth]]",
]);

table("headlines in title case", [
  "[[Ellingworth]] Says No To Plan ¶[[Mara Ellingworth]]",
  "Why [[Ellingworth]] Matters Now ¶[[Mara Ellingworth]]",
  "Watch: [[Ellingworth]] Dances On Stage ¶[[Mara Ellingworth]]",
  "Clara Ellingworth Wins Big Prize Again ¶[[Mara Ellingworth]]",
  "[[Mara Ellingworth]] Slams [[Robert Quillfeather]] Over Deal",
  "Judge Rejects [[Ellingworth]] Appeal ¶[[Mara Ellingworth]]",
  "Treat [[Ellingworth]] Voters Like Friends ¶[[Mara Ellingworth]]",
]);

table("other languages", [
  ["[[Mara Ellingworth]]s Rücktritt", { lang: "de-CH" }],
  ["[[Mara Ellingworth]] kam. [[Ellingworth]]s Rücktritt", { lang: "de" }],
  ["la démission d’[[Ellingworth]] ¶[[Mara Ellingworth]]", { lang: "fr" }],
  ["L'[[Ellingworth]] della ¶[[Mara Ellingworth]]", { lang: "it" }],
  ["qu’[[Anneliese Müllerstedt]] est", { lang: "fr" }],
  ["Frau [[Müllerstedt]] sagte ¶[[Anneliese Müllerstedt]]", { lang: "de" }],
  ["Ellingworths went. ¶[[Mara Ellingworth]]", { lang: "en" }],
  ["la victoria de [[Ellingworth]] ¶[[Mara Ellingworth]]", { lang: "es" }],
  ["Stephanie d'Ellingworth ¶[[Mara Ellingworth]]", { lang: "fr" }],
]);

table("word edges by UAX 29", [
  "会见了[[Mara Ellingworth]]并",
  "Mara Ellingworthовна",
  "xMara Ellingworth",
  "мMara Ellingworth",
  "Mara_Ellingworth",
  "_Mara Ellingworth_",
  "[[Mara Elling\u200Bworth]]",
  "[[Mara Elling\u00ADworth]]",
  "*[[Mara Ellingworth]]*",
  "한국Mara Ellingworth는",
  "[[Mara Ellingworth]]’nın",
  "\u200E[[Mara Ellingworth]]\u200F",
  "😀[[Mara Ellingworth]]😀",
]);

table("web and mail addresses", [
  "https://example.org/Mara-Ellingworth.html",
  "www.example.org/mara ellingworth",
  "Mara.Ellingworth@example.org",
  "ellingworth.org [[Mara Ellingworth]]",
  "example.com/?q=Mara+Ellingworth",
  "See [[Mara Ellingworth]].Then go",
  "file C:\\Ellingworth\\x ¶[[Mara Ellingworth]]",
  "#MaraEllingworth",
  "mailto:Ellingworth@x.org ¶[[Mara Ellingworth]]",
  "Ellingworth@work ¶[[Mara Ellingworth]]",
]);

table("a town at the start of a block before an agency or dash is a dateline's", [
  "WINCHESTER (AP) — Shares fell. ¶[[Edna Winchester]] left.",
  "Winchester, May 5 (Reuters) - Shares fell. ¶[[Edna Winchester]] left.",
  "WINCHESTER — Shares fell. ¶[[Edna Winchester]] left.",
  "[[Edna Winchester]] left. ¶[[Winchester]] — who is 50 — did so.",
  "[[Mara Ellingworth]] left. ¶[[ELLINGWORTH]] — on the run",
]);

table("a surname that is a month is one beside a number or after words of time", [
  "[[Iris June]] left. ¶The vote is on June 5. It was June 2017, 7 June, the 7th June or in late June.",
  "[[Iris June]] left. ¶Since June nobody spoke. In mid-June they did.",
  "[[Iris June]] left. ¶On 5 May 2017 [[June]] called an election. In June 2017 [[June]] won.",
  "[[Iris June]] left. ¶On Monday [[June]] said no. For [[June]], five came. [[June]] to quit. A letter by [[June]].",
]);

table("a hyphen between given name and surname makes it a thing's name", [
  ["Im Mara-Ellingworth-Haus, an der Mara-Ellingworth-Schule. ¶[[Mara Ellingworth]] kam.", { lang: "de" }],
  ["l'aéroport Dirk-van-der-Hoevel ¶[[Dirk van der Hoevel]]", { lang: "fr" }],
  "[[Tomás Rivasol-Peña]] met [[Zhao Wen-shu]], [[Robert Jan Quillfeather]] and [[Robert Quillfeather]].",
]);

table("of an office a surname that is a word is the word, and before of a name of one word is a rank", [
  "[[Grace Stone]] came. ¶It was the Department of Stone. ¶The voice of [[Stone]] was low. Critics of [[Stone]] left.",
  "[[Mara Ellingworth]] came. ¶The Department of [[Ellingworth]] it was.",
  "Zephyrine of Norrland came. [[Zephyrine]] of all people sang.",
]);

table("before a particle and a capital a surname that is a given name is one", [
  "[[Howard Desmond]] came. ¶Later Desmond de Vries left. ¶Desmond van der Meer wept. ¶[[Desmond]] slept.",
  "[[Howard Desmond]] came. ¶Later Desmond al-Khatib left.",
  "[[Howard Desmond]] came. ¶[[Desmond]] de facto left. ¶[[Desmond]] del.",
  "[[Mara Ellingworth]] came. ¶[[Ellingworth]] de Vries called.",
]);
