import { table } from "./table.ts";

table("a full name stands alone, with word edges and nothing but spaces between", [
  "On Monday [[Mara Ellingworth]] spoke.",
  "[[Mara\u00A0Ellingworth]], [[Mara\n  Ellingworth]]",
  "Clara Ellingworth spoke.",
  "Tamara Ellingworth spoke.",
  "“[[Mara Ellingworth]],” he said.",
  "[[Mara Ellingworth]]’s plan",
  "MaraEllingworth spoke",
  "([[Mara Ellingworth]])",
  ["[[Mara Ellingworth]]s Plan", { lang: "de" }],
  "[[Mara Ellingworth]]—the clerk—left",
  "Mara Ellingworth2 said",
  "We met Mara Ellingworth² yesterday",
]);

table("initials and middle names are read over unless they contradict", [
  "[[Mara J. Ellingworth]] spoke.",
  "[[Mara JK Ellingworth]] spoke",
  "[[Edmund Harrow]] spoke.",
  "[[Edmund James Harrow]] spoke.",
  "Edmund K. Harrow spoke.",
  "Edmund Karl Harrow spoke.",
  "[[E. J. Harrow]] spoke.",
  "Mara Louise Ellingworth spoke.",
  "[[Mara Ellingworth]] came. ¶[[Mara Louise Ellingworth]] spoke.",
  "[[Mara Ellingworth]] said. ¶[[M. Ellingworth]] signed.",
  "[[Mara Ellingworth]] said. ¶B. Ellingworth signed.",
]);

table("the first initial is that of the first middle name", [
  "[[Oswald P. T. Brackenridge]] spoke.",
  "[[Oswald P. Brackenridge]] spoke.",
  "[[Oswald P.T. Brackenridge]] spoke.",
  "[[Oswald Brackenridge]] spoke.",
  "Oswald T. Brackenridge spoke.",
  "OSWALD T BRACKENRIDGE",
]);

table("before a pair of syllables stands the family's name", [
  "[[Zhao]] wins ¶[[Zhao Wen-shu]] came. [[Zhao]] left.",
  "Zhao wins",
  "[[Zhao Wen-shu]] came. Zhao Ming-de left.",
  "[[Zhao Wenshu]] came.",
]);

table("particles of the whole name are read before a surname that the dossier gives without them", [
  "[[Dolf van Wezenaar]] came. [[Van Wezenaar]] left. [[Wezenaar]] stayed.",
  "[[Dolf van Wezenaar]] came. Piet van Wezenaar left.",
]);

table("ligatures and full-width letters are the letters they stand for", [
  "[[Kirby Gri\uFB03ths]] spoke.",
  "[[KIRBY GRI\uFB03THS]] SPOKE",
  "[[\uFF2D\uFF41\uFF52\uFF41 \uFF25\uFF4C\uFF4C\uFF49\uFF4E\uFF47\uFF57\uFF4F\uFF52\uFF54\uFF48]] spoke.",
  "昨日[[\uFF2D\uFF41\uFF52\uFF41\u3000\uFF25\uFF4C\uFF4C\uFF49\uFF4E\uFF47\uFF57\uFF4F\uFF52\uFF54\uFF48]]が",
  "xKirby Gri\uFB03ths",
  "Kirby Gri\uFB03thsx",
  "\uFF58Mara Ellingworth, Mara Ellingworth\uFF53",
]);

