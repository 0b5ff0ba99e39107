import type { Article } from "../../model/article.ts";
import { groupBy } from "../../model/group-by.ts";
import { rawOf } from "../../model/hit.ts";
import type { Quote } from "../../model/quote.ts";
import { needsSentence } from "../../model/shown-spans.ts";
import { type Span, spansWithin, spanText } from "../../model/span.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { loadSpeakers } from "../load-speakers.ts";
import type { Statement } from "./answer.ts";
import { type AnswerCandidate, isTurn, type QuoteHit } from "./answer-candidates.ts";
import { type AnswerModel, logOddsOf } from "./answer-model.ts";
import { chooseSentences } from "./choose-sentences.ts";

/** Turns to look for a reply among: the longest hearings have fewer. */
const MAX_TURNS = 5_000;

/** The statements to a question, and how likely it is that the best of them answers. */
export interface ChosenStatements {
  readonly statements: readonly Statement[];
  /** Log-odds; null where all is asked for that somebody said, or that was said at some time. */
  readonly best: number | null;
}

/**
 * Those of the candidates that likely answer, one for each quote and wording, the likeliest first.
 * @param asksForAll Whether the question asks for nothing but who or when: then every candidate answers, in its order.
 */
export async function chooseStatements(
  store: QuoteStore,
  candidates: readonly AnswerCandidate[],
  { model, most, asksForAll }: { readonly model: StatementModels; readonly most: number; readonly asksForAll: boolean },
): Promise<ChosenStatements> {
  const likely = asksForAll ? candidates.map(({ hit }) => ({ hit, odds: 0 })) : likelyAnswers(candidates, model);
  const ofQuotes = firstOfEach(likely, ({ hit }) => hit.quote.id);
  const chosen = firstOfEach(ofQuotes, ({ hit }) => wording(hit.chunk.text)).slice(0, most);
  const statements = await toStatements(
    store,
    chosen.map(({ hit }) => hit),
  );
  return { statements, best: asksForAll ? null : Math.max(...chosen.map(({ odds }) => odds)) };
}

/** How likely passages of news and turns of transcripts answer. */
type StatementModels = Pick<AnswerModel, "passage" | "turn">;

interface LikelyAnswer {
  readonly hit: QuoteHit;
  readonly odds: number;
}

/** The likeliest first. */
function likelyAnswers(candidates: readonly AnswerCandidate[], model: StatementModels): readonly LikelyAnswer[] {
  const modelOf = (hit: QuoteHit) => (isTurn(hit) ? model.turn : model.passage);
  return candidates
    .map(({ hit, evidence }) => ({ hit, odds: logOddsOf(modelOf(hit), evidence) }))
    .filter(({ hit, odds }) => odds >= modelOf(hit).least)
    .sort((a, b) => orderOf(b) - orderOf(a));
}

/** What was only wanted or thought stands behind what was said unless it is this much likelier to answer, in log-odds. */
const SAID_BEFORE_ATTITUDE = 1;

const orderOf = ({ hit, odds }: LikelyAnswer): number =>
  odds - (hit.quote.reports === "ATTITUDE" ? SAID_BEFORE_ATTITUDE : 0);

/** The same for passages that differ in marks and letter case only: one speech in several articles. */
const wording = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");

const firstOfEach = <T>(all: readonly T[], key: (one: T) => string): T[] =>
  [...groupBy(all, key).values()].flatMap(([first]) => first ?? []);

async function toStatements(store: QuoteStore, hits: readonly QuoteHit[]): Promise<readonly Statement[]> {
  const said = await Promise.all(hits.map((hit) => saidIn(store, hit)));
  const statements = firstOfEach(said, ({ quote }) => quote.id);
  const quotes = statements.map(({ quote }) => quote);
  const [spokenBy, corrections] = await Promise.all([
    loadSpeakers(store, quotes),
    store.correctionsOf(quotes.map(({ id }) => id)),
  ]);
  return statements.map((statement, i) => {
    const { speakers, onBehalfOf } = spokenBy(statement.quote);
    const correction = corrections[i]?.[0] ?? null;
    return { ...statement, speaker: speakers[0] ?? null, speakers, onBehalfOf, correction, marker: i + 1 };
  });
}

type Said = Pick<Statement, "quote" | "article" | "voice" | "spans">;

/** The sentences of a quote that answer; where it only asks, and nobody asked for this speaker, what was replied. */
async function saidIn(store: QuoteStore, found: QuoteHit): Promise<Said> {
  const { quote, article, chunk, highlights } = found;
  const own = spansWithin(quote.spans, chunk.spans);
  // A part of the article's account may begin within its quotation marks, so that is never cut.
  if (needsSentence(quote)) return { quote, article, voice: "REPORTED", spans: chunk.spans };
  const spans = chooseSentences(article.text, own, wordsAt(chunk.text, highlights));
  const givesWay = quote.kind === "TRANSCRIPT" && rawOf(found, "SPEAKER") === 0 && onlyAsks(article, spans);
  const reply = givesWay ? await replyTo(store, quote) : null;
  if (reply === null) return { quote, article, voice: "SPOKEN", spans };
  return { quote: reply, article, voice: "SPOKEN", spans: chooseSentences(article.text, reply.spans, []) };
}

const wordsAt = (text: string, spans: readonly Span[]): readonly string[] => spans.map((span) => spanText(text, span));

/** Whether every sentence is a question. */
const onlyAsks = ({ text }: Article, spans: readonly Span[]): boolean =>
  spans.every((span) => /^[^.!]*\?$/.test(spanText(text, span).trim()));

/** The next turn of somebody else; null where nobody replies. */
async function replyTo(store: QuoteStore, { id, articleId, speakerId }: Quote): Promise<Quote | null> {
  const { items } = await store.listQuotes({ articles: [articleId] }, "OLDEST", { first: MAX_TURNS, after: null });
  const turns = items.map(({ value }) => value);
  const next = turns[turns.findIndex((turn) => turn.id === id) + 1];
  return next && next.kind === "TRANSCRIPT" && next.speakerId !== speakerId ? next : null;
}
