import { z } from "zod";
import { readJsonCursor, toJsonCursor } from "../model/json-cursor.ts";
import type { QueryMoment } from "./read-query.ts";

const Cursor = z.tuple([z.number(), z.boolean(), z.boolean(), z.string()]);

/** The moment by which a query was read, and where in the ranking its hit stands, as the store says it. */
export const encodeCursor = ({ now, filtersByDate, hearsSpeakers }: QueryMoment, ranked: string): string =>
  toJsonCursor([now, filtersByDate, hearsSpeakers, ranked] satisfies z.infer<typeof Cursor>);

/** @throws BAD_CURSOR when it is none. */
export function decodeCursor(cursor: string): { readonly moment: QueryMoment; readonly ranked: string } {
  const [now, filtersByDate, hearsSpeakers, ranked] = readJsonCursor(Cursor, cursor);
  return { moment: { now, filtersByDate, hearsSpeakers }, ranked };
}
