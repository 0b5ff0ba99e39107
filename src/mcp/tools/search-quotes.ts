import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { NODE_TYPE_OF_ENTITY, toGlobalId } from "../../model/global-id.ts";
import type { Hit } from "../../model/hit.ts";
import { QUOTE_KINDS, quoteText } from "../../model/quote.ts";
import type { SearchRequest } from "../../search/search.ts";
import type { ChunkFilter, QuoteStore } from "../../store/quote-store.ts";
import { ListShape } from "../list-arguments.ts";
import { loadStatements, type Statement, speakerName } from "../load-statements.ts";
import { findSpeaker } from "../named-speaker.ts";
import { PublishedDaysShape, publishedWithin } from "../published-days.ts";
import { shownWords, WORDING, WordingSchema, wordsAt } from "../quote-wording.ts";
import { capped, MAX_PASSAGE_LENGTH, QUOTED_LINES, quotedLines } from "../quoted-material.ts";
import { SourceShape, sourceLine, sourceOf } from "../source.ts";
import { answerTool, READ_ONLY, type ToolAnswer, type ToolParts } from "../tool-answer.ts";

const MAX_HITS = 20;
/** What a model reads before it asks differently. */
const DEFAULT_HITS = 8;
const MAX_QUERY_LENGTH = 1_000;
/** Digits of a score: enough to order hits by, few enough to read. */
const SCORE_DIGITS = 3;

const Input = z.strictObject({
  query: z
    .string()
    .trim()
    .min(1, "Say what to look for, such as: meetings of NATO ministers.")
    .max(MAX_QUERY_LENGTH, `At most ${MAX_QUERY_LENGTH} characters: ask for the heart of it.`)
    .describe(
      "What was said, in plain words or a question. Matches by meaning and by words; there is no query syntax.",
    ),
  speaker: z
    .string()
    .trim()
    .min(1, "Give a name or an id, or leave `speaker` out.")
    .optional()
    .describe("Only quotes of this speaker: any name that articles use, or an id from find_entity."),
  publisher: ListShape.publisher,
  ...PublishedDaysShape,
  kinds: z
    .array(z.enum(QUOTE_KINDS))
    .min(1, "Name at least one kind, or leave `kinds` out.")
    .optional()
    .describe(
      "Only these kinds. DIRECT: in quotation marks. TRANSCRIPT: a turn in a transcript. MIXED: a paraphrase with some words in marks. INDIRECT: a paraphrase. For verbatim words only: DIRECT and TRANSCRIPT.",
    ),
  limit: z
    .int()
    .min(1)
    .max(MAX_HITS, `At most ${MAX_HITS} hits at once: page on with \`cursor\`.`)
    .default(DEFAULT_HITS)
    .describe("How many hits."),
  cursor: ListShape.cursor,
});

const Output = z.object({
  hits: z.array(
    z.object({
      id: z.string().describe("The quote's id. Give it to get_context."),
      passageId: z
        .string()
        .optional()
        .describe(
          "Only where `words` are a part of a longer quote: give this to get_context to read around that part.",
        ),
      words: z
        .string()
        .describe(
          "The words to the letter; […] stands for what the article puts between them. `wording` says whose they are.",
        ),
      cut: z.literal(true).optional().describe("Present where `words` go on: get_context has the rest."),
      wording: WordingSchema,
      kind: z.enum(QUOTE_KINDS),
      speaker: z.string().nullable().describe("Who said it, as well as the article tells; null where it does not."),
      speakerId: z.string().optional().describe("Goes into `speaker`; absent where no name is known."),
      ...SourceShape,
      score: z.number().describe("Comparable within this search only."),
    }),
  ),
  total: z.int().describe("How many hits can be paged through."),
  nextCursor: z.string().optional().describe("For the next page; absent on the last one."),
  hint: z.string().optional(),
});

type Arguments = z.infer<typeof Input>;
type ShownHit = z.infer<typeof Output>["hits"][number];

