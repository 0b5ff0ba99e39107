import type { z } from "zod";
import { RequestError } from "./request-fault.ts";

/** Characters of a wrong cursor to repeat in the sentence about it. */
const MAX_SHOWN = 40;

/** A cursor that says several things: JSON in base64url. */
export const toJsonCursor = (parts: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(parts)).toString("base64url");

/** What a cursor says. @throws VerbatimError BAD_CURSOR for what is none of this shape. */
export function readJsonCursor<Parts>(schema: z.ZodType<Parts>, cursor: string): Parts {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    throw new RequestError({ fault: "NO_CURSOR", cursor: cursor.slice(0, MAX_SHOWN) }, cause);
  }
}
