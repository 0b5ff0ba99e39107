import { readFileSync } from "node:fs";
import { z } from "zod";
import { reasonOf, VerbatimError } from "../../src/errors.ts";

/**
 * Annotated articles, one JSON object a line; empty lines are left out.
 * @param what What a line should be, for the reader of an error: "an article with annotated quotes".
 * @throws VerbatimError BAD_INPUT that names the line, or the file that can't be read.
 */
export function readGoldLines<T>(path: string, schema: z.ZodType<T>, what: string): readonly T[] {
  return readText(path)
    .split("\n")
    .flatMap((line, i) =>
      line.trim() === "" ? [] : [parseLine(line, schema, `${path} line ${i + 1} is not ${what}`)],
    );
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new VerbatimError("BAD_INPUT", `${path} can't be read: ${reasonOf(error)}`);
  }
}

function parseLine<T>(line: string, schema: z.ZodType<T>, sentence: string): T {
  const { data, error } = schema.safeParse(parseJson(line, sentence));
  if (error !== undefined) throw new VerbatimError("BAD_INPUT", `${sentence}: ${z.prettifyError(error)}`);
  return data;
}

function parseJson(line: string, sentence: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new VerbatimError("BAD_INPUT", `${sentence}: ${reasonOf(error)}`);
  }
}
