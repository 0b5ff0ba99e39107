import { z } from "zod";
import { toGlobalId } from "../../model/global-id.ts";
import type { Hit } from "../../model/hit.ts";
import { QUOTE_KINDS, quoteText } from "../../model/quote.ts";
import type { SearchRequest, SearchResult } from "../../search/search.ts";
import type { ChunkFilter, QuoteStore } from "../../store/quote-store.ts";
import { type AnswerPage, type PageEntry, restAsText, toAnswerPage } from "../answer-page.ts";
import { ListShape } from "../list-arguments.ts";
import { loadStatements, type Statement, speakerName } from "../load-statements.ts";
import { findSpeaker } from "../named-speaker.ts";
import { PublishedDaysShape, publishedWithin } from "../published-days.ts";
import { shownWords, WORDING, WordingSchema, wordsAt } from "../quote-wording.ts";
import { capped, MAX_PASSAGE_LENGTH, QUOTED_LINES, quotedLines } from "../quoted-material.ts";
import { SourceShape, sourceLine, sourceOf } from "../source.ts";
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
      id: z.string().describe("Give it to get_context to read around these words."),
      words: z
        .string()
        .describe(
          "The words to the letter; […] stands for what the article puts between them. `wording` says whose they are.",
        ),
      cut: z.literal(true).optional().describe("Present where the quote has more words: get_context has them."),
      wording: WordingSchema,
      speaker: z.string().optional().describe("Who said it, as well as the article tells; absent where it does not."),
      ...SourceShape,
    }),
  ),
  total: z.int().describe("How many hits can be paged through."),
  nextCursor: z.string().optional().describe("For the next page; absent on the last one."),
  hint: z.string().optional(),
});

type Arguments = z.infer<typeof Input>;
type Found = z.infer<typeof Output>;
type ShownHit = Found["hits"][number];

export const searchQuotesTool = defineTool({
  name: "search_quotes",
  title: "Search quotes",
  description:
    "Finds what people were quoted as saying in the indexed news articles and transcripts, best match first, each with speaker, publisher, date and url. Use it for any question about who said what. Put only words whose wording is verbatim into quotation marks. When a hit is unclear by itself, read around it with get_context.",
  input: Input,
  output: Output,
  answer: searchQuotes,
});

async function searchQuotes(parts: ToolParts, given: Arguments): Promise<ToolAnswer<Found>> {
  const { hits, totalCount, hasNextPage } = await parts.search.search(await toRequest(parts.store, given));
  if (totalCount === 0) return noHits(nothingFound(given));
  const { items, rest } = toAnswerPage(await showHits(parts, hits), hasNextPage);
  return { structured: { hits: items, total: totalCount, ...rest }, text: asText(items, totalCount, rest) };
}

const noHits = (hint: string): ToolAnswer<Found> => ({ structured: { hits: [], total: 0, hint }, text: hint });

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

/** Without those whose article left the index meanwhile. */
async function showHits(
  { store, pageUrl }: ToolParts,
  hits: SearchResult["hits"],
): Promise<readonly PageEntry<ShownHit>[]> {
  const statements = await loadStatements(
    store,
    hits.map(({ hit }) => hit.chunk.quoteId ?? ""),
  );
  return hits.flatMap(({ hit, cursor }, i) => {
    const statement = statements[i];
    return statement ? [{ item: showHit(hit, statement, pageUrl), cursor }] : [];
  });
}

function showHit({ chunk }: Hit, statement: Statement, pageUrl: string): ShownHit {
  const { quote, article } = statement;
  const { text, isCut } = capped(wordsAt(article, chunk.spans), MAX_PASSAGE_LENGTH);
  const isPart = chunk.text.length < quoteText(article, quote.spans).length;
  const speaker = speakerName(statement);
  return {
    id: isPart ? toGlobalId("SearchHit", chunk.id) : toGlobalId("Quote", quote.id),
    words: text,
    ...((isPart || isCut) && { cut: true as const }),
    wording: WORDING[quote.kind],
    ...(speaker !== null && { speaker }),
    ...sourceOf(article, pageUrl),
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

function asText(hits: readonly ShownHit[], total: number, rest: AnswerPage<ShownHit>["rest"]): string {
  const head = `${hits.length} of ${total} hits. ${QUOTED_LINES}`;
  return [head, ...hits.map(hitAsText), ...restAsText(rest)].join("\n\n");
}

function hitAsText(hit: ShownHit, index: number): string {
  const { id, words, wording, cut = false, speaker } = hit;
  const head = `[${index + 1}] ${wording}, id ${id}`;
  return `${head}\n${quotedLines(`${shownWords(words, wording, cut)}\n— ${speaker ?? "speaker unknown"}, in: ${sourceLine(hit)}`)}`;
}
