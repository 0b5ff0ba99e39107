import type { Chunk } from "../../../model/chunk.ts";
import { bestPreferred } from "../../../ranking/best-preferred.ts";
import type { Candidates } from "../../../ranking/candidates.ts";
import { type RankedPlace, rankPage } from "../../../ranking/rank-page.ts";
import { type SignalUnits, traceOf } from "../../../ranking/trace.ts";
import { withRecency } from "../../../ranking/with-recency.ts";
import { decodeCursor, encodeCursor, type RankingMoment } from "../../rank-cursor.ts";
import type { RankedHit, RankedPage, RankRequest } from "../../rank-request.ts";
import { wordStem } from "../../word-stem.ts";
import { readChunks } from "../chunks.ts";
import type { Connection } from "../connection.ts";
import { countFacet } from "./chunk-facets.ts";
import type { ChunkTable } from "./chunk-table.ts";
import { eligibleRows } from "./eligible-rows.ts";
import type { EntitiesOfGroups } from "./entities-of-groups.ts";
import { type Filtered, filterRows, type KeysOf } from "./filter-rows.ts";
import { candidatesOf, statementsOf } from "./found-rows.ts";
import { type MatchedRows, matchRows } from "./match-rows.ts";
import { weighWords } from "./score-words.ts";

/** What a ranking reads: all of one state of the database. */
export interface RankedIndex {
  readonly connection: Connection;
  readonly table: ChunkTable;
  readonly entities: EntitiesOfGroups;
  readonly keysOf: KeysOf;
}

/** What a request finds in the table, and by which numbers it is ranked. */
interface Found {
  readonly matched: MatchedRows;
  readonly candidates: Candidates;
  readonly through: Filtered;
  readonly preferred: Filtered | null;
  readonly moment: RankingMoment;
  /** What a passage's BM25 was divided by. */
  readonly wordWeight: number;
}

/** One pass over the table: nothing that matches is missed, and totals are exact. */
export function rankChunks(index: RankedIndex, request: RankRequest): RankedPage {
  const after = request.after === null ? null : decodeCursor(request.search, request.after);
  const found = findCandidates(index, request, after?.moment ?? null);
  const { order, first } = request;
  const asked = { order, first, after: after?.position ?? null, lastArrival: found.moment.lastArrival };
  const page = rankPage(found.candidates, asked);
  const rows = { rows: found.matched.rows, through: found.through.statements };
  return {
    hits: loadHits(index, request, found, page.places),
    total: found.candidates.count,
    isExact: true,
    hasNext: page.hasNext,
    facet: async (name, most) => countFacet(index.connection, index.table, index.entities, rows, { name, first: most }),
    bestPreferred: () => bestPreferred(found.candidates, request.model, unitsOf(found.wordWeight)),
  };
}

/** Scores by words are shares of the words' weight, which BM25 was divided by. */
const unitsOf = (wordWeight: number): SignalUnits => ({ LEXICAL: wordWeight, LEXICAL_CONTEXT: wordWeight });

function findCandidates(
  { connection, table, keysOf }: RankedIndex,
  { query, filter, model, now }: RankRequest,
  then: RankingMoment | null,
): Found {
  const words = weighWords(table, [...new Set(query.words.map(wordStem))], then?.statistics ?? null);
  const through = eligibleRows(connection, table, query, { filter, keysOf });
  const speakers = query.preferredSpeakers;
  const preferred = speakers.length === 0 ? null : filterRows(table, { speakers }, keysOf);
  const asked = { model, words, mask: through.rows, preferred: preferred?.rows ?? null, best: then?.best ?? null };
  const matched = matchRows(table, query, asked);
  const moment = then ?? momentOf(table, words.statistics, matched.best);
  const candidates = withRecency(candidatesOf(table, matched), model, now);
  return { matched, candidates, through, preferred, moment, wordWeight: words.total };
}

const momentOf = (table: ChunkTable, statistics: RankingMoment["statistics"], best: number | null): RankingMoment => ({
  best,
  statistics,
  lastArrival: table.labels.values.at(-1) ?? 0,
});

/** With their words; those that have left the index meanwhile are left out. */
function loadHits(
  { connection, table }: RankedIndex,
  { model, search }: RankRequest,
  { matched, candidates, through, preferred, moment, wordWeight }: Found,
  places: readonly RankedPlace[],
): readonly RankedHit[] {
  const ids = places.flatMap(({ place, folded }) => [place, ...folded]).map(candidates.idAt);
  const loaded = readChunks(connection, ids);
  const chunks = new Map<string, Chunk>(loaded.flatMap((chunk) => (chunk ? [[chunk.id, chunk]] : [])));
  const units = unitsOf(wordWeight);
  return places.flatMap(({ place, folded, position }): RankedHit[] => {
    const chunk = chunks.get(candidates.idAt(place));
    if (chunk === undefined) return [];
    const said = statementsOf(table, matched.rows[place] as number, through, preferred);
    return [
      {
        chunk,
        quoteIds: said.flatMap((at) => chunk.quoteIds[at] ?? []),
        isTurn: candidates.isTurn(place),
        trace: traceOf(candidates, place, model, units),
        alsoIn: folded.flatMap((other) => chunks.get(candidates.idAt(other)) ?? []),
        cursor: encodeCursor(search, position, moment),
      },
    ];
  });
}
