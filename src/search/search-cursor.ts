import { z } from "zod";
import { VerbatimError } from "../errors.ts";
import { stableId } from "../model/stable-id.ts";
import type { WordStatistics } from "../store/chunk-query.ts";
import type { SearchRequest } from "./search.ts";

/** A place in a ranking: what comes after it has a lower score, or the same score and a greater id. */
export interface RankPosition {
  readonly score: number;
  readonly chunkId: string;
}

/** What scores depend on beside chunk and query, as it was when the first page was asked for. */
export interface RankingMoment {
  readonly statistics: WordStatistics;
  /** The last chunk that had come into the store. */
  readonly lastArrival: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether the time that the query names filters: it does not where nothing was found of that time. */
  readonly filtersByDate: boolean;
}

export type SearchPosition = RankPosition & RankingMoment;

const Cursor = z.tuple([
  z.string(),
  z.number(),
  z.string(),
  z.tuple([z.number(), z.number(), z.array(z.number()), z.number(), z.number(), z.boolean()]),
]);

/**
 * A cursor says where in the ranking it stands, and of which moment the ranking is: the later pages give each chunk the
 * score that it had for the first one, whatever has been written meanwhile.
 */
export function encodeCursor(request: SearchRequest, position: RankPosition, moment: RankingMoment): string {
  const { statistics, lastArrival, now, filtersByDate } = moment;
  const { chunks, meanLength, holding } = statistics;
  const parts = [
    fingerprint(request),
    position.score,
    position.chunkId,
    [chunks, meanLength, holding, lastArrival, now, filtersByDate],
  ];
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** @throws BAD_CURSOR when it is none, or that of another search. */
export function decodeCursor(request: SearchRequest, cursor: string): SearchPosition {
  const [owner, score, chunkId, [chunks, meanLength, holding, lastArrival, now, filtersByDate]] = parse(cursor);
  if (owner !== fingerprint(request)) {
    throw new VerbatimError(
      "BAD_CURSOR",
      "This cursor belongs to another search. Use `after` with the query, mode, kinds, filter and order that gave the cursor, or leave it out.",
    );
  }
  return { score, chunkId, statistics: { chunks, meanLength, holding }, lastArrival, now, filtersByDate };
}

function parse(cursor: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    const shown = cursor.slice(0, 40);
    throw new VerbatimError(
      "BAD_CURSOR",
      `"${shown}" is no cursor. Take one from \`edges\` or \`pageInfo\` of the page before.`,
      {},
      cause,
    );
  }
}

const fingerprint = ({ query, mode, kinds, filter, fusion, preferRecent }: SearchRequest): string =>
  stableId(query, mode, JSON.stringify(kinds), JSON.stringify(filter), fusion ?? null, String(preferRecent ?? false));
