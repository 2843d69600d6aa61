import { table } from "./table.ts";

table("an introduction holds for the whole page, in both directions", [
  "[[Ellingworth]] to quit ¶[[Mara Ellingworth]] came.",
  "[[Mara Ellingworth]] came. ¶Then [[Ellingworth]] left.",
  "Clara Ellingworth came. ¶Ellingworth left.",
  "Stone arrived. ¶Later Stone left.",
  "[[Grace Stone]] arrived. ¶[[Stone]] left. [[Stone]] said so.",
  "(Mara) [[Ellingworth]] came",
  "(Olympic champion Mara) [[Ellingworth]] came. [[Ellingworth]] won.",
  ["[[Ellingworth]] left.", { title: "Mara Ellingworth in town" }],
]);

table("a title before a surname", [
  "Attorney General [[Harrow]] spoke.",
  "Senator [[Baker]] spoke.",
  "Sen. [[Baker]] spoke. [[Baker]] left.",
  "Governor Baker spoke.",
  "Governor [[Greystone]] spoke.",
  "Prime Minister [[Ellingworth]] spoke",
  "the baker spoke",
  "President [[Stone]] spoke. ¶[[Grace Stone]] came",
  "former attorney general [[Harrow]]",
  "Ex-Senator [[Baker]]",
  "U.S. Sen. [[Baker]]",
]);

table("a title of somebody unknown speaks for a rare surname, not for one that many bear or that is a word", [
  "Prime Minister [[Ellingworth]] spoke.",
  "President Stone spoke.",
  "President [[Stone]] spoke. ¶[[Grace Stone]] came.",
]);

table("a title that may be anybody's is a stranger's once the page has introduced one", [
  "Captain [[Ellingworth]] left.",
  "Omar Ellingworth joined. Captain Ellingworth left. Ellingworth wept.",
  "[[Mara Ellingworth]] came. Omar Ellingworth left. Captain [[Ellingworth]] stayed.",
  "President [[Ellingworth]] came with his son Omar Ellingworth.",
  "Captain [[Ellingworth]] came with her brother, Omar Ellingworth.",
  "Captain Ellingworth quits ¶Omar Ellingworth left on Monday. Ellingworth wept.",
  "Captain [[Ellingworth]] quits ¶[[Mara Ellingworth]] left on Monday.",
]);

table("after an office a surname that is a given name too is a surname", [
  "President [[Desmond]] said no. [[Desmond]] left.",
  "Coach Desmond Moorland left.",
  "Desmond said no.",
]);

table("relatives, spouses and families are others", [
  "[[Robert Quillfeather]] came. Mrs. Quillfeather left.",
  "[[Robert Quillfeather]] came. Mr. [[Quillfeather]] left.",
  "[[Mara Ellingworth]] came. Mr. Ellingworth left.",
  "[[Mara Ellingworth]] came. Ms [[Ellingworth]] left.",
  "[[Mara Ellingworth]] came. Her brother Jonas Ellingworth left.",
  "[[Mara Ellingworth]] and her husband, Piet Ellingworth, left.",
  "[[Mara Ellingworth]] came. The Ellingworths left.",
  "[[Mara Ellingworth]] came. The Ellingworth family left.",
  "[[Robert Quillfeather]] came. The elder Quillfeather left.",
  "[[Robert Quillfeather]] came. Lady Quillfeather left.",
  "Mara and Piet Ellingworth came",
  "Robert and Anna Quillfeather came",
]);

table("who is named only as somebody's relative is not talked of", [
  "Clara Quillfeather, the granddaughter of [[Robert Quillfeather]], won a seat. Quillfeather, 33, resigned.",
  "[[Robert Quillfeather]], the brother of candidate Clara Quillfeather, won a seat. [[Quillfeather]] resigned.",
  "[[Robert Quillfeather]] won a seat. Clara Quillfeather left it. Quillfeather resigned.",
  "[[Robert Quillfeather]] resigned. Now aged 86, Quillfeather senior lives with his son. Quillfeather's memories of it.",
  "[[Robert Quillfeather]] resigned. Mrs. Quillfeather runs a firm. Quillfeather owns it.",
  "St. Ellingworth's Church, by Saint Ellingworth",
]);

