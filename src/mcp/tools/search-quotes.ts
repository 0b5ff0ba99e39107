import { z } from "zod";
import { VerbatimError } from "../../errors.ts";
import { toGlobalId } from "../../model/global-id.ts";
import type { Hit } from "../../model/hit.ts";
import { type ListKey, positionOf, toListCursor } from "../../model/list-cursor.ts";
import { ASSERTIONS, QUOTE_KINDS } from "../../model/quote.ts";
import { lengthOf, spansWithin } from "../../model/span.ts";
import { describeDate } from "../../search/dates/describe-date.ts";
import { loadStatements, type Statement, statementsOf } from "../../search/load-statements.ts";
import { describeAsked } from "../../search/names/describe-asked.ts";
import type { QueryReading, SearchRequest, SearchResult } from "../../search/search.ts";
import type { QuoteFilter, QuoteStore } from "../../store/quote-store.ts";
import { type AnswerPage, type PageEntry, restAsText, toAnswerPage } from "../answer-page.ts";
import { ListShape } from "../list-arguments.ts";
import { NarrowingShape, narrowingFilter, widerAdvice } from "../narrowing.ts";
import { MAX_NAME_LENGTH, oneLine, QUOTED_LINES, quotedLines } from "../quoted-material.ts";
import { StatementShape, showStatement, statementAsText, wholeQuote } from "../shown-statement.ts";
import { defineTool, type ToolAnswer, type ToolParts } from "../tool.ts";

const MAX_HITS = 20;
/** What a model reads before it asks differently. */
const DEFAULT_HITS = 8;
const MAX_QUERY_LENGTH = 1_000;

const Input = z.strictObject({
  query: z
    .string()
    .trim()
    .min(1, "Say what to look for, such as: meetings of NATO ministers.")
    .max(MAX_QUERY_LENGTH, `At most ${MAX_QUERY_LENGTH} characters: ask for the heart of it.`)
    .optional()
    .describe(
      'What was said, in plain words or a question, matched by meaning and by words. "These words" in marks must stand there word for word, -word must not. Leave it out for all that a speaker said, the newest first.',
    ),
  ...NarrowingShape,
  kinds: z
    .array(z.enum(QUOTE_KINDS))
    .min(1, "Name at least one kind, or leave `kinds` out.")
    .optional()
    .describe(
      "Only these kinds. DIRECT: in quotation marks. TRANSCRIPT: a turn in a transcript. MIXED: a paraphrase with some words in marks. INDIRECT: a paraphrase. For verbatim words only: DIRECT and TRANSCRIPT.",
    ),
  assertion: z
    .enum(ASSERTIONS)
    .optional()
    .describe(
      "Only what the article has like this. ASSERTED: said. DENIED: denied, or denied to have been said. REFUSED, HYPOTHETICAL, ASKED. Without it all, each with `told`.",
    ),
  orderBy: z
    .enum(["RELEVANCE", "NEWEST", "OLDEST"])
    .optional()
    .describe("Which of the matches come first: what answers best, or those of the newest or oldest articles."),
  limit: z
    .int()
    .min(1)
    .max(MAX_HITS, `At most ${MAX_HITS} hits at once: page on with \`cursor\`.`)
    .default(DEFAULT_HITS)
    .describe("How many hits."),
  cursor: ListShape.cursor,
});

const HitShape = {
  ...StatementShape,
  alsoIn: z
    .int()
    .optional()
    .describe("How many other articles print the same words, or all but a few; absent where none does."),
} as const;

/** Of a sentence on the time or the speaker that a query names, in UTF-16 code units. */
const MAX_SENTENCE_LENGTH = 200;
/** A title may be held by many. */
const MAX_NAMED = 5;

const Output = z.object({
  speakers: z
    .array(z.string())
    .optional()
    .describe(
      `Who the query says should speak, by name or title, at most ${MAX_NAMED}: their words come first, or alone where the query asks for nothing else; where \`hint\` says that they are not quoted, none of the hits is theirs.`,
    ),
  date: z
    .string()
    .optional()
    .describe("What was made of a time that the query names, such as “in March 2024”: tell the user."),
  hits: z.array(z.object(HitShape)),
  total: z.int().describe("How many hits can be paged through."),
  nextCursor: z.string().optional().describe("For the next page; absent on the last one."),
  hint: z.string().optional(),
});

type Arguments = z.infer<typeof Input>;
type Found = z.infer<typeof Output>;
type ShownHit = z.infer<z.ZodObject<typeof HitShape>>;

export const searchQuotesTool = defineTool({
  name: "search_quotes",
  title: "Search quotes",
  description:
    "Finds what people were quoted as saying in the indexed news articles and transcripts, best match first, each with speaker, publisher, date and url. Use it for any question about who said what. Put only words whose wording is verbatim into quotation marks, and report none without what `told` says of them. When a hit is unclear by itself, read around it with get_context.",
  input: Input,
  output: Output,
  answer: searchQuotes,
});

async function searchQuotes(parts: ToolParts, given: Arguments): Promise<ToolAnswer<Found>> {
  const { query } = given;
  if (query === undefined) return listSaid(parts, given);
  const request = { query, ...(await toRequest(parts.store, given)) };
  const { hits, totalCount, hasNextPage, reading } = await parts.search.search(request);
  if (totalCount === 0) return noHits(parts.store, given, describeAsked(reading));
  const { items, rest } = toAnswerPage(await showHits(parts, hits), hasNextPage);
  const speakers = reading.speakers.slice(0, MAX_NAMED).map(({ name }) => oneLine(name, MAX_NAME_LENGTH));
  const found = {
    ...(speakers.length > 0 && { speakers }),
    ...(reading.date && { date: oneLine(describeDate(reading.date), MAX_SENTENCE_LENGTH) }),
    ...{ hits: items, total: totalCount, ...rest },
    ...hintOf(reading),
  };
  return { structured: found, text: asText(found, rest) };
}

