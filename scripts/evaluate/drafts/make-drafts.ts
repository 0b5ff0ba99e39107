import type { QuoteVerdict } from "../../../src/model/quote-verdict.ts";
import type { Span } from "../../../src/model/span.ts";
import { SeededRandom } from "../../bench/seeded-random.ts";
import { type ClaimMaterial, type LabelledClaim, makeClaims } from "../verification/make-claims.ts";
import { type SpokenWords, sentencesOf, wordCount } from "../verification/spoken-words.ts";
import { LAYOUTS, type Layout } from "./layouts.ts";

/** A quote of a draft with what should become of it. */
export interface LabelledQuote {
  readonly kind: string;
  readonly layout: string;
  readonly verdict: QuoteVerdict;
  readonly needsALook: boolean;
  readonly speaker: string;
  readonly words: string;
  /** Where its words stand in the draft. */
  readonly spans: readonly Span[];
}

export interface LabelledDraft {
  readonly text: string;
  readonly quotes: readonly LabelledQuote[];
}

/** Two or three words with capitals: a draft names in full whom it quotes. */
const NAME = /^(?!The )\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2}$/u;

/** Kinds of claims that are how words are pasted rather than how a draft gives them. */
const NO_DRAFTS: ReadonlySet<string> = new Set(["in marks, with who spoke", "the article's account"]);

/** What an ellipsis says is left out is no fault. */
const MARKED = "words left out, with an ellipsis";

/** Between two quotes, so that neither goes on with the other. */
const NARRATION = [
  "Outside, rain had begun to fall on the square.",
  "The clock above the door stood at ten past four.",
  "A tram went by, and the windows shook a little.",
  "Coffee was brought in, and nobody touched it.",
];

/**
 * Drafts with known faults and without, in every layout, each of so many quotes at most; the same ones for the same seed.
 * @param perKind Quotes of each kind of fault.
 */
export function makeDrafts(
  material: ClaimMaterial,
  { perKind, perDraft, seed }: { readonly perKind: number; readonly perDraft: number; readonly seed: number },
): readonly LabelledDraft[] {
  const random = new SeededRandom(seed);
  const spoken = material.spoken.filter(isSpeech);
  const indexed = material.spoken.map(({ words }) => lettersOf(words)).join("\n");
  const elsewhere = material.elsewhere.filter(isSpeech).flatMap((said) => withoutReprints(said, indexed));
  const own = { ...material, spoken, elsewhere };
  const claims = [...makeClaims(own, perKind, seed), ...joinedQuotes(own, perKind, random)];
  const usable = shuffled(
    claims.filter(({ kind }) => !NO_DRAFTS.has(kind)),
    random,
  );
  const names = Object.keys(LAYOUTS);
  return chunked(usable, perDraft).map((own, i) => toDraft(own, names[i % names.length] as string, random));
}

/** By one who is named in full; some annotators take headlines for direct speech. */
function isSpeech({ words, speaker }: SpokenWords): boolean {
  const long = words.match(/\p{L}{4,}/gu) ?? [];
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word));
  return NAME.test(speaker) && capitals.length <= long.length * MOST_CAPITALS;
}

/** More of the long words have capitals in headlines alone. */
const MOST_CAPITALS = 0.5;

/** Its sentences that no article of the index has as well. */
function withoutReprints({ words, ...said }: SpokenWords, indexed: string): readonly SpokenWords[] {
  const own = sentencesOf(words).filter((sentence) => !indexed.includes(lettersOf(sentence)));
  return own.length === 0 ? [] : [{ ...said, words: own.join(" ") }];
}

const lettersOf = (words: string): string =>
  words
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? "";

/** Two things that one person said in two places, as if they were one. */
function joinedQuotes({ spoken }: ClaimMaterial, count: number, random: SeededRandom): readonly LabelledClaim[] {
  const long = spoken.filter(
    ({ words }) => sentencesOf(words).filter((one) => wordCount(one) >= LEAST_WORDS).length > 1,
  );
  const made = new Map<string, LabelledClaim>();
  for (let tries = 0; tries < count * TRIES && made.size < count && long.length > 0; tries++) {
    const one = random.oneOf(long);
    const same = spoken.filter(({ speaker }) => speaker === one.speaker);
    const other = random.oneOf(same);
    const [first, second] = [sentencesOf(one.words)[0] ?? "", sentencesOf(other.words).at(-1) ?? ""];
    if (other === one || wordCount(first) < LEAST_WORDS || wordCount(second) < LEAST_WORDS) continue;
    const text = `${first} ${second}`;
    const claim = { text, speaker: null, original: text, saidBy: one.speaker };
    made.set(text, { kind: "two quotes joined", verdict: "ALTERED", ...claim });
  }
  return [...made.values()];
}

const LEAST_WORDS = 5;
const TRIES = 40;

function toDraft(claims: readonly LabelledClaim[], layout: string, random: SeededRandom): LabelledDraft {
  let text = "What was said in the hall\n\n";
  const quotes: LabelledQuote[] = [];
  const fitting = IN_TURNS.has(layout) ? claims.filter(({ text: words }) => !words.includes("[")) : claims;
  for (const claim of fitting) {
    const speaker = claim.speaker ?? claim.saidBy ?? "";
    const [name, laidOut] = layOut(layout, claim.text, speaker);
    quotes.push({
      ...{ kind: claim.kind, layout: name, verdict: claim.verdict, speaker, words: claim.text },
      needsALook: claim.verdict !== "VERBATIM" && claim.kind !== MARKED,
      spans: laidOut.spans.map(({ start, end }) => ({ start: start + text.length, end: end + text.length })),
    });
    const between = layout === LABELS ? "" : `${random.oneOf(NARRATION)}\n\n`;
    text += `${laidOut.text}\n\n${between}`;
  }
  return { text: `${text.trimEnd()}\n`, quotes };
}

const LABELS = "a label before each turn";
/** What stands in brackets in a turn is a direction, and none of its words. */
const IN_TURNS: ReadonlySet<string> = new Set([LABELS, "a dash behind who speaks"]);
const ANY_WORDS = "curly marks, cue behind";

/** By the draft's layout, or where the words do not lend themselves to it by one that takes any. */
function layOut(name: string, words: string, speaker: string) {
  const laidOut = (LAYOUTS[name] as Layout)(words, speaker);
  if (laidOut !== null) return [name, laidOut] as const;
  return [ANY_WORDS, (LAYOUTS[ANY_WORDS] as Layout)(words, speaker) as NonNullable<ReturnType<Layout>>] as const;
}

function shuffled<T>(items: readonly T[], random: SeededRandom): readonly T[] {
  return items
    .map((item) => ({ item, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const chunked = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
