import { z } from "zod";
import { RequestError } from "../model/request-fault.ts";

type KeyValue = string | number;

const POSITION = z.tuple([z.string()]).rest(z.union([z.string(), z.number()]));

/** The place of an item in a list: the list's name and the item's sort keys. */
export const writePosition = (list: string, keys: readonly (KeyValue | null)[]): string =>
  Buffer.from(JSON.stringify([list, ...keys])).toString("base64url");

/** The sort keys that a position says. @throws VerbatimError BAD_CURSOR for one of another list, and for what is none. */
export function readPosition(list: string, keyCount: number, position: string): readonly KeyValue[] {
  const [name, ...values] = parsePosition(position);
  if (name !== list || values.length !== keyCount) throw badCursor();
  return values;
}

function parsePosition(position: string): readonly KeyValue[] {
  try {
    return POSITION.parse(JSON.parse(Buffer.from(position, "base64url").toString("utf8")));
  } catch {
    throw badCursor();
  }
}

const badCursor = (): RequestError => new RequestError({ fault: "CURSOR_OF_ANOTHER_LIST" });
