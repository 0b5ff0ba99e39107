import type { EntityKind } from "../../model/entity.ts";
import type { StoreInfo } from "../quote-store.ts";
import type { IndexState } from "./index-state.ts";
import { countsByName, type Indices } from "./indices.ts";

const ofKind = (kind: EntityKind) => ({ term: { kind } });

/** @param state Where the index stands. */
export async function readInfo(indices: Indices, state: IndexState): Promise<StoreInfo> {
  const counting = (filters: object) => ({
    size: 0,
    track_total_hits: true,
    aggs: { parts: { filters: { filters } } },
  });
  const [articles, quotes, chunks, entities] = await indices.searchAll([
    { kind: "articles", body: counting({ samples: { term: { sample: true } } }) },
    { kind: "quotes", body: { size: 0, track_total_hits: true } },
    { kind: "chunks", body: { size: 0, track_total_hits: true } },
    {
      kind: "entities",
      body: counting({ people: ofKind("PERSON"), organizations: ofKind("ORGANIZATION"), places: ofKind("PLACE") }),
    },
  ]);
  const kinds = countsByName(entities?.aggregations?.parts);
  return {
    articles: articles?.hits.total.value ?? 0,
    quotes: quotes?.hits.total.value ?? 0,
    chunks: chunks?.hits.total.value ?? 0,
    people: kinds.people?.doc_count ?? 0,
    organizations: kinds.organizations?.doc_count ?? 0,
    places: kinds.places?.doc_count ?? 0,
    sampleArticles: countsByName(articles?.aggregations?.parts).samples?.doc_count ?? 0,
    model: state.model,
    dimensions: state.dimensions,
    schemaVersion: state.schemaVersion,
    updatedAt: state.updatedAt,
  };
}