table("what is not seen inside a name does not part it, and beside it is no part of it", [
  "[[Ma\u00ADra El\u200Bling\u200Eworth]] spoke",
  "\u200B[[Mara Ellingworth]]\u200B spoke",
  "On Monday \u00AD[[Mara Ellingworth]]\u00AD’s plan",
  "On \u200F[[Mara Ellingworth]]\u200F, and \u2067[[Mara Ellingworth]]\u2069",
  "[[Mara Ellingworth]]\uFE0F spoke",
  "[[Ma\u0301ra Ellingworth\u0301]] spoke",
  "[[Mara Ellingworth]] came. Then \u200B[[Ellingworth]]\u200B left.",
  "[[Mara Ellingworth]] came. Clara\u200B Ellingworth left.",
  "[[Mara \u200BEllingworth]], [[Mara \u200EEllingworth]], [[Mara \u200B Ellingworth]], [[Mara\u00AD Ellingworth]]",
  "Mara Ellingworth\u00ADer",
  "x\u200BMara Ellingworth",
  "Mara\u200BEllingworth",
]);

table("a generation must be the person's own", [
  "[[Walter Fenwicke III]] spoke.",
  "[[Walter Fenwicke]] spoke.",
  "Walter Fenwicke Jr. spoke.",
  "Walter Fenwicke, Jr., spoke.",
  "Mara Ellingworth Jr. spoke",
  "Mara Ellingworth Sr. spoke",
  "[[Robert Quillfeather]] spoke. Quillfeather Jr. left.",
  "[[Robert Quillfeather]] spoke. Quillfeather senior left.",
  "Robert Quillfeather II came",
]);

table("short and long forms of a given name", [
  "[[Bob Quillfeather]] spoke.",
  "[[Bobby Quillfeather]] spoke.",
  "[[Rob Quillfeather]] spoke.",
  "Bill Quillfeather spoke.",
  "[[Dan Marlowe]] met Helen.",
  "[[Ed Harrow]] spoke",
  "[[Rich Pinkerton-Hale]] spoke",
  "[[Vicky Vale]] spoke",
  "[[Sammy the Shark]] was seen",
  "[[Sam Goldhammer]] was seen",
]);

table("compound surnames, with hyphen or space, whole or their first part", [
  "[[Tomás Rivasol-Peña]] spoke.",
  "[[Tomas Rivasol Pena]] spoke.",
  "[[Tomás Rivasol\u2011Peña]] spoke.",
  "[[Tomás Rivasol-Peña]] came. [[Rivasol-Peña]] left. [[Rivasol]] left.",
  "[[Richard Pinkerton Hale]] and later [[Pinkerton-Hale]]",
  "[[Elena Castellane Dorsey]] won. [[Castellane Dorsey]] left. [[Dorsey]] wept. [[Castellane]] sang.",
  "[[Elena Castellane-Dorsey]] won",
  "[[Elena Castellane]] was here",
  "Castellane sang.",
  "Richard Hale spoke.",
  "Nathan Hale spoke after [[Richard Pinkerton-Hale]].",
  "Mr. [[Adebanjo-Smythe]] came; [[Olu Adebanjo-Smythe]] left",
]);

table("particles and O' are read, in any case", [
  "[[Dirk van der Hoevel]] spoke.",
  "[[Dirk Van Der Hoevel]] spoke. [[Van der Hoevel]] left.",
  "[[Dirk Hoevel]] spoke.",
  "[[Dirk van der Hoevel]] spoke. [[Hoevel]] left.",
  "Peter van der Hoevel spoke.",
  "[[DIRK VAN DER HOEVEL]] RESIGNS",
  "[[Sadia bin Rafiq]] spoke. [[Bin Rafiq]] left.",
  "[[Conor O'Brannigan]] spoke. [[O’Brannigan]] left.",
  "[[CONOR O'BRANNIGAN]]",
  "[[Conor OʼBrannigan]]",
  "Conor Brannigan spoke",
]);

table("diacritics may be missing or written as in German", [
  "[[Anneliese Mullerstedt]]",
  "[[Anneliese Muellerstedt]]",
  "[[ANNELIESE MÜLLERSTEDT]]",
  "[[Anneliese Mu\u0308llerstedt]]",
  "[[ANNELIESE MUELLERSTEDT]]",
  "[[Bjorn Alstad]]",
  "[[Bjoern Aalstad]]",
  "[[Björn Ålstad]]",
  "Anneliese Mollerstedt",
  "[[Anneliese Müller\u00ADstedt]]",
  "[[Tomás Rivasol\u2010Peña]]",
]);

