import type { Alias, Person } from "../../src/dossier/schema.ts";

/** An invented person. */
export const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id,
  name,
  aliases: [],
  blocked: [],
  titles: [],
  roles: [],
  summary: "",
  sameAs: [],
  ...more,
});

/** One whose id is made from the name. */
export const named = (name: string, more: Partial<Person> = {}): Person =>
  person(name.toLowerCase().replace(/[^a-z]+/g, "-"), name, more);

const alias = (text: string, kind: Alias["kind"], letters: Alias["case"] = "exact"): Alias => ({
  text,
  kind,
  case: letters,
});

/** An invented cast, a kind of name each. */
export const CAST: Person[] = [
  person("mara", "Mara Ellingworth"),
  person("robert", "Robert Quillfeather"),
  person("tomas", "Tomás Rivasol-Peña"),
  person("anna", "Anneliese Müllerstedt"),
  person("dirk", "Dirk van der Hoevel"),
  person("bashir", "Bashir al-Qasimi"),
  person("sergei", "Sergei Volkhonov", {
    aliases: [
      alias("Сергей Волхонов", "transliteration"),
      alias("Serguei Volhonov", "transliteration"),
      alias("Sergej Wolchonow", "transliteration"),
    ],
  }),
  person("hector", 'Hector "Macho" Delcampo'),
  person("jr", "J. R. Whitcastle"),
  person("li", "Li Wenqiang", { aliases: [alias("Li", "surname")] }),
  person("conor", "Conor O'Brannigan"),
  person("stone", "Grace Stone"),
  person("daniel", "Daniel Marlowe"),
  person("helen", "Helen Marlowe"),
  person("baker", "Patrick Baker", { titles: ["Senator", "Sen."] }),
  person("harrow", "Edmund J. Harrow", {
    titles: ["Attorney General", "AG"],
    blocked: ["Harrow School", "Pete Harrow", "Harrow Road"],
  }),
  person("elena", "Elena Castellane Dorsey"),
  person("kwame", "Kwame Adjeitum", {
    aliases: [
      alias("kwame adjeitum", "full", "any"),
      alias("Adjeitum", "surname", "any"),
      alias("@kadjeitum", "handle"),
    ],
  }),
  person("walter", "Walter Fenwicke III"),
  person("rich", "Richard Pinkerton-Hale"),
  person("sadia", "Sadia Bin Rafiq"),
  person("bjorn", "Bjørn Ålstad"),
  person("gold", "Samuel Goldhammer", { aliases: [alias("Sammy the Shark", "nickname")] }),
  person("mcd", "Fiona MacTavering"),
  person("king", "Stellan VII of Norrland"),
  person("cher", "Zephyrine"),
  person("olu", "Olu Adebanjo-Smythe"),
  person("grey", "Theodore Greystone", { titles: ["Governor"] }),
  person("abe", "Nobuo Takezawa"),
  person("vale", "Victoria Vale"),
  person("oswald", "Oswald P. T. Brackenridge"),
  person("winchester", "Edna Winchester"),
  person("zhao", "Zhao Wen-shu"),
  person("pak", "Pak Jong-su"),
  person("im", "Im Hae-won", { aliases: [alias("Im", "surname")] }),
  person("dean", "Oliver Dean"),
  person("june", "Iris June"),
  person("oakes", "Clement Oakes", { titles: ["Rep."] }),
  person("emre", "Emre Selim Karatepe"),
  person("corvin", "Corvin Q", { aliases: [alias("Tay-Q", "nickname")] }),
  person("owen", "Owen W. Purslow Jr.", { aliases: [alias("OWP Jr.", "nickname")] }),
  person("ten", "10 Nickel"),
  person("dolf", "Dolf van Wezenaar", { aliases: [alias("Wezenaar", "surname")] }),
  person("kirby", "Kirby Griffiths"),
  person("desmond", "Howard Desmond"),
  person("joaquin", "Joaquín Terralba Ochoa", { aliases: [alias("Terralba", "surname")] }),
  person("osgar", "Osgar Penhallow", { titles: ["Sir"] }),
];

/** Words of the invented cast's story. */
export const CONTEXT = ["harbour inquiry", "dredging contract"];
