import { isOwnWords } from "../../model/assertion-label.ts";
import type { SpokenBy } from "../load-speakers.ts";
import type { Meant } from "../names/meant-by.ts";
import { misspellingNote } from "../names/misspelling-note.ts";
import { attributionTo } from "./attribution-to.ts";
import type { Claim } from "./claim.ts";
import { toDiff, toQuoteChange, toSource } from "./describe-source.ts";
import { droppedSense, dropsCondition } from "./dropped-sense.ts";
import type { Paraphrased } from "./find-paraphrase.ts";
import type { Judgement } from "./judge.ts";
import type { QuoteSource, QuoteVerification } from "./quote-verification.ts";
import { type SummaryFacts, summarize } from "./summarize.ts";

/** Other articles with the same words: enough to see that it went round. */
const MAX_ALSO_IN = 5;

/** A judgement with the others that have the words as well, and those that deny them. */
export function describe(
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
    byWordsAlone: false,
    source,
    ...{ speakers, attribution, dropped: facts.dropped },
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

/** What says in other words what is claimed. */
export function describeParaphrase(
  { article, quote, spans, words, meaning, isNote }: Paraphrased & Pick<QuoteSource, "isNote">,
  claim: Claim,
  claimed: Meant | null,
  spokenBy: SpokenBy,
): QuoteVerification {
  const { speakers, onBehalfOf } = spokenBy;
  const voice = isOwnWords(quote.kind) ? "SPOKEN" : "REPORTED";
  const source: QuoteSource = { article, quote, voice, isNote, spans };
  const facts: SummaryFacts = {
    ...NO_CHANGES,
    ...{ verdict: "PARAPHRASED", source, speakers, onBehalfOf },
    attribution: attributionTo(quote, article.text, { claimed, isClaimedMentioned: true, speakers, onBehalfOf }),
    claimedName: claimed?.name ?? null,
    dropped: dropsCondition(claim.words, words) ? "CONDITION" : null,
  };
  const summary = summarize(facts) + misspellingNote(claimed, speakers);
  const { verdict, attribution, dropped } = facts;
  return { ...NOTHING_FOUND, verdict, summary, meaning, source, speakers, attribution, dropped };
}

/** What became of words that nobody is quoted with. */
export function notFound(claimed: Meant | null): QuoteVerification {
  const verdict = "NOT_FOUND";
  const facts: SummaryFacts = {
    ...NO_CHANGES,
    ...{ speakers: [], onBehalfOf: null, attribution: NOTHING_FOUND.attribution },
    ...{ verdict, source: null, claimedName: claimed?.name ?? null },
  };
  return { ...NOTHING_FOUND, verdict, summary: summarize(facts) };
}

/** What the words left open, where the model does not answer that would look for their meaning. */
export const byWordsAlone = (verification: QuoteVerification): QuoteVerification => ({
  ...verification,
  summary: `${verification.summary} ${NOT_BY_MEANING}`,
  byWordsAlone: true,
});

const NOT_BY_MEANING =
  "The model does not answer now, so that only the words were looked for, and not what says the same in others: ask again in a moment.";

const NO_CHANGES = { changes: [], dropped: null, denial: null } as const;

/** What a verification holds where no words were found. */
const NOTHING_FOUND = {
  ...{ similarity: 0, meaning: null, byWordsAlone: false, source: null, speakers: [], dropped: null },
  ...{ alsoIn: [], disputedBy: [], diff: [], changes: [] },
  attribution: "UNKNOWN",
} as const;
