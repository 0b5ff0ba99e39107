import type { QuoteVerdict } from "../../../src/search/verify/quote-verification.ts";
import { SeededRandom } from "../../bench/seeded-random.ts";
import { type Alteration, FAITHFUL, type Spares, UNFAITHFUL } from "./alterations.ts";
import { type SpokenWords, sentencesOf, wordCount } from "./spoken-words.ts";

/** A claim with the verdict that it was made for. */
export interface LabelledClaim {
  readonly kind: string;
  readonly verdict: QuoteVerdict;
  readonly text: string;
  readonly speaker: string | null;
  /** The words that it was made of. */
  readonly original: string;
  /** Who said those, as their article names them; null for an account. */
  readonly saidBy: string | null;
}

/** What claims are made of. */
export interface ClaimMaterial {
  readonly spoken: readonly SpokenWords[];
  /** What articles tell in their own words of what somebody said. */
  readonly accounts: readonly string[];
  /** What was said in articles that are not in the index. */
  readonly elsewhere: readonly SpokenWords[];
}

/** Shorter ones say nothing once a word of them is changed; longer ones are rarely pasted. */
const LEAST_WORDS = 6;
const MOST_WORDS = 80;
/** How often material is tried before a kind is taken to be exhausted. */
const TRIES_PER_CLAIM = 40;

/** So many claims of each kind, where the material gives them; the same ones for the same seed. */
export function makeClaims(material: ClaimMaterial, perKind: number, seed: number): readonly LabelledClaim[] {
  const maker = new ClaimMaker(material, perKind, seed);
  return [
    ...Object.entries(FAITHFUL).flatMap(([kind, alter]) => maker.altered(kind, "VERBATIM", alter)),
    ...Object.entries(UNFAITHFUL).flatMap(([kind, alter]) => maker.altered(kind, "ALTERED", alter)),
    ...maker.cut("cut behind its negation", /\b(?:do|does|did|would|will|could|should|is|are|was|were|am) not\s+/),
    ...maker.cut("cut before its condition", /,?\s+(?:if|unless)\s+\p{L}+.*$/u),
    ...maker.misattributed(),
    ...maker.accounts(),
    ...maker.elsewhere(),
  ];
}

class ClaimMaker {
  readonly #material: ClaimMaterial;
  readonly #perKind: number;
  readonly #random: SeededRandom;
  readonly #spares: Spares;

  constructor(material: ClaimMaterial, perKind: number, seed: number) {
    this.#material = material;
    this.#perKind = perKind;
    this.#random = new SeededRandom(seed);
    this.#spares = sparesOf(material.spoken);
  }

  altered(kind: string, verdict: QuoteVerdict, alter: Alteration): readonly LabelledClaim[] {
    return this.#collect(() => {
      const { words, speaker: saidBy } = this.#random.oneOf(this.#material.spoken);
      const original = this.#passage(words);
      const text = original && alter(original, this.#random, this.#spares);
      return text ? { kind, verdict, text, speaker: null, original, saidBy } : null;
    });
  }

  /** Of one sentence, what is left when the part that turns it is cut away. */
  cut(kind: string, turning: RegExp): readonly LabelledClaim[] {
    return this.#collect(() => {
      const { words, speaker: saidBy } = this.#random.oneOf(this.#material.spoken);
      const original = this.#random.oneOf(sentencesOf(words));
      const match = turning.exec(original);
      if (match === null || /["“”,;:—–]/.test(original.replace(/,?\s+(?:if|unless)\b/, " ").slice(0, -1))) return null;
      const behind = original.slice(match.index + match[0].length);
      const text = wordCount(behind) > 0 ? behind : original.slice(0, match.index);
      return wordCount(text) >= LEAST_WORDS - 2
        ? { kind, verdict: "OUT_OF_CONTEXT", text, speaker: null, original, saidBy }
        : null;
    });
  }

  misattributed(): readonly LabelledClaim[] {
    const named = this.#material.spoken.filter(({ speaker }) => isFullName(speaker));
    if (named.length === 0) return [];
    return this.#collect(() => {
      const [one, other] = [this.#random.oneOf(named), this.#random.oneOf(named)];
      const original = this.#passage(one.words);
      if (!original || one.articleId === other.articleId || sharesName(one.speaker, other.speaker)) return null;
      const claimed = { text: original, speaker: other.speaker, original, saidBy: one.speaker };
      return { kind: "another's words", verdict: "MISATTRIBUTED", ...claimed };
    });
  }

  accounts(): readonly LabelledClaim[] {
    const long = this.#material.accounts.filter((account) => wordCount(account) >= LEAST_WORDS);
    return long.slice(0, this.#perKind).map((text) => ({
      kind: "the article's account",
      verdict: "PARAPHRASED",
      text,
      speaker: null,
      original: text,
      saidBy: null,
    }));
  }

  elsewhere(): readonly LabelledClaim[] {
    if (this.#material.elsewhere.length === 0) return [];
    return this.#collect(() => {
      const { words, speaker: saidBy } = this.#random.oneOf(this.#material.elsewhere);
      const original = this.#passage(words);
      const kind = "of no article";
      return original ? { kind, verdict: "NOT_FOUND", text: original, speaker: null, original, saidBy } : null;
    });
  }

  /** One to three whole sentences on end. */
  #passage(words: string): string | null {
    const sentences = sentencesOf(words);
    const from = this.#random.between(0, sentences.length - 1);
    const text = sentences.slice(from, from + this.#random.between(1, 3)).join(" ");
    const count = wordCount(text);
    return count >= LEAST_WORDS && count <= MOST_WORDS ? text : null;
  }

  #collect(make: () => LabelledClaim | null): readonly LabelledClaim[] {
    const made = new Map<string, LabelledClaim>();
    for (let tries = 0; tries < this.#perKind * TRIES_PER_CLAIM && made.size < this.#perKind; tries++) {
      const claim = make();
      if (claim !== null) made.set(claim.text, claim);
    }
    return [...made.values()];
  }
}

const isFullName = (speaker: string): boolean => /^\p{Lu}\p{L}+ (?:\p{Lu}\.? )?\p{Lu}\p{L}+$/u.test(speaker);

const sharesName = (a: string, b: string): boolean => a.split(" ").some((word) => b.split(" ").includes(word));

function sparesOf(spoken: readonly SpokenWords[]): Spares {
  const text = spoken.map(({ words }) => words).join(" ");
  const names = text.match(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{3,})*/gu) ?? [];
  const words = text.match(/\b\p{Ll}{5,}\b/gu) ?? [];
  return { names: [...new Set(names)], words: [...new Set(words)] };
}
