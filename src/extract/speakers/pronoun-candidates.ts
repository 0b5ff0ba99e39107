import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { ThirdPerson } from "./third-person.ts";

/** How a person was mentioned last, by a name or by a pronoun put to them. */
export interface LastMention {
  /** Place of its sentence among the document's. */
  readonly sentence: number;
  readonly block: number;
  /** Before the first verb of its sentence. */
  readonly isSubject: boolean;
  readonly isPronoun: boolean;
  /** Hung on something else: "of Rehn". */
  readonly afterPreposition: boolean;
  /** "Rehn's", "his". */
  readonly isOwner: boolean;
  /** In whose words it stands: the number of a quote, or -1 in the narration. */
  readonly layer: number;
}

/** A person whom a pronoun may stand for. */
export interface Candidate {
  readonly person: EntityCluster;
  /** Null for one who is only named further on in the pronoun's own sentence. */
  readonly last: LastMention | null;
  /** How often mentioned so far. */
  readonly mentions: number;
  /** How many other people were mentioned since. */
  readonly othersSince: number;
  /** The share of the article's names of people that are this one's. 0..1. */
  readonly share: number;
  readonly isInTitle: boolean;
}

/** Where a pronoun stands. */
export interface PronounPlace extends Pick<LastMention, "sentence" | "block" | "isSubject" | "layer"> {
  readonly pronoun: ThirdPerson;
  /** Who says or thinks what the pronoun stands in, without quotation marks: "Rehn said that she". */
  readonly reporter: EntityCluster | null;
}
