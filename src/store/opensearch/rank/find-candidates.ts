import type { RankingOrder } from "../../../ranking/rank-page.ts";
import type { Query } from "../cluster/cluster.ts";
import { MAX_WINDOW } from "../index-definitions.ts";
import { bucketsOf, type Indices } from "../indices.ts";
import { nearestByGraph, promisingPassages, promisingTurns, type Sought } from "./candidate-query.ts";
import { type FoundRow, rowParts, rowsOfArticles, toRow } from "./found-row.ts";

/** Transcripts that are read as a whole for one search: an exchange is gathered over all of it. */
const MAX_TRANSCRIPTS = 200;

/** So many of the nearest are asked of the graph; what else may match has no higher cosine than the last of these. */
const NEAREST = 1_000;

/** What may match. */
export interface FoundCandidates {
  readonly rows: readonly FoundRow[];
  /** The articles whose rows are all there, since an exchange is gathered over them. */
  readonly transcripts: ReadonlySet<string>;
  /** How many the query found, read or not. */
  readonly total: number;
  /** False where there were more than are read (those that can score highest are there), and where the graph may have missed some. */
  readonly isComplete: boolean;
}

/** All rows that can match, whatever the filter, each with whether it is eligible. */
export async function findCandidates(indices: Indices, asked: Sought, eligible: Query): Promise<FoundCandidates> {
  const near = await findNearest(indices, asked, eligible);
  const sought = { ...asked, highestCosine: near && Math.min(...near.map(({ cosine }) => cosine)) };
  const [passages, turns] = await Promise.all([
    findRows(indices, { query: promisingPassages(sought) }, sought, eligible),
    findTranscripts(indices, sought, near ?? []),
  ]);
  const exchanges = await rowsOfArticles(indices, turns.articleIds, sought, eligible);
  const transcripts = new Set(turns.articleIds);
  const rows = new Map([...(near ?? []), ...passages.rows].map((row) => [row.id, row]));
  return {
    rows: [...[...rows.values()].filter((row) => isAlone(row, transcripts)), ...exchanges],
    transcripts,
    total: passages.total,
    isComplete: near === null && passages.total <= passages.rows.length && turns.isComplete,
  };
}

/** A turn counts only where its whole exchange is known. */
const isAlone = ({ kind, articleId }: FoundRow, transcripts: ReadonlySet<string>): boolean =>
  kind !== "TRANSCRIPT" && !transcripts.has(articleId);

/** All rows that are eligible, those first that come first, and those of their transcripts. */
export async function findEligible(
  indices: Indices,
  sought: Sought,
  eligible: Query,
  order: RankingOrder,
): Promise<FoundCandidates> {
  const found = await findRows(indices, inOrder(sought, eligible, order), sought, eligible);
  const isGathered = sought.vector !== null || sought.words.stems.length > 0;
  const turns = isGathered ? found.rows.filter(({ kind }) => kind === "TRANSCRIPT") : [];
  const read = [...new Set(turns.map(({ articleId }) => articleId))].slice(0, MAX_TRANSCRIPTS);
  const exchanges = await rowsOfArticles(indices, read, sought, eligible);
  const transcripts = new Set(read);
  return {
    rows: [...found.rows.filter(({ articleId }) => !transcripts.has(articleId)), ...exchanges],
    transcripts,
    total: found.total,
    isComplete: found.total <= found.rows.length,
  };
}

/** Only where there are more than are read this decides which are. */
function inOrder(sought: Sought, eligible: Query, order: RankingOrder): Query {
  const should = [promisingPassages(sought), promisingTurns(sought), { terms: { speakers: sought.preferred ?? [] } }];
  const dated = { publishedTime: { order: order === "OLDEST" ? "asc" : "desc", missing: "_last" } };
  return {
    query: { bool: { filter: [eligible], should } },
    sort:
      order === "RELEVANCE" ? [{ _score: "desc" }, dated, { id: "asc" }] : [dated, { _score: "desc" }, { id: "asc" }],
  };
}

async function findRows(indices: Indices, search: Query, sought: Sought, eligible: Query) {
  const { hits } = await indices.search({
    kind: "chunks",
    body: { ...search, size: MAX_WINDOW, track_total_hits: true, ...rowParts(sought, eligible) },
  });
  return { rows: hits.hits.map((found) => toRow(found, sought)), total: hits.total.value };
}

/** The nearest by the graph, where there are too many to compare all; null where there are not, and where meaning does not count. */
async function findNearest(indices: Indices, sought: Sought, eligible: Query): Promise<readonly FoundRow[] | null> {
  if (sought.vector === null || sought.words.statistics.passages <= indices.scansUpTo) return null;
  const query = nearestByGraph(sought.vector, "contextVector", NEAREST, { match_all: {} });
  return (await findRows(indices, { query }, sought, eligible)).rows;
}

/** The articles with turns that may match. @param near Chunks that are known to be near in meaning. */
async function findTranscripts(indices: Indices, sought: Sought, near: readonly FoundRow[]) {
  const articles = {
    terms: { field: "articleId", size: MAX_TRANSCRIPTS, order: { most: "desc" } },
    aggs: { most: { max: { script: { source: "_score" } } } },
  };
  const { aggregations } = await indices.search({
    kind: "chunks",
    body: { query: promisingTurns(sought), size: 0, aggs: { articles } },
  });
  const nearby = near.filter(({ kind }) => kind === "TRANSCRIPT").map(({ articleId }) => articleId);
  const promising = bucketsOf(aggregations?.articles).map(({ key }) => key);
  const articleIds = [...new Set([...nearby, ...promising])];
  return {
    articleIds: articleIds.slice(0, MAX_TRANSCRIPTS),
    isComplete: (aggregations?.articles?.sum_other_doc_count ?? 0) === 0 && articleIds.length <= MAX_TRANSCRIPTS,
  };
}
