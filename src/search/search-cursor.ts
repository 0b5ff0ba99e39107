import { z } from "zod";
import { VerbatimError } from "../errors.ts";
import { stableId } from "../model/stable-id.ts";
import type { SearchRequest } from "./search.ts";

/** A place in a ranking: what comes after it has a lower score, or the same score and a greater id. */
export interface RankPosition {
  readonly score: number;
  readonly chunkId: string;
}

const Cursor = z.tuple([z.string(), z.number(), z.string()]);

export function encodeCursor(request: SearchRequest, { score, chunkId }: RankPosition): string {
  return Buffer.from(JSON.stringify([fingerprint(request), score, chunkId])).toString("base64url");
}

/** @throws BAD_CURSOR when it is none, or that of another search. */
export function decodeCursor(request: SearchRequest, cursor: string): RankPosition {
  const [owner, score, chunkId] = parse(cursor);
  if (owner !== fingerprint(request)) {
    throw new VerbatimError(
      "BAD_CURSOR",
      "This cursor belongs to another search. Use `after` with the query, mode, kinds and filter that gave the cursor, or leave it out.",
    );
  }
  return { score, chunkId };
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

const fingerprint = ({ query, mode, kinds, filter }: SearchRequest): string =>
  stableId(query, mode, JSON.stringify(kinds), JSON.stringify(filter));
