import { RequestError } from "./request-fault.ts";
import { stableId } from "./stable-id.ts";

/** What a cursor belongs to: a field and the arguments that decide which items it lists, and in which order. */
export interface ListKey {
  readonly list: string;
  /** JSON, built in the same order of keys every time. */
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** base64url of the list's fingerprint and the store's position, so that a cursor of another list is told apart. */
export const toListCursor = (key: ListKey, position: string): string =>
  Buffer.from(`${fingerprint(key)}:${position}`).toString("base64url");

/** The store's position. @throws VerbatimError BAD_CURSOR for a cursor of another list, or what is no cursor. */
export function positionOf(key: ListKey, cursor: string): string {
  const decoded = Buffer.from(cursor, "base64url").toString();
  const expected = `${fingerprint(key)}:`;
  const position = decoded.slice(expected.length);
  if (decoded.startsWith(expected) && toListCursor(key, position) === cursor) return position;
  throw new RequestError({ fault: "CURSOR_OF_ANOTHER_LIST" });
}

const fingerprint = (key: ListKey): string => stableId("cursor", key.list, JSON.stringify(key.arguments));
