import type { Correction, DossierDate } from "./schema.ts";

/** Who is meant, over all installed dossiers: dossier id as installed (feeds never share one) and person id. */
export interface PersonRef {
  dossier: string;
  person: string;
}

export interface PersonLink {
  ref: PersonRef;
  name: string;
  role?: string;
}

export interface SourceView {
  id: string;
  title: string;
  publisher?: string;
  author?: string;
  date?: DossierDate;
  url?: string;
  archivedUrl?: string;
  note?: string;
}

/** What stands against, answers or repeats a statement, seen from that statement. */
export interface RelationView {
  kind: "answers" | "disputes" | "atOddsWith" | "repeats";
  /** "to": this statement names the other; "from": the other names this one. */
  direction: "to" | "from";
  basis: string;
  target: {
    type: "statement" | "event";
    id: string;
    label: string;
    verbatim: boolean;
    speakerName?: string;
    date?: DossierDate;
  };
}

export interface StatementView {
  id: string;
  kind: "said" | "testified" | "wrote" | "posted" | "spokesperson";
  speakerName: string;
  speaker?: PersonRef;
  date?: DossierDate;
  venue?: string;
  /** Verbatim. */
  quote?: string;
  /** Our words. */
  paraphrase?: string;
  inReplyTo?: { id: string; speakerName: string; label: string; verbatim: boolean };
  /** What stands against it first. */
  relations: RelationView[];
  /** How many more there are. */
  moreRelations?: number;
  sources: SourceView[];
  correction?: Correction;
  /** Added or changed since the reader last looked at this person. */
  isNew?: boolean;
}

export interface TimelineItem {
  type: "event" | "statement";
  id: string;
  date?: DossierDate;
  /** Of a statement: its words. */
  title: string;
  /** The title is a quote. */
  verbatim?: boolean;
  /** This person's part in it, where the dossier says one. */
  part?: string;
  correction?: Correction["kind"];
  isNew?: boolean;
}

/** Everything a card shows of one person in one dossier. */
export interface CardView {
  ref: PersonRef;
  name: string;
  /** Role as of the story. */
  role?: string;
  /** Set when that role had ended by then. */
  roleUntil?: DossierDate;
  summary?: string;
  dossier: {
    id: string;
    title: string;
    version: number;
    /** BCP 47: of all that the dossier says, here too. */
    language: string;
    asOf: string;
    publisher: string;
    /** The feed it came by. */
    feedTitle?: string;
    /** It came from a file. */
    isImported?: true;
  };
  /** Latest and most telling first. */
  statements: StatementView[];
  statementCount: number;
  /** What others said of this person, in the same order. */
  about?: StatementView[];
  /** In order of date. */
  timeline: TimelineItem[];
  /** How many earlier entries there are. */
  moreTimeline?: number;
  people: PersonLink[];
  sameAs: string[];
}

export interface DossierCounts {
  people: number;
  statements: number;
  events: number;
  sources: number;
}
