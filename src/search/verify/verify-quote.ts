import { VerbatimError } from "../../errors.ts";
import type { Embedder } from "../../inference/embedder.ts";
import type { Article } from "../../model/article.ts";
import { isOwnWords } from "../../model/assertion-label.ts";
import { foldName } from "../../model/fold-name.ts";
import type { Quote } from "../../model/quote.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { loadSpeakers } from "../load-speakers.ts";
import { withoutApostrophes } from "../names/match-name.ts";
import { findMeant, type Meant, mayBeMeant, surnamesOf } from "../names/meant-by.ts";
import { misspellingNote } from "../names/misspelling-note.ts";
import { attributionTo } from "./attribution-to.ts";
import { type Claim, readClaim } from "./claim.ts";
import { toDiff, toQuoteChange, toSource } from "./describe-source.ts";
import { droppedSense, dropsCondition } from "./dropped-sense.ts";
import { findParaphrase } from "./find-paraphrase.ts";
import { findPassages } from "./find-passages.ts";
import { byWorth, contradicts, type Judgement, judge } from "./judge.ts";
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
  const decided = decide(judgements, claimed);
  if (decided !== null) return decided;
  const paraphrase = await verifyMeaning(parts, claim, claimed);
  if (paraphrase !== null) return paraphrase;
  const narrated = judgements.find(({ reading }) => reading.isExact);
  return narrated ? describe(narrated, claimed) : notFound(claimed);
}

/** What the words decide: the best place where they are said, beside those that deny it. Null where nobody is quoted with them. */
function decide(judgements: readonly Judgement[], claimed: Meant | null): QuoteVerification | null {
  const denials = judgements.filter(({ verdict }) => verdict === "DISPUTED");
  const said = judgements.filter(({ verdict }) => verdict !== "DISPUTED" && verdict !== "NOT_FOUND");
  const [[best], [denial]] = [said, denials];
  if (!best) return denial ? describe(denial, claimed, { denials }) : null;
  const against = denials.filter((one) => contradicts(one, best));
  if (denial && against.length > 0 && !contradicts(best, denial)) return describe(denial, claimed, { denials });
  return describe(best, claimed, { said, denials: against });
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
  const quotes = new Set(passages.flatMap(({ words }) => words.flatMap(({ quote }) => quote ?? [])));
  const spokenBy = await loadSpeakers(store, [...quotes]);
  const isClaimed = (quote: Quote) =>
    claimed !== null && spokenBy(quote).speakers.some((speaker) => mayBeMeant(claimed, speaker));
  const readings = passages.flatMap((passage) => readAgainst(claim, passage, isClaimed));
  const mentioning = await articlesMentioning(store, readings, claimed);
  return readings
    .map((reading) => {
      const isClaimedMentioned = mentioning.has(articleOf(reading).id);
      return judge(reading, { claimed, isClaimedMentioned, ...spokenBy(reading.quote) });
    })
    .sort((a, b) => Number(a.verdict === "NOT_FOUND") - Number(b.verdict === "NOT_FOUND") || byWorth(a, b));
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
    .some((word) => surnames.has(withoutApostrophes(word.replace(/'s?$/, ""))));
}

const articleOf = ({ comparison }: Reading): Article => comparison.passage.article;

/** A judgement with the others that have the words as well, and those that deny them. */
function describe(
  best: Judgement,
  claimed: Meant | null,
  { said = [], denials = [] }: { readonly said?: readonly Judgement[]; readonly denials?: readonly Judgement[] } = {},
): QuoteVerification {
  const { reading, speakers, onBehalfOf, attribution } = best;
  const { comparison } = reading;
  const source = toSource(reading);
  const changes = reading.changes.map((change) => toQuoteChange(change, comparison));
  const disputing = denials.map((denial) => toSource(denial.reading));
  const facts: SummaryFacts = {
    ...{ verdict: denials.length > 0 ? "DISPUTED" : best.verdict, source, speakers, onBehalfOf, attribution, changes },
    claimedName: claimed?.name ?? null,
    dropped: droppedSense(comparison),
    denial: disputing[0] ?? null,
  };
  return {
    verdict: facts.verdict,
    summary: summarize(facts) + misspellingNote(claimed, attribution === "SAME" ? speakers : []),
    similarity: reading.similarity,
    meaning: null,
    source,
    alsoIn: alsoIn(best, said),
    disputedBy: disputing.filter((_, i) => denials[i] !== best).slice(0, MAX_ALSO_IN),
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
  const { article, quote, spans, words } = near;
  const spokenBy = await loadSpeakers(parts.store, [quote]);
  const found = { claimed, isClaimedMentioned: true, ...spokenBy(quote) };
  const voice = isOwnWords(quote.kind) ? "SPOKEN" : "REPORTED";
  const source: QuoteSource = { article, quote, voice, spans };
  const verdict = "PARAPHRASED";
  const facts: SummaryFacts = {
    ...NO_CHANGES,
    ...{ verdict, source, speakers: found.speakers, onBehalfOf: found.onBehalfOf },
    attribution: attributionTo(quote, article.text, found),
    claimedName: claimed?.name ?? null,
    dropped: dropsCondition(claim.words, words) ? "CONDITION" : null,
  };
  const summary = summarize(facts) + misspellingNote(claimed, found.speakers);
  return { ...NOTHING_FOUND, verdict, summary, meaning: near.meaning, source };
}

const NO_CHANGES = { changes: [], dropped: null, denial: null } as const;

/** What a verification holds where no words were found. */
const NOTHING_FOUND = {
  ...{ similarity: 0, meaning: null, source: null },
  ...{ alsoIn: [], disputedBy: [], diff: [], changes: [] },
} as const;

function notFound(claimed: Meant | null): QuoteVerification {
  const verdict = "NOT_FOUND";
  const nobody = { speakers: [], onBehalfOf: null, attribution: "UNKNOWN" } as const;
  const facts: SummaryFacts = {
    ...NO_CHANGES,
    ...nobody,
    ...{ verdict, source: null, claimedName: claimed?.name ?? null },
  };
  return { ...NOTHING_FOUND, verdict, summary: summarize(facts) };
}
