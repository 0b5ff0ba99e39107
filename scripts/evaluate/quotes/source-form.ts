import { spanText } from "../../../src/model/span.ts";
import { isPronoun } from "../pronoun.ts";
import type { AttributedQuote } from "./annotated-article.ts";

/** By which words a quote names its source; a capital mostly means a name, but at a sentence's beginning too. */
export type SourceForm = "capitalized" | "description" | "pronoun" | "none";

const DETERMINER = /^(?:the|an?|one|some|many|most|other|his|her|their)\s/i;

export function sourceForm(text: string, { source }: Pick<AttributedQuote, "source">): SourceForm {
  const words = source.map((span) => spanText(text, span)).join(" ");
  if (!/[\p{L}\p{N}]/u.test(words)) return "none";
  if (isPronoun(words)) return "pronoun";
  return /\p{Lu}/u.test(words.replace(DETERMINER, "")) ? "capitalized" : "description";
}
