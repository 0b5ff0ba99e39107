import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { Gender } from "../lexicon/gazetteer.ts";
import type { SourceName, SourcePhrase } from "./source-phrase.ts";

/** How an entity was mentioned last in the narration, by a name or by a pronoun put to it. */
export interface NarratedMention {
  readonly sentence: number;
  readonly block: number;
  /** Before the first verb of its sentence. */
  readonly isSubject: boolean;
  readonly isPronoun: boolean;
}

/** When an entity spoke last. */
export interface LastSpoken {
  /** Quotes since, from 1: the quote right before. */
  readonly quotesAgo: number;
  /** How many others of its kind and of the gender that the source tells spoke since. */
  readonly othersSince: number;
  readonly block: number;
  readonly sentence: number;
}

/** Whoever spoke last, of whom the article gives no name. */
export interface UnnamedSpeaker {
  readonly block: number;
  /** The noun that the text has for them, lower case. */
  readonly head: string | null;
  /** Where the words for them end. */
  readonly end: number;
}

/** An entity that may have said a quote, as the text has mentioned it up to the words that name the source. */
export interface SpeakerCandidate {
  readonly entity: EntityCluster;
  /** Where the source names it; null where it does not. */
  readonly inSource: SourceName | null;
  /** It shares the surname that the source gives alone, which was put to another. */
  readonly isNamesake: boolean;
  readonly last: NarratedMention | null;
  /** It was mentioned in somebody's marked words after it was mentioned in the narration, or only there. */
  readonly isLastInMarks: boolean;
  readonly mentions: number;
  /** How many other entities of its kind, of the gender that the source tells, were mentioned in the narration since. */
  readonly othersSince: number;
  /** 0..1: the share of the article's names that are its own. */
  readonly share: number;
  readonly isInTitle: boolean;
  readonly lastSpoken: LastSpoken | null;
  /** It is the subject of the first sentence of the quote's paragraph. */
  readonly opensBlock: boolean;
  /** The quote's own words mention it by name. */
  readonly isInWords: boolean;
  /** It is whom the pronoun that is the source was put to by the rules for pronouns. */
  readonly isPronounChoice: boolean;
  /** How many others of the gender that the source tells the narration mentioned in the quote's paragraph so far. */
  readonly rivalsInBlock: number;
  /** Its name ends right before the source: "Rehn, who". */
  readonly isRightBefore: boolean;
  /** Nothing but an apposition stands between its name and the source: "Rehn, a nurse from Ostrel who". */
  readonly isBeforeApposition: boolean;
  /** The article says that it was written by them. */
  readonly isAuthor: boolean;
  /** 0..1: how many of the words before the source's head stand beside one of its names: "Ostrel" of "the Ostrel senator". */
  readonly shareBeside: number;
}

/** A quote whose speaker is looked for. */
export interface SpokenQuote {
  readonly source: SourcePhrase | null;
  /** Those whom the article lets be called by the source's head: by title, trade or age. */
  readonly described: ReadonlySet<EntityCluster>;
  /** What the source tells of the gender of whoever speaks. */
  readonly gender: Gender | null;
  readonly block: number;
  readonly sentence: number;
  readonly isDirect: boolean;
  /** The source was taken from elsewhere in the paragraph, or from the paragraph before. */
  readonly isDistant: boolean;
  /** The quote before it, where it was somebody's whom the text describes but does not name ("a spokesman said"). */
  readonly unnamedBefore: UnnamedSpeaker | null;
}
