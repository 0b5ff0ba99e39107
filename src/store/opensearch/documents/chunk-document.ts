import type { Chunk } from "../../../model/chunk.ts";
import { ASSERTIONS, type Quote, speakersOf } from "../../../model/quote.ts";
import { type Attributions, mentionedIn } from "../../mentions-within.ts";
import { passageWords } from "./passage-words.ts";
import type { QuoteContext } from "./quote-document.ts";

/** A chunk with what does not follow from its article. */
export interface KeptChunk {
  readonly chunk: Chunk;
  readonly vector: readonly number[];
  readonly contextVector: readonly number[];
  /** Rises with the time at which chunks came into the store; no two are equal. */
  readonly label: number;
  /** The id of the first chunk of those that are the same words but for a few; null for few words. */
  readonly wording: string | null;
  /** The smallest hashes of its words; null for few words. */
  readonly sketch: readonly number[] | null;
  readonly bands: readonly string[];
}

/** What the documents of an article's chunks are made from. */
export interface ChunkContext extends QuoteContext {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly quotes: ReadonlyMap<string, Quote>;
  readonly attributions: Attributions;
  /** Whether one of the article is a place. */
  isPlace(memberId: string): boolean;
}

export type ChunkDocument = KeptChunk & Readonly<Record<string, unknown>>;

/** The documents of all chunks of an article, which come in reading order: words of one count a little for those close by. */
export function chunkDocuments(chunks: readonly KeptChunk[], context: ChunkContext): readonly ChunkDocument[] {
  const said = chunks.map(({ chunk }) => chunk.quoteIds.flatMap((id) => context.quotes.get(id) ?? []));
  const words = passageWords(
    context.title,
    chunks.map(({ chunk }, i) => ({ text: chunk.text, isTurn: said[i]?.[0]?.kind === "TRANSCRIPT" })),
  );
  return chunks.map((kept, ordinal) => ({
    ...kept,
    ...words[ordinal],
    ordinal,
    ...tellingOf(kept, said[ordinal] ?? [], context),
  }));
}

/** What is told in a chunk, by whom, of whom, and where it was published. */
function tellingOf({ chunk, wording }: KeptChunk, said: readonly Quote[], context: ChunkContext) {
  const { publication, publisher, entityOf, isPlace } = context;
  const mentioned = [...mentionedIn(chunk, context.mentions, context.attributions)];
  const mentions = entitiesOf(
    mentioned.filter((id) => !isPlace(id)),
    entityOf,
  );
  const places = entitiesOf(mentioned.filter(isPlace), entityOf);
  const everywhere = { ...publication, articleId: chunk.articleId, mentions: [...new Set([...mentions, ...places])] };
  const [first] = said;
  return {
    id: chunk.id,
    articleId: chunk.articleId,
    ...publication,
    kind: first?.kind ?? "PARAGRAPH",
    attitude: said.length > 0 && said.every(({ reports }) => reports === "ATTITUDE"),
    publishedTime: publication.publishedAt === null ? null : Date.parse(publication.publishedAt),
    publisher,
    month: publication.publishedAt?.slice(0, "2024-03".length) ?? null,
    speakers: entitiesOf(said.flatMap(speakersOf), entityOf),
    mentions,
    places,
    // The same words denied are no copy of these words said, and the article's words are one with what is said.
    wordingAsTold: wording === null ? null : `${wording} ${first?.assertion ?? ASSERTIONS[0]}`,
    statements: statementsOf(said, everywhere, entityOf),
  };
}

/** One for each quote, in text order; where nobody says anything one for the article's own words. */
function statementsOf(said: readonly Quote[], everywhere: object, entityOf: (memberId: string) => string) {
  if (said.length === 0) return [{ ...everywhere, kind: "PARAGRAPH" }];
  return said.map((quote) => ({
    ...everywhere,
    kind: quote.kind,
    speakers: entitiesOf(speakersOf(quote), entityOf),
    onBehalfOf: quote.onBehalfOfId === null ? null : entityOf(quote.onBehalfOfId),
    assertion: quote.assertion,
    reports: quote.reports,
    confidence: quote.confidence,
  }));
}

const entitiesOf = (memberIds: readonly string[], entityOf: (memberId: string) => string): readonly string[] => [
  ...new Set(memberIds.map(entityOf)),
];
