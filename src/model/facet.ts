/** What the matching passages can be counted by. */
export type FacetName = "speakers" | "publishers" | "kinds" | "months" | "entities" | "places";

/**
 * A value and how many passages have it: an entity's id, a publisher's name, a quote's kind or PARAGRAPH, a month as
 * 2024-03.
 */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** How passages divide by one property. */
export interface Facet {
  /** The commonest first; equal ones in the order of the values. */
  readonly values: readonly FacetValue[];
  /** Passages that have no value: nobody said them, no date is known, they mention nobody. */
  readonly none: number;
}

/**
 * A passage has one speaker, publisher, kind and month at most, so that these add up to all passages with `none`; it may
 * mention several entities (people and organizations) and places.
 */
export type Facets = Readonly<Record<FacetName, Facet>>;

/** The facet of these counts. */
export const toFacet = (counts: ReadonlyMap<string, number>, none: number): Facet => ({
  values: [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  none,
});
