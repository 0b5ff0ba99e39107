import type { Article } from "../../model/article.ts";
import { foldName } from "../../model/fold-name.ts";
import type { Quote } from "../../model/quote.ts";
import type { PublicationFilter, QuoteStore } from "../../store/quote-store.ts";
import { loadSpeakers } from "../load-speakers.ts";
import { withoutApostrophes } from "../names/match-name.ts";
import { type Meant, mayBeMeant, surnamesOf } from "../names/meant-by.ts";
import type { Claim } from "./claim.ts";
import { findPassages } from "./find-passages.ts";
import { byWorth, type Judgement, judge } from "./judge.ts";
import { type Reading, readAgainst } from "./reading.ts";

/** Names of one article to look through: the most mentioned of a long one. */
const MAX_NAMES = 500;

/** Where claims are looked for. */
export interface ClaimSources {
  readonly store: QuoteStore;
  /**
   * ARTICLES: words that an article does not put to anybody are its own. NOTES: all that stands in somebody's notes of an
   * interview was said, by whom they may leave open.
   */
  readonly are: "ARTICLES" | "NOTES";
  readonly filter: PublicationFilter;
}

/** What the places whose words are most like a claim's make of it, in no order. */
export async function judgePassages(
  { store, are, filter }: ClaimSources,
  claim: Claim,
  claimed: Meant | null,
): Promise<readonly Judgement[]> {
  const passages = await findPassages(store, claim, filter);
  const quotes = new Set(passages.flatMap(({ words }) => words.flatMap(({ quote }) => quote ?? [])));
  const spokenBy = await loadSpeakers(store, [...quotes]);
  const isClaimed = (quote: Quote) =>
    claimed !== null && spokenBy(quote).speakers.some((speaker) => mayBeMeant(claimed, speaker));
  const read = passages.flatMap((passage) => readAgainst(claim, passage, isClaimed));
  const readings = are === "NOTES" ? read.map(asNoted) : read;
  const mentioning = await articlesMentioning(store, readings, claimed);
  return readings.map((reading) => {
    const isClaimedMentioned = mentioning.has(articleOf(reading).id);
    return judge(reading, { claimed, isClaimedMentioned, ...spokenBy(reading.quote) });
  });
}

const asNoted = (reading: Reading): Reading => ({
  ...reading,
  voice: reading.voice === "NARRATION" ? "SPOKEN" : reading.voice,
  isNote: true,
});

/** The best first; those that are no answer last. */
export const inOrder = (judgements: readonly Judgement[]): readonly Judgement[] =>
  [...judgements].sort(
    (a, b) => Number(a.verdict === "NOT_FOUND") - Number(b.verdict === "NOT_FOUND") || byWorth(a, b),
  );

/** The articles that mention the one who is claimed, by any name or title, or only have the surname. */
async function articlesMentioning(
  store: QuoteStore,
  readings: readonly Reading[],
  claimed: Meant | null,
): Promise<ReadonlySet<string>> {
  if (claimed === null) return new Set();
  const ids = [...new Set(readings.map((reading) => articleOf(reading).id))];
  const pages = await Promise.all(
    ids.map((article) => store.listEntities({ article }, { first: MAX_NAMES, after: null })),
  );
  const named = readings.map(articleOf).filter((article) => hasSurname(article, surnamesOf(claimed)));
  return new Set([
    ...named.map(({ id }) => id),
    ...ids.filter((_, i) => pages[i]?.items.some(({ value }) => mayBeMeant(claimed, value))),
  ]);
}

/** Not every name of an article is found in it. */
function hasSurname({ text }: Article, surnames: ReadonlySet<string>): boolean {
  return foldName(text)
    .split(" ")
    .some((word) => surnames.has(withoutApostrophes(word.replace(/'s?$/, ""))));
}

const articleOf = ({ comparison }: Reading): Article => comparison.passage.article;
