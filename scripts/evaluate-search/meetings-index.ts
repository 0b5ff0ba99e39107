import { mkdirSync } from "node:fs";
import { chunkArticle } from "../../src/indexing/chunk-article.ts";
import { embedChunks } from "../../src/indexing/prepare-article.ts";
import type { Embedder } from "../../src/inference/embedder.ts";
import { groupBy } from "../../src/model/group-by.ts";
import { openStoreForWriting } from "../../src/store/embedded/open-embedded-store.ts";
import type { QuoteStore } from "../../src/store/quote-store.ts";
import type { Turn } from "./beir-files.ts";
import { meetingArticle } from "./meeting-article.ts";

const NEVER_ABORTED = new AbortController().signal;

/** An index of meetings, and what leads from its ids to the turns. */
export interface MeetingsIndex {
  readonly store: QuoteStore;
  /** The turn that a quote is, by the quote's id. */
  readonly turnOfQuote: ReadonlyMap<string, string>;
  /** The article's id, by the meeting. */
  readonly articleOf: ReadonlyMap<string, string>;
}

/** Opens the index in this folder. Meetings that it does not hold yet, or as they were not, are put in first. */
export async function openMeetingsIndex(
  directory: string,
  turns: readonly Turn[],
  embedder: Embedder,
  say: (line: string) => void,
): Promise<MeetingsIndex> {
  mkdirSync(directory, { recursive: true });
  const store = await openStoreForWriting({ directory, model: embedder.model, dimensions: embedder.dimensions });
  const known = new Map((await store.states()).map(({ id, revision }) => [id, revision]));
  const articleOf = new Map<string, string>();
  const turnOfQuote = new Map<string, string>();
  for (const [meeting, ofMeeting] of groupBy(turns, (turn) => turn.meeting)) {
    const made = meetingArticle(meeting, ofMeeting);
    articleOf.set(meeting, made.article.id);
    for (const [quote, turn] of made.turnOfQuote) turnOfQuote.set(quote, turn);
    if (known.get(made.article.id) === made.article.revision) continue;
    say(`Indexing ${meeting}: ${made.quotes.length} turns`);
    const chunks = await chunkArticle(made.article, made.quotes, embedder);
    const embedded = await embedChunks(made.article, { chunks, quotes: made.quotes }, embedder, NEVER_ABORTED);
    await store.put({ ...made, chunks: embedded, origin: null, sample: false });
  }
  await store.save();
  return { store, turnOfQuote, articleOf };
}
