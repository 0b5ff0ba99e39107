import type { Entity } from "../../model/entity.ts";

/**
 * How a name led to somebody, the surest way first.
 *
 * - NAME: a name or alias of theirs, forms of address ("Dr.") and a leading "the" aside.
 * - SURNAME_FIRST: the same, turned round at a comma ("Brandt, Ilse").
 * - NAME_WITH_TITLE: the same, with a title or what it is of around it ("Karsa mayor Ilse Brandt").
 * - SURNAME: the last name alone.
 * - OTHER_FORM: another form of a full name: an initial, a short form, another transliteration, a middle name more or less.
 * - TITLE: a title that they hold, or held.
 * - MISSPELT: any of these names but for one slip of spelling, and nobody is called as it is written.
 */
export type HowNamed = "NAME" | "SURNAME_FIRST" | "NAME_WITH_TITLE" | "SURNAME" | "OTHER_FORM" | "TITLE" | "MISSPELT";

/** Somebody or something that a name may mean. */
export interface NameMatch {
  readonly entity: Entity;
  readonly how: HowNamed;
  /** The word that is taken for another, folded; null but for MISSPELT. */
  readonly slip: Slip | null;
}

/** Each word that is taken for another, once. */
export const slipsIn = (matches: readonly NameMatch[]): readonly Slip[] => [
  ...new Map(matches.flatMap(({ slip }) => (slip === null ? [] : [[`${slip.written} ${slip.meant}`, slip]]))).values(),
];

/** A word as it was written, and what it is taken for; both folded. */
export interface Slip {
  readonly written: string;
  readonly meant: string;
}
