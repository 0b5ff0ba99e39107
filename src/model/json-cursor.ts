import type { z } from "zod";
import { VerbatimError } from "../errors.ts";

/** A cursor that says several things: JSON in base64url. */
export const toJsonCursor = (parts: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(parts)).toString("base64url");

/** What a cursor says. @throws VerbatimError BAD_CURSOR for what is none of this shape. */
export function readJsonCursor<Parts>(schema: z.ZodType<Parts>, cursor: string): Parts {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
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
