import type { CoMention, PeriodCount, TimelineUnit } from "../quote-store.ts";
import type { Query } from "./cluster/cluster.ts";
import { entityIdOfEach } from "./entities.ts";
import { bucketsOf, countsByName, type Indices, type Search } from "./indices.ts";
import { plainTokens } from "./plain-tokens.ts";

const PERIOD_FIELDS: Readonly<Record<TimelineUnit, string>> = { DAY: "day", MONTH: "month", YEAR: "year" };
/** Days of a hundred years. */
const MAX_PERIODS = 36_525;
/** With more than so many different ones beside somebody, the rarest are left out. */
const MAX_BESIDE = 10_000;

/** The quotes of each speaker by period, the oldest first, undated ones last. */
export async function readTimelines(
  indices: Indices,
  speakerIds: readonly string[],
  unit: TimelineUnit,
): Promise<readonly (readonly PeriodCount[])[]> {
  const field = PERIOD_FIELDS[unit];
  const periods = { terms: { field, size: MAX_PERIODS, order: { _key: "asc" } } };
  const speakers = await entityIdOfEach(indices, speakerIds);
  const answers = await indices.searchAll(
    speakers.map((speaker) => ({
      kind: "quotes",
      body: { size: 0, query: saidBy(speaker), aggs: { periods, undated: { missing: { field } } } },
    })),
  );
  return answers.map(({ aggregations }) => {
    const dated = bucketsOf(aggregations?.periods).map(({ key, doc_count }) => ({ period: key, quotes: doc_count }));
    const undated = aggregations?.undated?.doc_count ?? 0;
    return undated === 0 ? dated : [...dated, { period: null, quotes: undated }];
  });
}

const saidBy = (entityId: string | null): Query => ({ terms: { speakers: entityId === null ? [] : [entityId] } });

/** Whom and what each entity is mentioned with, those they speak of or are spoken of by first. */
export async function readCoMentions(
  indices: Indices,
  entityIds: readonly string[],
  limit: number,
): Promise<readonly (readonly CoMention[])[]> {
  const entities = await entityIdOfEach(indices, entityIds);
  const answers = await indices.searchAll(entities.flatMap(waysTogether));
  return entities.map((entity, i) => {
    const [spokenOf, spokenBy, articles] = answers
      .slice(WAYS * i, WAYS * (i + 1))
      .map(
        ({ aggregations }) => new Map(bucketsOf(aggregations?.others).map(({ key, doc_count }) => [key, doc_count])),
      );
    const others = new Set([spokenOf, spokenBy, articles].flatMap((counts) => [...(counts?.keys() ?? [])]));
    others.delete(entity ?? "");
    return [...others]
      .map((id) => ({
        entityId: id,
        spokenOf: spokenOf?.get(id) ?? 0,
        spokenBy: spokenBy?.get(id) ?? 0,
        articles: articles?.get(id) ?? 0,
      }))
      .sort(mostQuotesFirst)
      .slice(0, limit);
  });
}

/** Their quotes by whom these mention, quotes that mention them by who says these, and articles that have both. */
function waysTogether(entity: string | null): readonly Search[] {
  const terms = entity === null ? [] : [entity];
  const counting = (field: string) => ({ others: { terms: { field, size: MAX_BESIDE } } });
  return [
    { kind: "quotes", body: { size: 0, query: { terms: { speakers: terms } }, aggs: counting("mentions") } },
    { kind: "quotes", body: { size: 0, query: { terms: { mentions: terms } }, aggs: counting("speakers") } },
    { kind: "articles", body: { size: 0, query: { terms: { entities: terms } }, aggs: counting("entities") } },
  ];
}

const WAYS = 3;

const mostQuotesFirst = (a: CoMention, b: CoMention): number =>
  b.spokenOf + b.spokenBy - a.spokenOf - a.spokenBy || b.articles - a.articles || (a.entityId < b.entityId ? -1 : 1);

/** In how many chunks' own words each phrase stands, stemmed; 0 for what holds no word. */
export async function countPhrases(indices: Indices, phrases: readonly string[]): Promise<readonly number[]> {
  if (phrases.length === 0) return [];
  const filters = Object.fromEntries(phrases.map((phrase, i) => [i, holdsTokens(phrase)]));
  const { aggregations } = await indices.search({
    kind: "chunks",
    body: { size: 0, query: { match_all: {} }, aggs: { phrases: { filters: { filters } } } },
  });
  const counts = countsByName(aggregations?.phrases);
  return phrases.map((_, i) => counts[i]?.doc_count ?? 0);
}

/** Nothing for what holds no word. */
export function holdsTokens(phrase: string): Query {
  const tokens = plainTokens(phrase);
  return tokens.length === 0 ? { match_none: {} } : { match_phrase: { tokens: tokens.join(" ") } };
}
