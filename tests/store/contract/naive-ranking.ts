import fc from "fast-check";
import { dotProduct } from "../../../src/model/dot-product.ts";
import type { QuoteKind } from "../../../src/model/quote.ts";
import type { RankingModel } from "../../../src/ranking/ranking-model.ts";
import type { IndexedArticle } from "../../../src/store/quote-store.ts";

/** No two of them share a stem, and none is more than its stem. */
const WORDS = ["ferry", "tunnel", "snow", "price", "goat"];
const STEMS: Readonly<Record<string, string>> = { ferry: "ferri", price: "price" };
const stemOf = (word: string): string => STEMS[word] ?? word;

const passage = fc.record({
  words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(" ")),
  quoteKind: fc.constantFrom<QuoteKind[]>("TRANSCRIPT", "DIRECT"),
});
const article = fc.record({
  title: fc.constantFrom("News", ...WORDS),
  passages: fc.array(passage, { minLength: 1, maxLength: 6 }),
});

/** Articles, and what is asked of them. */
export const rankingCase = fc.record({
  articles: fc.array(article, { minLength: 1, maxLength: 6 }),
  words: fc.subarray(WORDS, { minLength: 1, maxLength: 3 }),
  direction: fc.nat(50),
});

export type RankingCase = typeof rankingCase extends fc.Arbitrary<infer T> ? T : never;

export const NAIVE_FLOOR = 0.3;
export const NAIVE_SPREAD = 1.2;
const limits = { floor: NAIVE_FLOOR, spread: NAIVE_SPREAD };
export const NAIVE_MODEL: RankingModel = {
  passage: {
    base: -0.25,
    weights: { DENSE: 1, LEXICAL: -0.25, LEXICAL_CONTEXT: 2, STATEMENT: 0.125, LENGTH: 0.5 },
    ...limits,
  },
  turn: {
    base: -0.5,
    weights: { DENSE: 0.25, DENSE_CONTEXT: 1, LEXICAL: 0.25, LEXICAL_CONTEXT: 1, LENGTH: 0 },
    ...limits,
  },
};

/** What a chunk should have, and whether it matches whatever its score: it holds all words of the query. */
export interface NaiveScore {
  readonly id: string;
  readonly score: number;
  readonly holdsAll: boolean;
}

interface Row {
  readonly id: string;
  readonly place: number;
  readonly isTurn: boolean;
  readonly words: readonly string[];
  readonly title: readonly string[];
  readonly cosine: number;
}

/** The score of every chunk, by the definition in docs/search.md: nothing is passed over. */
export function rankNaively(
  articles: readonly IndexedArticle[],
  words: readonly string[],
  vector: Float32Array,
): readonly NaiveScore[] {
  const rows = articles.map(({ article: { title }, chunks, quotes }) =>
    chunks.map(({ chunk, contextVector }, place): Row => {
      const isTurn = quotes.some(({ id, kind }) => kind === "TRANSCRIPT" && chunk.quoteIds.includes(id));
      const cosine = dotProduct(vector, contextVector);
      return { id: chunk.id, place, isTurn, words: chunk.text.split(" "), title: [title ?? ""], cosine };
    }),
  );
  const all = rows.flat();
  const idf = words.map((word) => {
    const holding = all.filter((row) => row.words.includes(word)).length;
    return Math.log(1 + (all.length - holding + 0.5) / (holding + 0.5));
  });
  const total = idf.reduce((sum, one) => sum + one, 0);
  const meanLength = all.reduce((sum, row) => sum + row.words.length, 0) / all.length;
  const bm25 = (row: Row, countOf: (word: string) => number) => {
    const penalty = row.isTurn ? 0.65 : 0.3;
    const norm = 1.2 * (1 - penalty + (penalty * row.words.length) / meanLength);
    return words.reduce((sum, word, i) => {
      const count = countOf(word);
      return sum + ((idf[i] ?? 0) / total) * ((2.2 * count) / (count + norm));
    }, 0);
  };
  return rows.flatMap((ofArticle) => {
    const own = ofArticle.map((row) => bm25(row, (word) => countIn(row.words, word)));
    return ofArticle.map((row) => {
      const near = ofArticle.filter(({ place }) => place !== row.place && Math.abs(place - row.place) <= 2);
      const nearWords = bm25(row, (word) => {
        const hits = near.filter((other) => other.words.includes(word)).length;
        return countIn(row.words, word) + 0.25 * (hits + countIn(row.title, word));
      });
      const lexical = own[row.place] ?? 0;
      const score = row.isTurn
        ? -0.5 +
          0.25 * row.cosine +
          Math.log(
            gathered(
              ofArticle.map(({ cosine }) => Math.exp(10 * cosine)),
              row.place,
            ),
          ) /
            10 +
          0.25 * lexical +
          Math.cbrt(
            gathered(
              own.map((one) => one ** 3),
              row.place,
            ),
          )
        : -0.25 + row.cosine - 0.25 * lexical + 2 * nearWords + 0.5 * Math.min(1, row.words.length / 60) + 0.125;
      const holdsAll = words.every((word) => countIn(row.words, word) > 0);
      return { id: row.id, score, holdsAll };
    });
  });
}

/** Exact words only: the words of the cases are their own stems, or alike ones never meet. */
const countIn = (words: readonly string[], word: string): number =>
  words.filter((other) => stemOf(other) === stemOf(word)).length;

/** The others' values, halved for every 4 places before and every 2 behind. */
const gathered = (values: readonly number[], at: number): number =>
  values.reduce((sum, value, i) => sum + value * (i === at ? 1 : 0.5 ** (Math.abs(i - at) / (i < at ? 4 : 2))), 0);
