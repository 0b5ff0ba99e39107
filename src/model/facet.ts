/** What the matching passages can be counted by. */
export type FacetName =
  | "speakers"
  | "onBehalfOf"
  | "assertions"
  | "reports"
  | "publishers"
  | "kinds"
  | "months"
  | "entities"
  | "places";

/**
 * A value and how many passages have it: an entity's id, a publisher's name, a quote's kind or PARAGRAPH, an assertion, what
 * is reported, a month as 2024-03.
 */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/**
 * How passages divide by one property. A passage has at most one publisher and month, so that the counts of these add up to
 * all passages with `others` and `none`. Several things may be said in it, and several people, organizations and places
 * mentioned: of all other properties it may have several values, and each counts it.
 */
export interface Facet {
  /** The commonest, these first; equal ones in an order that stays. */
  readonly values: readonly FacetValue[];
  /** The counts of all other values. */
  readonly others: number;
  /** Passages that have no value: nobody said them, no date is known, they mention nobody. */
  readonly none: number;
}