const BY_WORDS_ALONE =
  "Found by words alone, as the model that knows meanings does not answer just now: ask again in a minute, or with other words.";

/** What a model must know of the hits: whether whoever is asked says none of them, and how they were found. */
function hintOf(reading: QueryReading): Pick<Found, "hint"> {
  const asked = describeAsked(reading);
  const told = [
    ...(asked === null
      ? []
      : [`${oneLine(asked, MAX_SENTENCE_LENGTH)} The hits are words of others, or on something else.`]),
    ...(reading.byWordsAlone ? [BY_WORDS_ALONE] : []),
  ];
  return told.length === 0 ? {} : { hint: told.join(" ") };
}

async function noHits(store: QuoteStore, given: Arguments, asked: string | null = null): Promise<ToolAnswer<Found>> {
  const { query: _, limit: __, orderBy: ___, ...narrowing } = given;
  const advice = await widerAdvice(store, narrowing);
  const hint = asked === null ? advice : `${oneLine(asked, MAX_SENTENCE_LENGTH)} ${advice}`;
  return { structured: { hits: [], total: 0, hint }, text: hint };
}

const nothingAsked = (): VerbatimError =>
  new VerbatimError(
    "BAD_INPUT",
    "Say what to look for, such as: meetings of NATO ministers. Or leave `query` out and name a `speaker`, for all that they said.",
  );

/** All that fits the filters, by date. @throws VerbatimError BAD_INPUT where there are none. */
async function listSaid({ store, pageUrl }: ToolParts, given: Arguments): Promise<ToolAnswer<Found>> {
  const filter = await toQuoteFilter(store, given);
  if (Object.keys(filter).length === 0) throw nothingAsked();
  const order = given.orderBy === "OLDEST" ? "OLDEST" : "NEWEST";
  const key: ListKey = { list: "search_quotes", arguments: { filter, order } };
  const after = given.cursor === undefined ? null : positionOf(key, given.cursor);
  const { items, total, hasNext } = await store.listQuotes(filter, order, { first: given.limit, after });
  if (total === 0) return noHits(store, given);
  const statements = await statementsOf(
    store,
    items.map(({ value }) => value),
  );
  const entries = items.flatMap(({ position }, i) => {
    const statement = statements[i];
    if (!statement) return [];
    return [{ item: showStatement(statement, wholeQuote(statement), pageUrl), cursor: toListCursor(key, position) }];
  });
  const { items: hits, rest } = toAnswerPage(entries, hasNext);
  const found = { hits, total, ...rest };
  return { structured: found, text: asText(found, rest) };
}

async function toQuoteFilter(store: QuoteStore, given: Arguments): Promise<QuoteFilter> {
  const { kinds, assertion } = given;
  return {
    ...(await narrowingFilter(store, given)),
    ...(kinds !== undefined && { quoteKinds: kinds }),
    ...(assertion !== undefined && { assertions: [assertion] }),
  };
}

async function toRequest(store: QuoteStore, given: Arguments): Promise<Omit<SearchRequest, "query">> {
  const { orderBy, limit, cursor } = given;
  return {
    mode: "HYBRID",
    kinds: ["QUOTE"],
    filter: await toQuoteFilter(store, given),
    order: orderBy ?? "RELEVANCE",
    first: limit,
    after: cursor ?? null,
  };
}

/** Without those whose article left the index meanwhile. */
async function showHits(
  { store, pageUrl }: ToolParts,
  hits: SearchResult["hits"],
): Promise<readonly PageEntry<ShownHit>[]> {
  const statements = await loadStatements(
    store,
    hits.map(({ hit }) => hit.quoteIds[0] ?? ""),
  );
  return hits.flatMap(({ hit, cursor }, i) => {
    const statement = statements[i];
    return statement ? [{ item: showHit(hit, statement, pageUrl), cursor }] : [];
  });
}

function showHit({ chunk, alsoIn }: Hit, statement: Statement, pageUrl: string): ShownHit {
  const spans = spansWithin(statement.quote.spans, chunk.spans);
  const isPart = lengthOf(spans) < lengthOf(statement.quote.spans);
  const passage = isPart ? { id: toGlobalId("SearchHit", chunk.id), spans, isPart } : wholeQuote(statement);
  const articles = new Set(alsoIn.map(({ articleId }) => articleId)).size;
  return { ...showStatement(statement, passage, pageUrl), ...(articles > 0 && { alsoIn: articles }) };
}

function asText({ hits, total, speakers, date, hint }: Found, rest: AnswerPage<ShownHit>["rest"]): string {
  const head = `${hits.length} of ${total} hits. ${QUOTED_LINES}`;
  const named = speakers ? [`Read as asking for the words of:\n${quotedLines(speakers.join("\n"))}`] : [];
  const dated = date === undefined ? [] : [`Read as asking for a time:\n${quotedLines(date)}`];
  const told = [head, ...(hint === undefined ? [] : [hint]), ...named, ...dated];
  return [...told, ...hits.map(hitAsText), ...restAsText(rest)].join("\n\n");
}

function hitAsText(hit: ShownHit, index: number): string {
  const also =
    hit.alsoIn === undefined ? "" : `, also in ${hit.alsoIn} other ${hit.alsoIn === 1 ? "article" : "articles"}`;
  return `[${index + 1}] ${hit.wording}, id ${hit.id}${also}\n${quotedLines(statementAsText(hit))}`;
}
