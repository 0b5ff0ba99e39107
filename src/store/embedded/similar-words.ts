import { endOfPrefix } from "../../model/name-words.ts";
import { isOneSlip, LEAST_SLIP_LENGTH } from "../../model/one-slip.ts";
import { allowedWrong, nearestWords } from "../nearest-words.ts";
import type { Connection } from "./connection.ts";

/**
 * The words of names nearest to one that begins none of them: `gerasimov` for `gerassimov`. Those of the smallest edit
 * distance alone; with the same first letter where there are any, for people rarely get that wrong.
 * @param word Folded, as `nameWords` gives it.
 */
export function similarWords(connection: Connection, word: string): readonly string[] {
  const allowed = allowedWrong(word);
  if (allowed === 0) return [];
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const close = nearestWords(word, wordsBetween(connection, first, endOfPrefix(first), word.length, allowed), allowed);
  return close.length > 0
    ? close
    : nearestWords(word, wordsBetween(connection, "", endOfPrefix(""), word.length, allowed), allowed);
}

/** The words of names that are one slip of spelling away from a word that stands in none. @param word Folded. */
export function misspeltWords(connection: Connection, word: string): readonly string[] {
  if (word.length < LEAST_SLIP_LENGTH || isWordOfName(connection, word)) return [];
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const alike = wordsBetween(connection, first, endOfPrefix(first), word.length, 1);
  return [...new Set([...alike.filter((other) => isOneSlip(word, other)), ...misspeltAtFirst(connection, word)])];
}

const isWordOfName = (connection: Connection, word: string): boolean =>
  connection.get("SELECT 1 FROM entity_name_word WHERE word = ? LIMIT 1", word) !== undefined;

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** With the slip at the first letter: what may be meant is looked up, rather than looked for among all words (1.2 ms). */
function misspeltAtFirst(connection: Connection, word: string): readonly string[] {
  const [first = "", second = ""] = word;
  const behind = word.slice(first.length);
  const meant = [
    behind,
    second + first + behind.slice(second.length),
    ...LETTERS.flatMap((one) => [one + word, one + behind]),
  ];
  return connection.column<string>(
    "SELECT DISTINCT word FROM entity_name_word WHERE word IN (SELECT value FROM json_each(?))",
    JSON.stringify(meant),
  );
}

export const beginsAName = (connection: Connection, word: string): boolean =>
  connection.get("SELECT 1 FROM entity_name_word WHERE word >= ? AND word < ? LIMIT 1", word, endOfPrefix(word)) !==
  undefined;

/** Words of about a length: others differ by more letters than are allowed. */
function wordsBetween(connection: Connection, from: string, to: string, length: number, allowed: number) {
  return connection.column<string>(
    "SELECT DISTINCT word FROM entity_name_word WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?",
    from,
    to,
    length - allowed,
    length + allowed,
  );
}
