import type { Assertion, HowTold, QuoteKind } from "./how-told.ts";

/** Of words that were, or would have been, somebody's own. */
const OF_OWN_WORDS: Readonly<Record<Assertion, string | null>> = {
  ASSERTED: null,
  DENIED: "denied that it was said",
  REFUSED: "refuses",
  HYPOTHETICAL: "hypothetical, not said",
  ASKED: "asks",
};

/** An account that is denied may be of what was said or of what is so: its sentence tells which. */
const OF_ACCOUNTS: Readonly<Record<Assertion, string | null>> = { ...OF_OWN_WORDS, DENIED: "denies" };

/**
 * What every surface says before a statement, so that what was denied, refused, supposed or asked never passes for what was
 * said: `denies` for `denies: …`. Null for what was simply said.
 */
export function assertionLabel({ kind, assertion, reports }: HowTold): string | null {
  const label = (isOwnWords(kind) ? OF_OWN_WORDS : OF_ACCOUNTS)[assertion];
  return label ?? (reports === "ATTITUDE" ? "attitude, said or not" : null);
}

/** Whether all words are the speaker's own. */
export const isOwnWords = (kind: QuoteKind): boolean => kind === "DIRECT" || kind === "TRANSCRIPT";

/** Whether the article has the words only as what nobody said: it denies that they were said, or supposes them. */
export const isNeverSaid = ({ kind, assertion }: Pick<HowTold, "kind" | "assertion">): boolean =>
  assertion === "HYPOTHETICAL" || (assertion === "DENIED" && isOwnWords(kind));

/** Whether the article has a statement only to deny, refuse or suppose it, so that it must not stand by itself. */
export const isHeldAgainst = ({ assertion }: Pick<HowTold, "assertion">): boolean =>
  assertion !== "ASSERTED" && assertion !== "ASKED";