table("beside their relative somebody of the cast keeps the surname", [
  "[[Robert Quillfeather]] left. His son Robert Quillfeather Jr. tweeted. [[Quillfeather]] said nothing.",
  "[[Robert Quillfeather]] left. ¶His son Robert Quillfeather Jr. tweeted. ¶[[Quillfeather]] said nothing.",
  "[[Robert Quillfeather]] and his wife Clara Quillfeather came. [[Quillfeather]] left.",
  "[[Robert Quillfeather]] spoke. [[Quillfeather]] said no. His wife, Clara Quillfeather, listened. [[Quillfeather]] left.",
  "[[Daniel Marlowe|daniel]] spoke. ¶His wife, [[Helen Marlowe|helen]], listened. ¶[[Marlowe|daniel]] left.",
  "[[Daniel Marlowe|daniel]] spoke. His wife, [[Helen Marlowe|helen]], listened. [[Marlowe|daniel]] left.",
  "[[Daniel Marlowe|daniel]] spoke. His wife, former Sen. [[Helen Marlowe|helen]], listened. [[Marlowe|daniel]] left.",
  "[[Daniel Marlowe|daniel]], whose wife is [[Helen Marlowe|helen]], spoke. [[Marlowe|daniel]] left.",
  "[[Daniel Marlowe|daniel]] spoke of his wife. Sen. [[Helen Marlowe|helen]] listened. [[Marlowe|helen]] left.",
  "[[Daniel Marlowe|daniel]] said his wife told [[Helen Marlowe|helen]]. [[Marlowe|helen]] left.",
  // Who is named in full just to say whose relative somebody is may be named for no more.
  "[[Robert Quillfeather]]'s brother Omar Quillfeather spoke. Quillfeather left.",
  // Not beside a stranger's relative, nor where the relative is named for their own sake, too,
  "Clara Quillfeather came with her husband, [[Robert Quillfeather]]. [[Quillfeather]] left.",
  "[[Robert Quillfeather]] spoke. Clara Quillfeather listened. Quillfeather left.",
  "[[Daniel Marlowe|daniel]] spoke. ¶His wife, [[Helen Marlowe|helen]], listened. [[Helen Marlowe|helen]] spoke. ¶[[Marlowe|helen]] left.",
  "[[Robert Quillfeather]] left. ¶Robert Quillfeather Jr. tweeted. ¶Quillfeather said nothing.",
  "[[Daniel Marlowe|daniel]] spoke. [[Marlowe|daniel]] left. ¶[[Helen Marlowe|helen]] came with her husband, [[Daniel Marlowe|daniel]]. [[Marlowe|daniel]] sat.",
  // nor in a paragraph of the relative's.
  "[[Robert Quillfeather]] left. ¶His son Robert Quillfeather Jr. tweeted. Quillfeather said nothing.",
]);

table("two people of the cast with one surname", [
  "[[Daniel Marlowe|daniel]] spoke. [[Marlowe|daniel]] left.",
  "[[Helen Marlowe|helen]] spoke. [[Marlowe|helen]] left.",
  "[[Daniel Marlowe|daniel]] spoke. Mrs. [[Marlowe|helen]] left.",
  "[[Daniel Marlowe|daniel]] met [[Helen Marlowe|helen]]. ¶Mr. [[Marlowe|daniel]] left.",
  "Marlowe left.",
  "Christopher Marlowe wrote. Marlowe died.",
]);

