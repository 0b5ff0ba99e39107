import type { Quote } from "../../model/quote.ts";
import { byIds } from "../by-ids.ts";
import type { Page, PageRequest, QuoteFilter, QuoteOrder } from "../quote-store.ts";
import type { Query } from "./cluster/cluster.ts";
import type { QuoteDocument } from "./documents/quote-document.ts";
import { entityIdsOf } from "./entities.ts";
import { findByIds } from "./find-by-ids.ts";
import type { Indices } from "./indices.ts";
import { allOf, publicationQueries } from "./publication-query.ts";
import { readPage, type SortedList } from "./sorted-page.ts";

const SOURCE = ["quote", "speakers", "onBehalfOf"];
const PLACE = [{ articleId: "asc" }, { ordinal: "asc" }] as const;

const listBy = (name: string, first: Readonly<Record<string, "asc" | "desc">>): SortedList => ({
  name,
  kind: "quotes",
  sort: [first, ...PLACE],
  source: SOURCE,
});

const LISTS: Readonly<Record<QuoteOrder, SortedList>> = {
  NEWEST: listBy("quotes-newest", { newest: "desc" }),
  OLDEST: listBy("quotes-oldest", { oldest: "asc" }),
  CONFIDENCE: listBy("quotes-confidence", { confidence: "desc" }),
};

/** Speakers, and those for whom they speak, are given by the id of the joined entity. */
export async function readQuotes(indices: Indices, ids: readonly string[]): Promise<readonly (Quote | null)[]> {
  const found = await findByIds<QuoteDocument>(indices, "quotes", ids, SOURCE);
  return byIds(
    ids,
    found,
    ({ quote }) => quote.id,
    (document) => toQuote(document),
  );
}

export async function listQuotes(
  indices: Indices,
  filter: QuoteFilter,
  order: QuoteOrder,
  page: PageRequest,
): Promise<Page<Quote>> {
  return readPage(indices, LISTS[order], allOf(await quoteQueries(indices, filter)), page, toQuote);
}

/** The newest quotes of each speaker, up to a limit each. */
export async function readQuotesOfSpeakers(
  indices: Indices,
  speakers: readonly (string | null)[],
  limit: number,
): Promise<readonly (readonly Quote[])[]> {
  const answers = await indices.searchAll<QuoteDocument>(
    speakers.map((speaker) => ({
      kind: "quotes",
      body: {
        query: { terms: { speakers: speaker === null ? [] : [speaker] } },
        size: limit,
        sort: LISTS.NEWEST.sort,
        _source: SOURCE,
      },
    })),
  );
  return answers.map(({ hits }) => hits.hits.map(({ _source }) => toQuote(_source)));
}

async function quoteQueries(indices: Indices, filter: QuoteFilter): Promise<readonly Query[]> {
  const { speakers, onBehalfOf, assertions, reports, quoteKinds, minConfidence, mentions, places } = filter;
  const entities = { speakers, onBehalfOf, mentions };
  const queries: Query[] = [...publicationQueries(filter)];
  for (const [field, ids] of [...Object.entries(entities), ["mentions", places] as const]) {
    if (ids !== undefined) queries.push({ terms: { [field]: await entityIdsOf(indices, ids) } });
  }
  for (const [field, values] of Object.entries({ assertion: assertions, reports, kind: quoteKinds })) {
    if (values !== undefined) queries.push({ terms: { [field]: values } });
  }
  if (minConfidence !== undefined) queries.push({ range: { confidence: { gte: minConfidence } } });
  return queries;
}

function toQuote({ quote, speakers, onBehalfOf }: QuoteDocument): Quote {
  const [speakerId = null, ...coSpeakerIds] = speakers;
  return { ...quote, speakerId, coSpeakerIds, onBehalfOfId: onBehalfOf };
}
