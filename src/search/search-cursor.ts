import { z } from "zod";
import { VerbatimError } from "../errors.ts";
import type { QueryMoment } from "./read-query.ts";

const Cursor = z.tuple([z.number(), z.boolean(), z.string()]);

/** The moment by which a query was read, and where in the ranking its hit stands, as the store says it. */
export function encodeCursor({ now, filtersByDate }: QueryMoment, ranked: string): string {
  const parts = [now, filtersByDate, ranked] satisfies z.infer<typeof Cursor>;
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** @throws BAD_CURSOR when it is none. */
export function decodeCursor(cursor: string): { readonly moment: QueryMoment; readonly ranked: string } {
  try {
    const [now, filtersByDate, ranked] = Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { moment: { now, filtersByDate }, ranked };
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