table("a bare surname stays with the person it was used for, though a relative is named in full later", [
  // The page's subject is named in full once, a relative each time.
  "[[Daniel Marlowe|daniel]] spoke. ¶[[Marlowe|daniel]] said no. ¶The lawyer of [[Helen Marlowe|helen]] was silent. ¶[[Marlowe|daniel]] left. ¶[[Helen Marlowe|helen]] was in court. ¶[[Marlowe|daniel]] slept.",
  "[[Robert Quillfeather]] spoke. ¶[[Quillfeather]] said no. ¶The lawyer of Clara Quillfeather was silent. ¶[[Quillfeather]] left. ¶Clara Quillfeather was in court. ¶[[Quillfeather]] slept.",
  "[[Robert Quillfeather]] spoke. ¶[[Quillfeather]] left. ¶Robert Quillfeather Jr. wept. ¶[[Quillfeather]] slept.",
  // Whoever has been introduced since takes it over where it was nobody's yet,
  "[[Robert Quillfeather]] spoke. ¶Clara Quillfeather left. ¶Quillfeather slept.",
  "[[Daniel Marlowe|daniel]] spoke. ¶[[Helen Marlowe|helen]] left. ¶[[Marlowe|helen]] slept.",
  // and in their own paragraph, and as long as the text goes on about them.
  "[[Robert Quillfeather]] spoke. [[Quillfeather]] left. ¶[[Quillfeather]] slept. ¶Clara Quillfeather opened a shop. Quillfeather sold cakes. ¶Quillfeather slept. ¶They wept. ¶Then [[Quillfeather]] came.",
  "[[Daniel Marlowe|daniel]] spoke. [[Marlowe|daniel]] left. ¶[[Marlowe|daniel]] slept. ¶[[Helen Marlowe|helen]] opened a shop. [[Marlowe|helen]] sold cakes. ¶[[Marlowe|helen]] slept. ¶They wept. ¶[[Marlowe|daniel]] came.",
  // A stranger who is the page's subject keeps it likewise.
  "Clara Quillfeather spoke. Quillfeather left. ¶Quillfeather slept. ¶[[Robert Quillfeather]] wept. ¶They ate. ¶Quillfeather came.",
]);

table("a headline speaks of whoever is introduced first", [
  "[[Marlowe|daniel]] to quit ¶[[Daniel Marlowe|daniel]] spoke. ¶[[Helen Marlowe|helen]], [[Helen Marlowe|helen]], [[Helen Marlowe|helen]]",
  "[[Marlowe|helen]] to quit ¶[[Helen Marlowe|helen]] spoke. ¶[[Daniel Marlowe|daniel]], [[Daniel Marlowe|daniel]], [[Daniel Marlowe|daniel]]",
  "[[Quillfeather]] to quit ¶[[Robert Quillfeather]] spoke. ¶Clara Quillfeather, Clara Quillfeather",
  "Quillfeather to quit ¶Clara Quillfeather spoke. ¶[[Robert Quillfeather]], [[Robert Quillfeather]]",
  "[[Quillfeather]] to quit ¶His wife, Clara Quillfeather, spoke. ¶[[Robert Quillfeather]] slept.",
]);

table("an introduction later in the block says nothing of a surname that has been somebody's", [
  "[[Daniel Marlowe|daniel]] spoke. ¶[[Marlowe|daniel]] left. [[Helen Marlowe|helen]] stayed.",
  "[[Daniel Marlowe|daniel]] spoke. ¶[[Helen Marlowe|helen]] stayed. [[Marlowe|helen]] left.",
  "[[Robert Quillfeather]] spoke. ¶[[Quillfeather]]’s wife, Clara Quillfeather, was hurt. ¶[[Quillfeather]] left.",
]);

table("whose relative is introduced is another, if named before", [
  "[[Quillfeather]] spoke. ¶His wife, Clara Quillfeather, left. ¶[[Quillfeather]] slept.",
  "[[Quillfeather]]’s wife, Clara Quillfeather, was hurt. ¶[[Quillfeather]] left.",
  "[[Robert Quillfeather]] spoke. ¶His wife, Clara Quillfeather, left. ¶[[Quillfeather]] slept.",
  // The relative in their own paragraph, or where nobody was named before; a stranger who is more than a relative.
  "[[Quillfeather]] spoke. ¶His wife, Clara Quillfeather, left. Quillfeather slept.",
  "His wife, Clara Quillfeather, left. ¶Quillfeather slept.",
  "Quillfeather spoke. ¶His wife, Clara Quillfeather, left. Clara Quillfeather slept.",
  "Stone spoke. ¶His wife, Clara Stone, left.",
]);

