import { VerbatimError } from "../../errors.ts";
import type { Embedder } from "../../inference/embedder.ts";
import type { Article } from "../../model/article.ts";
import type { Entity } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { findMeant, type Meant, mayBeMeant, surnamesOf } from "../names/meant-by.ts";
import { misspellingNote } from "../names/misspelling-note.ts";
import { type Claim, readClaim } from "./claim.ts";
import { toDiff, toQuoteChange, toSource } from "./describe-source.ts";
import { droppedSense } from "./dropped-sense.ts";
import { findParaphrase } from "./find-paraphrase.ts";
import { findPassages } from "./find-passages.ts";
import { byWorth, type Judgement, judge } from "./judge.ts";
import type { QuoteClaim, QuoteSource, QuoteVerification } from "./quote-verification.ts";
import { type Reading, readAgainst } from "./reading.ts";
import { type SummaryFacts, summarize } from "./summarize.ts";

/** A long paragraph. More is a page, and a page is read rather than verified. */
const MAX_CLAIM_CHARACTERS = 2_000;
/** Other articles with the same words: enough to see that it went round. */
const MAX_ALSO_IN = 5;
/** Names of one article to look through: the most mentioned of a long one. */
const MAX_NAMES = 500;

interface Parts {
  readonly store: QuoteStore;
  readonly embedder: Embedder;
}

/**
 * Whether words were ever said, by whom, and what was changed. The words decide first; only where none are alike does
 * nearness in meaning, which never gives more than PARAPHRASED.
 * @throws VerbatimError BAD_INPUT for a text without words or of more than 2,000 characters, and for a blank speaker.
 */
export async function verifyQuote(parts: Parts, { text, speaker }: QuoteClaim): Promise<QuoteVerification> {
  const claim = checkedClaim(text, speaker);
  const [claimed = null] = await findMeant(parts.store, speaker === null ? [] : [speaker]);
  const judgements = await judgePassages(parts.store, claim, claimed);
  const [best, ...others] = judgements;
  if (best && best.verdict !== "NOT_FOUND") return found(best, others, claimed);
  const paraphrase = await verifyMeaning(parts, claim, claimed);
  if (paraphrase !== null) return paraphrase;
  const narrated = judgements.find(({ reading }) => reading.isExact);
  return narrated ? found(narrated, [], claimed) : notFound(claimed);
}

function checkedClaim(text: string, speaker: string | null): Claim {
  if (text.length > MAX_CLAIM_CHARACTERS) {
    throw new VerbatimError(
      "BAD_INPUT",
      `The text has ${text.length} characters; at most ${MAX_CLAIM_CHARACTERS} can be verified at once. Give the sentences that matter.`,
    );
  }
  if (speaker !== null && speaker.trim() === "") {
    throw new VerbatimError("BAD_INPUT", "The `speaker` is blank: give an id or a name, or leave it out.");
  }
  const claim = readClaim(text);
  if (claim.words.some(({ isEditorial }) => !isEditorial)) return claim;
  throw new VerbatimError("BAD_INPUT", "There are no words to verify. Paste what somebody is said to have said.");
}

async function judgePassages(store: QuoteStore, claim: Claim, claimed: Meant | null): Promise<readonly Judgement[]> {
  const passages = await findPassages(store, claim);
  const readings = passages.flatMap((passage) => readAgainst(claim, passage));
  const [speakers, mentioning] = await Promise.all([
    speakersById(store, readings),
    articlesMentioning(store, readings, claimed),
  ]);
  return readings
    .map((reading) => {
      const speaker = speakers.get(reading.quote?.speakerId ?? "") ?? null;
      return judge(reading, { claimed, speaker, isClaimedMentioned: mentioning.has(articleOf(reading).id) });
    })
    .sort((a, b) => Number(a.verdict === "NOT_FOUND") - Number(b.verdict === "NOT_FOUND") || byWorth(a, b));
}

async function speakersById(store: QuoteStore, readings: readonly Reading[]): Promise<ReadonlyMap<string, Entity>> {
  const ids = [...new Set(readings.flatMap(({ quote }) => quote?.speakerId ?? []))];
  const speakers = await store.entities(ids);
  return new Map(ids.flatMap((id, i) => (speakers[i] ? [[id, speakers[i]] as const] : [])));
}

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
    .some((word) => surnames.has(word.replace(/'s?$/, "")));
}

const articleOf = ({ comparison }: Reading): Article => comparison.passage.article;

function found(best: Judgement, others: readonly Judgement[], claimed: Meant | null): QuoteVerification {
  const { reading, verdict, speaker, attribution } = best;
  const { comparison } = reading;
  const source = toSource(reading);
  const changes = reading.changes.map((change) => toQuoteChange(change, comparison));
  const facts: SummaryFacts = {
    verdict,
    source,
    speaker,
    claimedName: claimed?.name ?? null,
    isAttributionChecked: attribution !== "UNKNOWN",
    changes,
    dropped: droppedSense(comparison),
  };
  return {
    verdict,
    summary: summarize(facts) + misspellingNote(claimed, attribution === "SAME" ? speaker : null),
    similarity: reading.similarity,
    meaning: null,
    source,
    alsoIn: alsoIn(best, others),
    diff: toDiff(comparison),
    changes,
  };
}

/** Other articles with words as much alike, in the same verdict. */
function alsoIn(best: Judgement, others: readonly Judgement[]): readonly QuoteSource[] {
  const seen = new Set([best.reading.comparison.passage.article.id]);
  const same = others.filter(({ verdict }) => verdict === best.verdict);
  return same
    .flatMap(({ reading }) => {
      const { id } = reading.comparison.passage.article;
      const isNew = !seen.has(id) && reading.similarity >= best.reading.similarity;
      seen.add(id);
      return isNew ? [toSource(reading)] : [];
    })
    .slice(0, MAX_ALSO_IN);
}

async function verifyMeaning(parts: Parts, claim: Claim, claimed: Meant | null): Promise<QuoteVerification | null> {
  const near = await findParaphrase(parts, claim, claimed);
  if (near === null) return null;
  const [[quote], [article]] = await Promise.all([
    parts.store.quotes([near.chunk.quoteId ?? ""]),
    parts.store.articles([near.chunk.articleId]),
  ]);
  if (!article || !quote) return null;
  const [speaker] = quote.speakerId === null ? [] : await parts.store.entities([quote.speakerId]);
  const isSpoken = quote.kind === "DIRECT" || quote.kind === "TRANSCRIPT";
  const source: QuoteSource = { article, quote, voice: isSpoken ? "SPOKEN" : "REPORTED", spans: near.chunk.spans };
  const verdict = "PARAPHRASED";
  const facts = {
    ...NO_CHANGES,
    verdict,
    source,
    speaker: speaker ?? null,
    claimedName: claimed?.name ?? null,
  } as const;
  return {
    verdict,
    summary:
      summarize({ ...facts, isAttributionChecked: claimed !== null }) + misspellingNote(claimed, speaker ?? null),
    similarity: 0,
    meaning: near.meaning,
    source,
    alsoIn: [],
    diff: [],
    changes: [],
  };
}

const NO_CHANGES = { changes: [], dropped: null } as const;

const notFound = (claimed: Meant | null): QuoteVerification => ({
  verdict: "NOT_FOUND",
  summary: summarize({
    ...NO_CHANGES,
    verdict: "NOT_FOUND",
    source: null,
    speaker: null,
    claimedName: claimed?.name ?? null,
    isAttributionChecked: false,
  }),
  similarity: 0,
  meaning: null,
  source: null,
  alsoIn: [],
  diff: [],
  changes: [],
});
