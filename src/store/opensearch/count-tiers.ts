import { mostOfWord } from "../../ranking/word-evidence.ts";

/**
 * How often a word stands around a passage, in steps, each with a term of its own: a query adds up what the steps that a passage
 * has can be worth at most, and so knows without reading it which passages can match.
 */
const ABOVE: readonly number[] = [0, 0.5, 1.5, 2.5, 4.5];
/** No word adds more however often it stands there. */
const ANY_NUMBER = 1e9;

/** The terms of a word that stands around a passage so often. */
export const tierTerms = (stem: string, count: number): readonly string[] =>
  ABOVE.flatMap((least, tier) => (count > least ? [tierTerm(stem, tier)] : []));

/** For each step its term, and by how much more a word can add there than in the step before. */
export const tierLimits = (stem: string): readonly { readonly term: string; readonly more: number }[] =>
  ABOVE.map((least, tier) => ({
    term: tierTerm(stem, tier),
    more: mostOfWord(ABOVE[tier + 1] ?? ANY_NUMBER) - (tier === 0 ? 0 : mostOfWord(least)),
  }));

const tierTerm = (stem: string, tier: number): string => (tier === 0 ? stem : `${stem}\t${tier}`);