table("a word before a surname is a given name unless it is known to be none", [
  "Isolde Ellingworth won. ¶[[Mara Ellingworth]] came.",
  "Yesterday [[Ellingworth]] won. ¶[[Mara Ellingworth]] came.",
  "But [[Ellingworth]] won. ¶[[Mara Ellingworth]] came.",
  "Asked why, [[Ellingworth]] won. ¶[[Mara Ellingworth]]",
  "Last Friday [[Ellingworth]] won. ¶[[Mara Ellingworth]]",
  "when he fought American [[Ellingworth]] ¶[[Mara Ellingworth]]",
  "In March [[Ellingworth]] won. ¶[[Mara Ellingworth]]",
  "“Dump Ellingworth,” they cried. [[Ellingworth]] left. ¶[[Mara Ellingworth]]",
  "Democrat [[Ellingworth]] won ¶[[Mara Ellingworth]]",
  "Interviewing [[Ellingworth]] was hard ¶[[Mara Ellingworth]]",
]);

table("an unknown word first in a sentence, or where a place may stand there, hides nobody", [
  "[[Mara Ellingworth]] came. Defiant Ellingworth vowed to stay. [[Ellingworth]] wept.",
  "[[Mara Ellingworth]] came. Afterwards Ellingworth said no. [[Ellingworth]] wept. ¶[[Ellingworth]] left.",
  "[[Mara Ellingworth]] came. On Zwitter Ellingworth raged. [[Ellingworth]] wept. ¶[[Ellingworth]] left.",
  "“Dump Ellingworth,” they cried. [[Ellingworth]] left. ¶[[Mara Ellingworth]]",
  "[[Mara Ellingworth]] came. ¶In Brno Ellingworth said no. ¶[[Ellingworth]] left.",
]);

table("a short given name is one first in a sentence too, unless it is a common word", [
  "[[Robert Quillfeather]] spoke. Liz Quillfeather listened. Quillfeather left.",
  "[[Robert Quillfeather]] spoke. Vince Quillfeather listened. Quillfeather left.",
  "[[Robert Quillfeather]] spoke. Win [[Quillfeather]] over first. [[Quillfeather]] left.",
  "[[Robert Quillfeather]] spoke. Will [[Quillfeather]] listen? [[Quillfeather]] left.",
]);

table("a word between a given name and a surname is a middle name", [
  "Florence May Ellingworth won. Ellingworth left.",
  "[[Mara Ellingworth]] came. Last May [[Ellingworth]] left.",
  "[[Mara Ellingworth]] came. With John, President [[Ellingworth]] left.",
  "[[Mara Ellingworth]] came. With John, May [[Ellingworth]] leave?",
]);

table("an article before a surname leads on to a stranger's given name", [
  "the adviser Mowaffak al-Qasimi said. Al-Qasimi left.",
  "[[Bashir al-Qasimi]] came. Yesterday [[al-Qasimi]] left.",
  "Mowaffak von Ellingworth said.",
  "[[Mara Ellingworth]] came. La victoria de [[Ellingworth]] sorprende.",
]);

table("a surname that is a town needs an introduction, and is the town after a preposition of place", [
  "[[Edna Winchester]] left. She lives in Winchester. [[Winchester]] said so.",
  "[[Edna Winchester]] left. In [[Winchester]]'s view it was late.",
  "They went to Winchester by train.",
  "[[Edna Winchester]] left. The Winchester Rovers lost.",
]);

table("lists, bylines and score tables", [
  "[[Mara Ellingworth]] came. ¶1. Isel Ellingworth (Cuba) 65.1",
  "[[Mara Ellingworth]] came. ¶Mushtaq Ellingworth not out 14",
  "[[Mara Ellingworth]] came. ¶By Jonas Ellingworth",
  "By [[Mara Ellingworth]]",
  "Photo: [[Ellingworth]]/Getty ¶[[Mara Ellingworth]] came.",
  "[[Mara Ellingworth]], [[Robert Quillfeather]]; [[Ellingworth]]",
  "Clara Ellingworth, [[Mara Ellingworth]].",
  "[[Ellingworth]]\u20286\u2028[[Quillfeather]]\u20283 ¶[[Mara Ellingworth]], [[Robert Quillfeather]]",
]);

