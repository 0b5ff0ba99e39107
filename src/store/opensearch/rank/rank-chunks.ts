import type { Chunk } from "../../../model/chunk.ts";
import { bestPreferred } from "../../../ranking/best-preferred.ts";
import type { Candidates } from "../../../ranking/candidates.ts";
import { matchPassages, scoreRows } from "../../../ranking/match-passages.ts";
import { type RankedPlace, rankPage } from "../../../ranking/rank-page.ts";
import { TURN } from "../../../ranking/row-kinds.ts";
import { SignalReader } from "../../../ranking/signal-reader.ts";
import { type SignalUnits, traceOf } from "../../../ranking/trace.ts";
import { withRecency } from "../../../ranking/with-recency.ts";
import { weighByRarity } from "../../../ranking/word-evidence.ts";
import { decodeCursor, encodeCursor, type RankingMoment } from "../../rank-cursor.ts";
import { asksForAll, type RankedHit, type RankedPage, type RankRequest } from "../../rank-request.ts";
import type { Query } from "../cluster/cluster.ts";
import { stemOf } from "../documents/passage-words.ts";
import { entityIdsOf } from "../entities.ts";
import type { Indices } from "../indices.ts";
import type { Sought } from "./candidate-query.ts";
import { countFacet } from "./count-facet.ts";
import { eligibleQuery } from "./eligible-query.ts";
import { statementQuery } from "./filter-query.ts";
import { findCandidates, findEligible } from "./find-candidates.ts";
import { readMoment } from "./ranking-moment.ts";
import { readHits } from "./read-hits.ts";
import { columnsOf, type RowColumns } from "./row-columns.ts";

/** What a request finds, and by which numbers it is ranked. */
interface RankedRows {
  readonly candidates: Candidates;
  readonly moment: RankingMoment;
  readonly total: number;
  readonly isExact: boolean;
}

/** What a request asks of the index. */
interface Asked {
  readonly sought: Sought;
  /** What the filter asks of one statement; null for everything. */
  readonly statements: Query | null;
  readonly eligible: Query;
}

/**
 * OpenSearch finds what can match by the most that its signals can add, and the ranking scores these as it does everywhere: nothing
 * that matches is missed, and totals are exact, unless more can match than are read.
 */
export async function rankChunks(indices: Indices, request: RankRequest): Promise<RankedPage> {
  const after = request.after === null ? null : decodeCursor(request.search, request.after);
  const stems = [...new Set(request.query.words.map(stemOf))];
  const now = after?.moment ?? { ...(await readMoment(indices, stems)), best: null };
  const asked = await readRequest(indices, request, stems, now);
  const { candidates, moment, total, isExact } = await rankRows(indices, request, asked, now);
  const { order, first } = request;
  const page = rankPage(candidates, { order, first, after: after?.position ?? null, lastArrival: moment.lastArrival });
  const matching: Query = asksForAll(request.query) ? asked.eligible : onlyThese(candidates);
  return {
    hits: await loadHits(indices, request, { asked, candidates, moment }, page.places),
    total,
    isExact,
    hasNext: page.hasNext,
    facet: (name, most) => countFacet(indices, { matching, statements: asked.statements }, name, most),
    bestPreferred: () => bestPreferred(candidates, request.model, unitsOf(asked.sought)),
  };
}

async function readRequest(
  indices: Indices,
  { query, filter, model }: RankRequest,
  stems: readonly string[],
  { statistics }: RankingMoment,
): Promise<Asked> {
  const words = { stems, ...weighByRarity(statistics, stems.length), statistics };
  const statements = await statementQuery(indices, filter);
  const { preferredSpeakers, vector } = query;
  const preferred = preferredSpeakers.length === 0 ? null : await entityIdsOf(indices, preferredSpeakers);
  return {
    sought: { model, vector, words, preferred, highestCosine: null },
    statements,
    eligible: await eligibleQuery(indices, query, statements),
  };
}

async function rankRows(
  indices: Indices,
  { query, model, order, now }: RankRequest,
  { sought, eligible }: Asked,
  moment: RankingMoment,
): Promise<RankedRows> {
  const wantsAll = asksForAll(query);
  const found = wantsAll
    ? await findEligible(indices, sought, eligible, order)
    : await findCandidates(indices, sought, eligible);
  const columns = columnsOf(found, sought);
  const reader = new SignalReader(columns.passages, columns.evidence, model);
  const matched = wantsAll
    ? { ...scoreRows(reader, columns.articles, columns.mask, () => true), best: null }
    : matchPassages(reader, columns.articles, { ...columns, best: moment.best });
  const candidates = withRecency(candidatesOf(columns, reader, matched), model, now);
  // All that is eligible matches there, whether it was read or not.
  const [total, isExact] = wantsAll ? [found.total, true] : [candidates.count, found.isComplete];
  return { candidates, moment: { ...moment, best: matched.best }, total, isExact };
}

/** The rows that match as candidates of a ranking: a place is that among them. */
function candidatesOf(
  { rows, passages }: RowColumns,
  reader: SignalReader,
  matched: { readonly rows: readonly number[]; readonly scores: readonly number[] },
): Candidates {
  const rowAt = (place: number) => matched.rows[place] as number;
  const foundAt = (place: number) => rows[rowAt(place)] as (typeof rows)[number];
  const wordings = numbersOf(rows.map(({ wording }) => wording));
  return {
    count: matched.rows.length,
    scores: matched.scores,
    signalsAt: (place) => reader.signalsOf(rowAt(place)),
    idAt: (place) => foundAt(place).id,
    isTurn: (place) => passages.kinds[rowAt(place)] === TURN,
    articleAt: (place) => passages.articleOf(rowAt(place)).first,
    arrivalAt: (place) => foundAt(place).label,
    wordingAt: (place) => wordings.get(foundAt(place).wording ?? "") ?? null,
    publishedAt: (place) => foundAt(place).publishedAt,
  };
}

/** A number for each name that several have. */
function numbersOf(names: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1);
  return new Map(shared.map(([name], number) => [name, number]));
}

/** Scores by words are shares of the words' weight, which BM25 was divided by. */
const unitsOf = ({ words }: Sought): SignalUnits => ({ LEXICAL: words.total, LEXICAL_CONTEXT: words.total });

const onlyThese = ({ count, idAt }: Candidates): Query => ({
  ids: { values: Array.from({ length: count }, (_, place) => idAt(place)) },
});

/** With their words; those that have left the index meanwhile are left out. */
async function loadHits(
  indices: Indices,
  { model, search }: RankRequest,
  {
    asked,
    candidates,
    moment,
  }: { readonly asked: Asked; readonly candidates: Candidates; readonly moment: RankingMoment },
  places: readonly RankedPlace[],
): Promise<readonly RankedHit[]> {
  const ids = places.flatMap(({ place, folded }) => [place, ...folded]).map(candidates.idAt);
  const { sought, statements } = asked;
  const read = await readHits(indices, ids, statements, sought.preferred ?? []);
  const units = unitsOf(sought);
  return places.flatMap(({ place, folded, position }): RankedHit[] => {
    const hit = read.get(candidates.idAt(place));
    if (hit === undefined) return [];
    return [
      {
        ...hit,
        isTurn: candidates.isTurn(place),
        trace: traceOf(candidates, place, model, units),
        alsoIn: folded.flatMap((other): Chunk | readonly Chunk[] => read.get(candidates.idAt(other))?.chunk ?? []),
        cursor: encodeCursor(search, position, moment),
      },
    ];
  });
}