table("al-, el- and none", [
  "[[Bashir al-Qasimi]]",
  "[[Bashir Qasimi]]",
  "[[Bashir el-Qasimi]]",
  "[[Bashir Al Qasimi]]",
  "[[Bashir al-Qasimi]] spoke. [[Al-Qasimi]] left.",
  "Omar al-Qasimi spoke",
  "[[Bashir al\u2011Qasimi]]",
]);

table("transliterations that the dossier gives", [
  "[[Serguei Volhonov]]",
  "Вчера [[Сергей Волхонов]] сказал",
  "[[Sergej Wolchonow]] kam",
  "[[Sergei Volkhonov]] spoke. [[Волхонов]]",
  "Сергея Волхонова",
]);

table("a nickname in quotes or brackets inside the name", [
  "[[Mara Ellingworth]] came. ¶Then Mara Stone) Isolde Ellingworth left.",
  "[[Hector “Macho” Delcampo]] fought",
  "[[Hector Delcampo]] fought",
  "[[Macho Delcampo]] fought",
  "[[Mara “the Fox” Ellingworth]]",
  "[[Mara 'Foxy' Ellingworth]]",
  "[[Mara (Foxy) Ellingworth]]",
  "Clara “Mara” Ellingworth",
  "[[Robert «Bobby» Quillfeather]]",
]);

table("somebody known by initials", [
  "[[J.R. Whitcastle]]",
  "[[JR Whitcastle]]",
  "[[J. R. Whitcastle]]",
  "[[J R Whitcastle]]",
  "K. L. Whitcastle",
  "[[J.R. Whitcastle]] spoke. [[Whitcastle]] left.",
  "[[J. Whitcastle]] spoke",
]);

table("all in capitals", [
  "[[MARA ELLINGWORTH]] SPEAKS",
  "[[ELLINGWORTH]] BACK FOR MORE ¶[[Mara Ellingworth]] came.",
  "[[Mara ELLINGWORTH]] spoke",
  "[[FIONA MACTAVERING]] WINS",
  "CLARA ELLINGWORTH SPEAKS",
]);

table("capitals inside a surname", ["[[Fiona MacTavering]]", "[[Fiona Mactavering]]"]);

table("surname first", [
  "[[Li Wenqiang]] spoke. [[Li]] left.",
  "[[Wenqiang Li]] spoke",
  "[[ELLINGWORTH Mara]]",
  "Ellingworths Mara spoke",
  "[[Ellingworth, Mara]]",
  "Ellingworth, Clara",
  "[[Takezawa Nobuo]] spoke",
  "Li Na spoke",
]);

table("surname first in lists of results", [
  "[[ELLINGWORTH Mara]] NOR",
  "1 [[ELLINGWORTH Mara]] NOR 9.63",
  "[[QUILLFEATHER Robert]] ESP bt [[ELLINGWORTH Mara]] NOR 6-2",
  "1. [[Ellingworth, Mara]] 9.63; 2 [[Quillfeather, Robert]] 9.70; 13. [[DEAN, Oliver]] (JAM) 9.80",
  "ELLINGWORTH Clara NOR 9.63. ¶Ellingworth won.",
  "1. Ellingworth, Clara. ¶Ellingworth won.",
  "ELLINGWORTH Mara Zandvoort won; she met Ellingworth Mara NOR.",
  "In 2017 Ellingworth, Mara and others came. ¶Clara Ellingworth won.",
  "[[ELLINGWORTH]] WILL QUIT ¶[[ELLINGWORTH]] Will Quit ¶[[Mara Ellingworth]]",
]);

