import { z } from "zod";
import { readJsonCursor, toJsonCursor } from "../model/json-cursor.ts";
import { RequestError } from "../model/request-fault.ts";
import { stableId } from "../model/stable-id.ts";
import type { RankPosition } from "../ranking/rank-page.ts";
import type { WordStatistics } from "../ranking/word-evidence.ts";

/** What scores depend on beside chunk and query, as it was when the first page was asked for. */
export interface RankingMoment {
  readonly statistics: WordStatistics;
  /** The last chunk that had come into the store. */
  readonly lastArrival: number;
  /** The highest score of all chunks; null where nothing depends on it. */
  readonly best: number | null;
}

const Cursor = z.tuple([
  z.string(),
  z.tuple([z.number(), z.number(), z.string()]),
  z.tuple([z.number(), z.number(), z.array(z.number()), z.number(), z.number().nullable()]),
]);

/**
 * A cursor says where in the ranking it stands, and of which moment the ranking is: the later pages give each chunk the
 * score that it had for the first one, whatever has been written meanwhile.
 */
export function encodeCursor(search: string, { key, score, id }: RankPosition, moment: RankingMoment): string {
  const { passages, meanLength, holding } = moment.statistics;
  return toJsonCursor([
    stableId(search),
    [key, score, id],
    [passages, meanLength, [...holding], moment.lastArrival, moment.best],
  ] satisfies z.infer<typeof Cursor>);
}

/** @throws BAD_CURSOR when it is none, or that of another search. */
export function decodeCursor(
  search: string,
  cursor: string,
): { readonly position: RankPosition; readonly moment: RankingMoment } {
  const [owner, [key, score, id], [passages, meanLength, holding, lastArrival, best]] = readJsonCursor(Cursor, cursor);
  if (owner !== stableId(search)) throw new RequestError({ fault: "CURSOR_OF_ANOTHER_SEARCH" });
  const statistics = { passages, meanLength, holding };
  return { position: { key, score, id }, moment: { statistics, lastArrival, best } };
}