table("a surname that is a word", [
  "[[Stone]] said no. ¶[[Grace Stone]] came.",
  "A stone fell. ¶[[Grace Stone]] came.",
  "The Stone Age ended. ¶[[Grace Stone]] came.",
  "[[Vale]] sings. ¶[[Victoria Vale]] came",
]);

table("the story's own words and people speak for a surname", [
  "The harbour inquiry heard [[Ellingworth]].",
  "The harbour inquiry over the dredging contract heard Baker.",
  "[[Mara Ellingworth]] and [[Robert Quillfeather]] came. [[Goldhammer]] left.",
  "Cora Whitcastle came. Whitcastle left.",
]);

table("a given name that is a word too is one in a sentence, but for those that begin a question", [
  "“So be it,” he said. Mark Ellingworth ran. ¶[[Mara Ellingworth]] came.",
  "ATLANTA - Bob Ellingworth resigned on Wednesday. Ellingworth wept.",
  "Will [[Ellingworth]] run? May [[Ellingworth]] stay? ¶[[Mara Ellingworth]] came.",
  "Grant [[Ellingworth]] Bail Now, Lawyers Say ¶[[Mara Ellingworth]] came.",
]);

table("of longer words a headline in title case leaves but prepositions small", [
  "[[Mara Ellingworth]] (Poland) beat Wiola Ellingworth (Czech Republic) 6-2 6-3",
  "Friends Slam Wild [[Ellingworth]] After Speech About Harbour ¶[[Mara Ellingworth]] came.",
]);

table("two capitalised words between signs or numbers are a name, in a headline not", [
  "[[Mara Ellingworth]] came. ¶Photograph: Wiola Ellingworth/Picture Desk",
  "[[Mara Ellingworth]] came. ¶2. Wiola Ellingworth (Poland) 66.1, 3. Zuzka Quillfeather (Norway) 66.2",
  "Council Leaders Begin to Buck [[Ellingworth]] on Harbour ¶[[Mara Ellingworth]] came.",
]);

table("nobody is introduced after they have been named in the same sentence", [
  "Ellingworth took her name from the old poet [[Mara Ellingworth]].",
  "[[Ellingworth]] was born in Kiel to the chemist Omar Ellingworth.",
  "Stone was born in Kiel to the chemist Omar Stone.",
  "[[Mara Ellingworth]] came. ¶[[Ellingworth]] said there was no other [[Mara Ellingworth]].",
  "[[Ellingworth]] was in her passport known as [[Mara Ellingworth]].",
  "[[Ellingworth]], who was born [[Mara Ellingworth]], came.",
  "[[Ellingworth]], [[Mara Ellingworth]], harbour, dredging, [[Robert Quillfeather]]",
  "“[[Ellingworth]] must go and never come back,” wrote a friend of [[Mara Ellingworth]].",
  "[[Ellingworth]] calls for a cleaner harbour By Staff Reporter [[Mara Ellingworth]] spoke.",
  "[[Ellingworth]] to quit in spring or so ¶[[Mara Ellingworth]] came.",
]);

table("after the word for a relative stands a relative", [
  "His eyes were on his son, Ellingworth, and his daughter.",
  "Her husband Ellingworth slept.",
  "His eyes were on [[Ellingworth]], his son, and his daughter.",
  "[[Mara Ellingworth]] came. His son, [[Ellingworth]] said, slept.",
]);

table("a title in the dossier tells the sex of a rare given name", [
  "[[Osgar Penhallow]] came. Lady Penhallow left.",
  "[[Osgar Penhallow]] came. Sir [[Penhallow]] left.",
]);

table("a title that is but part of another office is not the person's", [
  "Vice Governor Greystone spoke.",
  "Deputy Attorney General Harrow spoke.",
  "Former Governor [[Greystone]] spoke.",
  "The vice was his; Governor [[Greystone]] spoke.",
]);

table("given names that a hyphen joins are one", [
  "[[Robert Quillfeather]] came. Robert-Jan Quillfeather left.",
  "[[Robert Quillfeather]] came. [[Robert Jan Quillfeather]] left.",
]);

