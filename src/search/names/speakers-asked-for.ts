import type { Entity } from "../../model/entity.ts";
import type { Slip } from "./name-match.ts";
import type { PlaceKind } from "./name-places.ts";

/** What there is of those whom a query asks: words of their OWN, only words ON_BEHALF of them, or NONE. */
type WordsFound = "OWN" | "ON_BEHALF" | "NONE";

/** Who a query says should speak. */
export interface NamedSpeakers {
  readonly speakers: readonly Entity[];
  /** What is left of the query: without what names them, and the words that say that they speak. */
  readonly matter: string;
  /**
   * Where they are named. SAID: their words are asked for, and nobody else's. ALONE: the query is their name and nothing else, so that
   * what mentions them is meant as well. BESIDE a matter: their words, or what others say of it.
   */
  readonly place: PlaceKind;
  readonly words: WordsFound;
  /** The words that are taken for those of names; none where the name is spelled as in the index. */
  readonly slips: readonly Slip[];
}
