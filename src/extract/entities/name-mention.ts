import type { EntityKind } from "../../model/entity.ts";
import type { Span } from "../../model/span.ts";
import type { Gender } from "../lexicon/gazetteer.ts";

/** A name in the text before it is known which entity it is. */
export interface NameMention extends Span {
  readonly block: number;
  /** Place of its first token in its block, and one past its last. */
  readonly from: number;
  readonly to: number;
  /** The words of the name without title, as written. */
  readonly words: readonly string[];
  /** What the name has in marks between given name and surname: "Buck" of `Wendell “Buck” Hart`. */
  readonly nickname: string | null;
  /** The span without a title before it. */
  readonly core: Span;
  /** Null: the words alone don't tell; the rest of the article may. */
  readonly kind: EntityKind | null;
  /** Whether a rule says so that stands whatever else the article tells: a title, a listed first name and more. */
  readonly isSure: boolean;
  /** What a form of address before it tells: "Mrs. Hale". */
  readonly address: Gender | null;
  /** What a form of address or the first name tells. */
  readonly gender: Gender | null;
  /** Titles beside this mention, as written. */
  readonly titles: readonly string[];
}

/** A run of capitals with what the rules make of it. */
export interface RuledName extends NameMention {
  /** "OPEN" where no rule decides. */
  readonly verdict: EntityKind | "NONE" | "OPEN";
}