table("an inverted sentence", [
  "Said [[Ellingworth]]: “No.” ¶[[Mara Ellingworth]] came.",
  "He met Said Ellingworth there. ¶[[Mara Ellingworth]] came.",
]);

table("a compound surname is read whole though its first part is a name too, and needs no introduction", [
  "Later [[Rivasol-Peña]] left.",
  "Later [[Pinkerton-Hale]] left.",
  "Later Rivasol left.",
  "Later Clara Rivasol-Peña left.",
]);

table("king, pope, sister and sir stand before a given name", [
  "Pope Desmond spoke. King Desmond left. Sister Desmond and Sir Desmond came.",
  "[[Howard Desmond]] came. ¶Prince Desmond left.",
  "[[Howard Desmond]] came. Mr. [[Desmond]] left; President [[Desmond]] stayed.",
  "[[Stellan VII]] came. King [[Stellan]] left.",
  "Pope [[Quillfeather]] joked.",
]);

table("a surname that is a title too stands before somebody's given name", [
  "Dean Oliver said the college would close.",
  "[[Oliver Dean]] came. ¶Dean Oliver closed it. ¶Then [[Dean]] left.",
  "[[DEAN Oliver]]; [[Dean, Oliver]]",
]);

table("a title and its abbreviation are one", [
  "Gov. [[Greystone]] spoke. ¶Gov [[Greystone]] left.",
  "Representative [[Oakes]] spoke. ¶Rep. [[Oakes]] left.",
  "Sen. Greystone, Lt. Gov. Greystone and Sen. Oakes spoke.",
]);

table("a town after a preposition, a couple and a second given name are strangers for that place only", [
  "[[Mara Ellingworth]] came. ¶In Brno Ellingworth said no. ¶[[Ellingworth]] left.",
  "[[Mara Ellingworth]] came. ¶In Jonas Ellingworth we saw a friend. ¶Ellingworth left.",
  "[[Emre Selim Karatepe]] came. Selim Karatepe spoke. ¶[[Karatepe]] left.",
  "[[Emre Selim Karatepe]] came. ¶Robert Karatepe spoke. ¶Karatepe left.",
  "[[Robert Quillfeather]] came. ¶Mr and Mrs Quillfeather left. ¶[[Quillfeather]] slept.",
  "[[Mara Ellingworth]] came. ¶Mr. and Mrs. Ellingworth left. ¶Mrs. [[Ellingworth]] slept.",
  "[[Robert Quillfeather]] came. ¶Mr Baker said Mrs Quillfeather left. ¶Quillfeather slept.",
]);

table("somebody's relative who comes in beside a stranger hides them not", [
  "[[Mara Ellingworth]] came. ¶Omar Ellingworth left. ¶Then Clara Ellingworth came with his son Peter Ellingworth. ¶Ellingworth sat down.",
]);

table("a title in the plural is that of each surname of the list", [
  "Sens. [[Baker]] and Zandvoort asked. Sens Smith and [[Baker]] left.",
  "Senators Smith, Garvey and [[Baker]] left; Senators Smith (R-Ohio), and [[Baker]] (D-Utah) too.",
  "Former Attorneys General [[Harrow]] and Smith met. Attorneys General Smith and [[Harrow]] met.",
  "Reps. [[Oakes]] and Smith asked; Representatives Smith and [[Oakes]] left.",
  "Governors Smith and [[Greystone]] met.",
  "Senators Smith and Harrow met. Governors Smith and Baker met.",
  "Senator Smith and Baker met. Mrs. Smith and Baker met. Senators met Smith and Baker.",
  "The press Baker met and the sensible Baker left.",
  "Lieutenant Governors Greystone and Smith met. Vice Governors Smith and Greystone met.",
]);

table("a title in another language is that of the dossier", [
  "El senador [[Baker]] habló. Le sénateur [[Baker]] a parlé. Il senatore [[Baker]] è qui.",
  "Gouverneur [[Greystone]] und Justizminister [[Harrow]] trafen sich.",
  "Ya lo dijo el fiscal general [[Harrow]].",
  "El gobernador Baker y le sénateur Stone. Präsident Baker ging.",
  "La senadora Baker habló. Senatorin Baker ging.",
]);