table("lower case and handles where the dossier allows them", [
  "[[kwame adjeitum]] spoke",
  "we saw [[adjeitum]]; [[kwame adjeitum]]",
  "mara ellingworth spoke",
  "follow [[@kadjeitum]] now",
  "follow @kadjeitum2 now",
  ".[[@kadjeitum]] said no. Then .[[@kadjeitum]] left: x.@kadjeitum",
  "#Ellingworth2020 [[Mara Ellingworth]]",
]);

table("kings and popes", [
  "[[Stellan VII of Norrland]] came",
  "[[Stellan VII]] came. King [[Stellan]] left. [[Stellan]] sang.",
  "Stellan VI came",
  "Stellan Bergman came. [[Stellan VII]]",
]);

table("a rare given name, once introduced", [
  "[[Bashir al-Qasimi]] came; Bashir left; Bashir Khan won.",
  "Kwame sang.",
  "[[Robert Quillfeather]] came. Robert sang.",
]);

table("a name goes on to its end, though the surname stands before it", [
  "[[Joaquín Terralba Ochoa]] won. [[Terralba]] left. [[Joaquin Terralba]] came; [[Terralba Ochoa]] waved.",
  "[[Joaquín Terralba]] won. Then Ochoa left.",
  "[[Li Wenqiang]] spoke. Li Na left.",
  "[[Joaquín Terralba]]. Ochoa left.",
]);

table("a full name that goes on is somebody else's", [
  "Mara Ellingworth Smith spoke. Ellingworth left.",
  "Mara Ellingworth-Smith spoke. Ellingworth left.",
  "Mara Ellingworth-Zandvoort spoke.",
  "Mara Ellingworth King Jr. and Mara Ellingworth Zandvoort III",
  "Mara Ellingworth Zandvoort spoke.",
  "[[Mara Ellingworth]] left. ¶Mara Ellingworth Smith spoke. ¶[[Ellingworth]] slept.",
  "It was a lie, said [[Mara Ellingworth]] Monday.",
  "Then [[Mara Ellingworth]] King Stephen praised.",
  "[[Mara Ellingworth]] Dances On Stage",
  "Photo of [[Mara Ellingworth]] Credits Release Date: 7 May",
  "the [[Mara Ellingworth]]-[[Robert Quillfeather]] debate",
  ["[[Mara Ellingworth]] kam. Das sagte [[Mara Ellingworth]] Reportern. [[Mara Ellingworth]]s Smith", { lang: "de" }],
  "[[Joaquín Terralba Ochoa]] won.",
]);

table("one syllable of a given name of two is not the given name", [
  "[[Im Hae-won]] spoke. [[Im Hae Won]] left. [[IM HAE-WON]]",
  "Im Hae-jun, the chairman, spoke. Im left.",
  "Im Hae-Jun spoke. Im Hae left.",
  "[[Li Wenqiang]]-led talks",
]);

table("a given name of two capitals is not two initials", [
  "[[ED HARROW]] QUITS",
  "[[TED HARROW]] QUITS",
  "EK HARROW QUITS",
  "[[JR Whitcastle]] quits",
]);

table("only the full stop of an abbreviated generation is part of a name, and none parts it", [
  "They met [[Walter Fenwicke III]]. Then they left.",
  "They met [[Owen Purslow Jr.]] Then they left.",
  "[[Elena Castellane Dorsey]] came. [[Castellane]]. [[Dorsey]] left.",
]);

table("a one-word alias keeps its generation", ["[[OWP Jr.]] spoke. [[OWP Jr]] left.", "OWP spoke. OWP Sr. left."]);

table("a name that begins with a number is found whole", [
  "[[10 Nickel]] sang.",
  "Nickel rose by 10 cents. A 10 nickel coin.",
]);

table("a name may end in a single letter", [
  "[[Corvin Q]] was shot. [[CORVIN Q]] and [[Tay-Q]] sang.",
  "Corvin sang, Tay and Q too. Corvin Qu left.",
]);
