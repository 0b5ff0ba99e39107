import type { RankingMoment } from "../../rank-cursor.ts";
import { countsByName, type Indices } from "../indices.ts";
import { holding } from "./candidate-query.ts";

/** What scores depend on beside chunk and query, as it is now; without the best score, which a search finds. */
export async function readMoment(indices: Indices, stems: readonly string[]): Promise<Omit<RankingMoment, "best">> {
  const { hits, aggregations } = await indices.search({
    kind: "chunks",
    body: {
      size: 0,
      track_total_hits: true,
      query: { match_all: {} },
      aggs: {
        length: { avg: { field: "length" } },
        last: { max: { field: "label" } },
        ...(stems.length > 0 && {
          holding: { filters: { filters: Object.fromEntries(stems.map((stem, i) => [i, holding(stem)])) } },
        }),
      },
    },
  });
  const counts = countsByName(aggregations?.holding);
  return {
    statistics: {
      passages: hits.total.value,
      meanLength: aggregations?.length?.value || 1,
      holding: stems.map((_, i) => counts[i]?.doc_count ?? 0),
    },
    lastArrival: aggregations?.last?.value ?? 0,
  };
}
