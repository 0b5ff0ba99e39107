import { readFileSync } from "node:fs";
import { VerbatimError } from "../errors.ts";
import type { GivenToken } from "./access-keys.ts";

/** Shorter ones can be guessed: 16 characters of base64 are 96 bits. */
export const LEAST_TOKEN_LENGTH = 16;

/**
 * The tokens of a file: JSON Lines, or one JSON list, of `{"name": "Edda", "role": "write", "token": "..."}`.
 * @throws BAD_SETTING naming what is wrong, and never a token.
 */
export function readTokensFile(path: string): readonly GivenToken[] {
  const tokens = readEntries(path).map((entry, i) => toToken(entry, `VERBATIM_TOKENS_FILE: entry ${i + 1} of ${path}`));
  if (tokens.length === 0) throw badFile(`VERBATIM_TOKENS_FILE: ${path} holds no token.`);
  if (new Set(tokens.map(({ token }) => token)).size < tokens.length) {
    throw badFile(`VERBATIM_TOKENS_FILE: two entries of ${path} have one token. Give everybody a token of their own.`);
  }
  return tokens;
}

function readEntries(path: string): readonly unknown[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw badFile(`VERBATIM_TOKENS_FILE: ${path} can't be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  try {
    if (text.trimStart().startsWith("[")) return JSON.parse(text);
    return text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => JSON.parse(line));
  } catch {
    throw badFile(`VERBATIM_TOKENS_FILE: ${path} is not JSON. ${WANTED}`);
  }
}

const WANTED =
  'Write one entry a line: {"name": "Edda", "role": "write", "token": "..."}, with the role read or write.';

function toToken(entry: unknown, where: string): GivenToken {
  const { name, role, token } = Object(entry) as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || name.trim() === "") throw badFile(`${where} has no name. ${WANTED}`);
  if (role !== "read" && role !== "write") throw badFile(`${where} has neither the role read nor write. ${WANTED}`);
  if (typeof token !== "string" || !isLongEnough(token)) {
    throw badFile(`${where}: its token should have ${LEAST_TOKEN_LENGTH} characters or more, and no white space.`);
  }
  return { name: name.trim(), role, token };
}

export const isLongEnough = (token: string): boolean => token.length >= LEAST_TOKEN_LENGTH && !/\s/.test(token);

const badFile = (sentence: string): VerbatimError => new VerbatimError("BAD_SETTING", sentence);
