import type { EntityKind } from "./entity.ts";
import type { Assertion } from "./how-told.ts";
import type { TextSelector } from "./text-selector.ts";

/**
 * The words of a quote that was put right, told so that they are found again when the article is read anew, be it by a better
 * model or after it was changed.
 */
export interface CorrectedWords {
  /** A hash of the source key, so that it stays the same in every index. */
  readonly articleId: string;
  /** What the quote was called when it was put right. */
  readonly quoteId: string;
  /** One for each stretch, in text order. */
  readonly selectors: readonly TextSelector[];
}

/** Somebody or something as a correction names it. */
export interface CorrectedEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
}

/** What becomes of one quote: another speaker, nobody known, something else that is said of it, or no quote at all. */
export type QuoteChange =
  | { readonly kind: "SPEAKER"; readonly words: CorrectedWords; readonly speaker: CorrectedEntity }
  | { readonly kind: "NOBODY"; readonly words: CorrectedWords }
  | { readonly kind: "ASSERTION"; readonly words: CorrectedWords; readonly assertion: Assertion }
  | { readonly kind: "HIDDEN"; readonly words: CorrectedWords };

/** Whom an article calls by a name. */
export interface NamedIn {
  readonly articleId: string;
  readonly name: string;
}

/** What becomes of people: several are one, whoever some articles name is another, or somebody is called otherwise. */
type PeopleChange =
  | { readonly kind: "MERGED"; readonly people: readonly CorrectedEntity[]; readonly into: CorrectedEntity }
  | {
      readonly kind: "SPLIT";
      readonly from: CorrectedEntity;
      readonly into: CorrectedEntity;
      readonly named: readonly NamedIn[];
    }
  | { readonly kind: "RENAMED"; readonly person: CorrectedEntity; readonly name: string };

export type CorrectionChange = QuoteChange | PeopleChange;

export type CorrectionKind = CorrectionChange["kind"];

/** What the index told before. */
interface BeforeCorrection {
  /** The names of those who were said to have said it; of a person who was put right, the names that were shown. */
  readonly names: readonly string[];
  /** Of a quote; null for people. */
  readonly assertion: Assertion | null;
}

/** When something was done, and by whom. */
export interface Signed {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly by: string;
}

/** Something that people put right in what the extraction found. */
export interface Correction extends Signed {
  readonly id: string;
  readonly change: CorrectionChange;
  /** Why, in the words of who made it. */
  readonly reason: string | null;
  readonly before: BeforeCorrection;
  /** Null for one that stands. */
  readonly undone: Signed | null;
}

/** The words that a correction is about; null for one about people. */
export const correctedWords = (change: CorrectionChange): CorrectedWords | null =>
  "words" in change ? change.words : null;

/** By time: a later correction of the same thing counts for more, in whatever order they came in. */
export const inOrderOfTime = (a: Pick<Correction, "at" | "id">, b: Pick<Correction, "at" | "id">): number =>
  a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1;
