import { type ListKey, positionOf, toListCursor } from "../../model/list-cursor.ts";
import { pageSize } from "../../model/page-size.ts";
import { type Connection, type Edge, listConnection, toConnection } from "../connection/connection.ts";
import { LIST_PAGE_SIZE } from "../connection/page-arguments.ts";
import type { GraphqlContext } from "../graphql-context.ts";
import { QuoteType } from "../quote/quote-type.ts";
import type { SpeakerQuotesArguments } from "./speaker-quotes-arguments.ts";

/** A page of what somebody said: by a search within the speaker, or else the newest first. */
export function speakerQuotes(
  context: GraphqlContext,
  speakerId: string,
  page: SpeakerQuotesArguments,
): Promise<Connection<QuoteType>> {
  const { about } = page;
  if (about !== null && about !== undefined) return quotesAbout(context, speakerId, about, page);
  const filter = { speakers: [speakerId] };
  return listConnection(
    { list: "quotes of a speaker", arguments: filter },
    page,
    (request) => context.store.listQuotes(filter, "NEWEST", request),
    (quote) => new QuoteType(quote),
  );
}

async function quotesAbout(
  { search, loaders }: GraphqlContext,
  speakerId: string,
  about: string,
  { first, after }: SpeakerQuotesArguments,
): Promise<Connection<QuoteType>> {
  const key: ListKey = { list: "quotes of a speaker about", arguments: { speakerId, about } };
  const size = pageSize(first, LIST_PAGE_SIZE);
  const lastSeen = after ? positionOf(key, after) : null;
  const ids = await search.saidAbout(speakerId, about);
  const start = lastSeen === null ? 0 : ids.indexOf(lastSeen) + 1;
  const pageIds = ids.slice(start, start + size);
  const quotes = await Promise.all(pageIds.map((id) => loaders.quotes.load(id)));
  const edges = quotes.flatMap((quote): Edge<QuoteType>[] =>
    quote === null ? [] : [{ cursor: toListCursor(key, quote.id), node: new QuoteType(quote) }],
  );
  const hasNextPage = start + size < ids.length;
  return toConnection<QuoteType, Edge<QuoteType>>(edges, {
    totalCount: ids.length,
    hasNextPage,
    isContinued: lastSeen !== null,
  });
}
