import { quoteText } from "../../model/quote.ts";
import { spanText } from "../../model/span.ts";
import { surroundingSentences } from "../../model/surroundings.ts";
import type { Statement } from "./answer.ts";
import { askedWords } from "./asked-words.ts";
import { HeldWords } from "./held-words.ts";

/** How much of a question's words statements have. */
export interface CoveredWords {
  /** Those that no statement has, nor what stands around it, nor the names and titles of its speaker. */
  readonly missing: readonly string[];
  /** Which share of them is not missing; 1 where the question has none. */
  readonly share: number;
}

/** @param words Those of the question that carry its matter. */
export function coveredWords(
  question: string,
  words: readonly string[],
  statements: readonly Statement[],
): CoveredWords {
  const asked = askedWords(question, words);
  const held = new HeldWords(words);
  for (const statement of statements) for (const text of textsOf(statement)) held.read(text);
  const missing = asked.filter((ways) => !held.hasAny(ways)).flatMap(([word = ""]) => word);
  return { missing, share: asked.length === 0 ? 1 : 1 - missing.length / asked.length };
}

function textsOf(statement: Statement): readonly string[] {
  const { article, spans } = statement;
  const { before, after } = surroundingSentences(article, spans);
  const around = [before, after].map((span) => spanText(article.text, span));
  return [quoteText(article, spans), ...around, article.title ?? "", ...namesOf(statement)];
}

/** A question may name its speaker by any name or title. */
const namesOf = ({ speakers, onBehalfOf }: Statement): readonly string[] =>
  [...speakers, ...(onBehalfOf === null ? [] : [onBehalfOf])].flatMap(({ name, aliases, titles }) => [
    name,
    ...aliases,
    ...titles.map(({ title }) => title),
  ]);
