import type { Query } from "../cluster.ts";
import { MAX_WINDOW } from "../index-definitions.ts";
import { bucketsOf, type Indices } from "../indices.ts";
import { promisingPassages, promisingTurns, type Sought } from "./candidate-query.ts";
import { type FoundRow, rowParts, rowsOfArticles, toRow } from "./found-row.ts";

/** Transcripts that are read as a whole for one search: an exchange is gathered over all of it. */
const MAX_TRANSCRIPTS = 200;

/** What may match. */
export interface FoundCandidates {
  readonly rows: readonly FoundRow[];
  /** The articles whose rows are all there, since an exchange is gathered over them. */
  readonly transcripts: ReadonlySet<string>;
  /** False where there were more than are read: those that can score highest are there. */
  readonly isComplete: boolean;
}

/** All rows that can match, whatever the filter, each with whether it is eligible. */
export async function findCandidates(indices: Indices, sought: Sought, eligible: Query): Promise<FoundCandidates> {
  const [passages, turns] = await Promise.all([
    findPassages(indices, promisingPassages(sought), sought, eligible),
    findTranscripts(indices, sought),
  ]);
  const exchanges = await rowsOfArticles(indices, turns.articleIds, sought, eligible);
  const transcripts = new Set(turns.articleIds);
  return {
    rows: [...passages.rows.filter(({ articleId }) => !transcripts.has(articleId)), ...exchanges],
    transcripts,
    isComplete: passages.isComplete && turns.isComplete,
  };
}

/** All rows that are eligible, and those of their transcripts. */
export async function findEligible(indices: Indices, sought: Sought, eligible: Query): Promise<FoundCandidates> {
  const found = await findPassages(indices, eligible, sought, eligible);
  const articleIds = [...new Set(found.rows.filter(({ kind }) => kind === "TRANSCRIPT").map((row) => row.articleId))];
  const read = articleIds.slice(0, MAX_TRANSCRIPTS);
  const exchanges = await rowsOfArticles(indices, read, sought, eligible);
  const transcripts = new Set(read);
  return {
    rows: [...found.rows.filter(({ articleId }) => !transcripts.has(articleId)), ...exchanges],
    transcripts,
    isComplete: found.isComplete && read.length === articleIds.length,
  };
}

/** Those that can score highest first. */
async function findPassages(indices: Indices, query: Query, sought: Sought, eligible: Query) {
  const { hits } = await indices.search({
    kind: "chunks",
    body: { query, size: MAX_WINDOW, track_total_hits: true, ...rowParts(sought, eligible) },
  });
  return {
    rows: hits.hits.map((found) => toRow(found, sought)),
    isComplete: hits.total.value <= hits.hits.length,
  };
}

/** The articles with turns that may match. */
async function findTranscripts(indices: Indices, sought: Sought) {
  const articles = {
    terms: { field: "articleId", size: MAX_TRANSCRIPTS, order: { most: "desc" } },
    aggs: { most: { max: { script: { source: "_score" } } } },
  };
  const { aggregations } = await indices.search({
    kind: "chunks",
    body: { query: promisingTurns(sought), size: 0, aggs: { articles } },
  });
  return {
    articleIds: bucketsOf(aggregations?.articles).map(({ key }) => key),
    isComplete: (aggregations?.articles?.sum_other_doc_count ?? 0) === 0,
  };
}