export function registerSearchQuotes(server: McpServer, parts: ToolParts): void {
  server.registerTool(
    "search_quotes",
    {
      title: "Search quotes",
      description:
        "Finds what people were quoted as saying in the indexed news articles and transcripts, best match first, each with speaker, publisher, date and url. Use it for any question about who said what. Put only words whose wording is verbatim into quotation marks. When a hit is unclear by itself, read around it with get_context.",
      inputSchema: Input,
      outputSchema: Output,
      annotations: READ_ONLY,
    },
    (given) => answerTool(parts, () => searchQuotes(parts, given)),
  );
}

async function searchQuotes({ store, search }: ToolParts, given: Arguments): Promise<ToolAnswer> {
  const { hits, totalCount, hasNextPage } = await search.search(await toRequest(store, given));
  const shown = await showHits(
    store,
    hits.map(({ hit }) => hit),
  );
  const nextCursor = hasNextPage ? hits.at(-1)?.cursor : undefined;
  const hint = totalCount === 0 ? nothingFound(given) : undefined;
  const structured = {
    hits: shown,
    total: totalCount,
    ...(nextCursor !== undefined && { nextCursor }),
    ...(hint !== undefined && { hint }),
  };
  return { structured, text: hint ?? asText(shown, totalCount, nextCursor) };
}

async function toRequest(store: QuoteStore, given: Arguments): Promise<SearchRequest> {
  const filter: ChunkFilter = {
    ...publishedWithin(given),
    ...(given.publisher !== undefined && { publishers: [given.publisher] }),
    ...(given.kinds !== undefined && { quoteKinds: given.kinds }),
    ...(given.speaker !== undefined && { speakers: await findSpeaker(store, given.speaker) }),
  };
  return {
    query: given.query,
    mode: "HYBRID",
    kinds: ["QUOTE"],
    filter,
    first: given.limit,
    after: given.cursor ?? null,
  };
}

async function showHits(store: QuoteStore, hits: readonly Hit[]): Promise<readonly ShownHit[]> {
  const statements = await loadStatements(
    store,
    hits.map(({ chunk }) => chunk.quoteId ?? ""),
  );
  return hits.flatMap((hit, i) => {
    const statement = statements[i];
    return statement ? [showHit(hit, statement)] : [];
  });
}

function showHit({ chunk, score }: Hit, statement: Statement): ShownHit {
  const { quote, article, speaker } = statement;
  const { text, isCut } = capped(wordsAt(article, chunk.spans), MAX_PASSAGE_LENGTH);
  const isPart = chunk.text.length < quoteText(article, quote.spans).length;
  return {
    id: toGlobalId("Quote", quote.id),
    ...(isPart && { passageId: toGlobalId("SearchHit", chunk.id) }),
    words: text,
    ...(isCut && { cut: true as const }),
    wording: WORDING[quote.kind],
    kind: quote.kind,
    speaker: speakerName(statement),
    ...(speaker !== null && { speakerId: toGlobalId(NODE_TYPE_OF_ENTITY[speaker.kind], speaker.id) }),
    ...sourceOf(article),
    score: Number(score.toFixed(SCORE_DIGITS)),
  };
}

function nothingFound({ speaker, publisher, from, to, kinds, cursor }: Arguments): string {
  const narrowing = Object.entries({ speaker, publisher, from, to, kinds, cursor }).filter(
    ([, value]) => value !== undefined,
  );
  if (narrowing.length === 0)
    return "Nothing matches, so the index may be empty: tell the user to add articles with npm run index -- PATH.";
  return `Nothing matches. Try again without ${narrowing.map(([name]) => `\`${name}\``).join(", ")}, or see list_articles for publishers and dates.`;
}

function asText(hits: readonly ShownHit[], total: number, nextCursor: string | undefined): string {
  const head = `${hits.length} of ${total} hits. ${QUOTED_LINES}`;
  const more = nextCursor === undefined ? [] : [`More: repeat the call with cursor ${nextCursor}`];
  return [head, ...hits.map(hitAsText), ...more].join("\n\n");
}

function hitAsText(hit: ShownHit, index: number): string {
  const { id, passageId, words, wording, cut = false, speaker } = hit;
  const head = `[${index + 1}] ${wording}, id ${passageId ?? id}`;
  return `${head}\n${quotedLines(`${shownWords(words, wording, cut)}\n— ${speaker ?? "speaker unknown"}, in: ${sourceLine(hit)}`)}`;
}
