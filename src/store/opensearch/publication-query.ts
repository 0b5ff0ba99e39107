import { foldName } from "../../model/fold-name.ts";
import type { ChunkFilter } from "../chunk-filter.ts";
import { comparableTime } from "../comparable-time.ts";
import type { Query } from "./cluster/cluster.ts";

type Published = Pick<ChunkFilter, "articles" | "publishers" | "publishedFrom" | "publishedTo">;

/** Conditions on where something was published and when. @param prefix Before the names of the fields. */
export function publicationQueries(filter: Published, prefix = ""): readonly Query[] {
  const { articles, publishers, publishedFrom, publishedTo } = filter;
  const dated = (comparison: "gte" | "lte", time: string): Query => ({
    range: { [`${prefix}publishedAt`]: { [comparison]: comparableTime(time) } },
  });
  return [
    ...(articles === undefined ? [] : [{ terms: { [`${prefix}articleId`]: articles } }]),
    ...(publishers === undefined ? [] : [{ terms: { [`${prefix}publisherFolded`]: publishers.map(foldName) } }]),
    ...(publishedFrom === undefined ? [] : [dated("gte", publishedFrom)]),
    ...(publishedTo === undefined ? [] : [dated("lte", publishedTo)]),
  ];
}

/** All of the conditions hold; everything where there are none. */
export const allOf = (conditions: readonly Query[]): Query =>
  conditions.length === 0 ? { match_all: {} } : { bool: { filter: conditions } };
