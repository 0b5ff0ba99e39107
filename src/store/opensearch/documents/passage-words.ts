import { NEAR, NEAR_COUNT } from "../../../ranking/word-evidence.ts";
import { searchTerms } from "../../search-terms.ts";
import { textWords } from "../../text-words.ts";
import { wordStem } from "../../word-stem.ts";
import { tierTerms } from "../count-tiers.ts";
import { plainTokens } from "../plain-tokens.ts";

/** What the words of a passage are found by. Lists of words are one text each, with spaces between. */
export interface PassageWords {
  /** Stems of its own words, with repeats. */
  readonly own: string;
  /** Of each passage close by, and of the title, the different stems. */
  readonly near: string;
  /** Terms for how often each stem stands around it (`count-tiers.ts`). */
  readonly around: readonly string[];
  /** Its own words as they stand. */
  readonly forms: string;
  /** Whether any of them can be taken for other words, as a phrase may have them. */
  readonly hasVariants: boolean;
  /** Stems of runs of letters and digits. */
  readonly tokens: string;
  /** In words. */
  readonly length: number;
}

type Counts = ReadonlyMap<string, number>;

/**
 * The words of an article's passages in reading order. Around a turn of a transcript is the whole article, for an exchange is
 * gathered over it; around any other passage stand the title and those close by.
 */
export function passageWords(
  title: string | null,
  passages: readonly { readonly text: string; readonly isTurn: boolean }[],
): readonly PassageWords[] {
  const stems = passages.map(({ text }) => searchTerms(text).map(stemOf));
  const counts = stems.map(countEach);
  const titleStems = [...new Set(searchTerms(title ?? "").map(stemOf))];
  const everywhere = passages.some(({ isTurn }) => isTurn) ? sumOf([...counts, countEach(titleStems)]) : null;
  return passages.map(({ text, isTurn }, place) => {
    const own = stems[place] ?? [];
    const near = [...titleStems, ...closeBy(counts, place).flatMap((close) => [...close.keys()])];
    const around = isTurn && everywhere !== null ? everywhere : withNear(counts[place] ?? new Map(), near);
    const words = textWords(text);
    return {
      own: own.join(" "),
      near: near.join(" "),
      around: [...around].flatMap(([stem, count]) => tierTerms(stem, count)),
      forms: words.map(({ form }) => form).join(" "),
      hasVariants: words.some(({ otherwise, isHyphened }) => otherwise.length > 0 || isHyphened),
      tokens: plainTokens(text).join(" "),
      length: own.length,
    };
  });
}

/** A stem is a word without white space, which parts words here. */
export const stemOf = (word: string): string => wordStem(word).replace(/\s/g, "_");

function closeBy(counts: readonly Counts[], place: number): readonly Counts[] {
  return [...counts.slice(Math.max(0, place - NEAR), place), ...counts.slice(place + 1, place + NEAR + 1)];
}

function countEach(stems: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function sumOf(all: readonly Counts[]): Counts {
  const sum = new Map<string, number>();
  for (const counts of all) for (const [stem, count] of counts) sum.set(stem, (sum.get(stem) ?? 0) + count);
  return sum;
}

function withNear(own: Counts, near: readonly string[]): Counts {
  const counts = new Map(own);
  for (const stem of near) counts.set(stem, (counts.get(stem) ?? 0) + NEAR_COUNT);
  return counts;
}
