import { wordForms } from "../store/text-words.ts";

/** A query taken apart by its syntax. */
export interface ParsedQuery {
  /** What is left to be understood: without filters and what is excluded, phrases without their marks. */
  readonly text: string;
  /** "..." : these words, in this order; folded. */
  readonly phrases: readonly (readonly string[])[];
  /** -word and -"some words"; folded. */
  readonly excluded: readonly (readonly string[])[];
  /** speaker:name and speaker:"Some Name". */
  readonly speakers: readonly string[];
  /** publisher:name and publisher:"Some Name". */
  readonly publishers: readonly string[];
}

/**
 * At the beginning of a word, a minus or a filter's name, then words in marks or one word; or words in marks alone.
 * Marks that never close are none, and so is a hyphen within a word.
 */
const OPERATOR =
  /(?<=^|\s)(?:(?<sign>-|speaker:|publisher:)(?:["“](?<quoted>[^"“”]+)["”]|(?<word>[\p{L}\p{N}][^\s"“”]*))|["“](?<phrase>[^"“”]+)["”])/giu;

interface Operator {
  readonly start: number;
  readonly end: number;
  /** Lower case; empty for a phrase. */
  readonly sign: string;
  readonly value: string;
}

/** Reads the syntax of a query; whatever is none of it stays text. */
export function parseQuery(query: string): ParsedQuery {
  const operators = [...query.matchAll(OPERATOR)].map(toOperator).filter(({ value }) => wordForms(value).length > 0);
  const valuesOf = (sign: string) => operators.filter((operator) => operator.sign === sign).map(({ value }) => value);
  return {
    text: textOf(query, operators),
    phrases: valuesOf("").map(wordForms),
    excluded: valuesOf("-").map(wordForms),
    speakers: valuesOf("speaker:"),
    publishers: valuesOf("publisher:"),
  };
}

function toOperator(match: RegExpExecArray): Operator {
  const { sign = "", quoted, word, phrase } = match.groups ?? {};
  const value = quoted ?? word ?? phrase ?? "";
  return { start: match.index, end: match.index + match[0].length, sign: sign.toLowerCase(), value };
}

/** Phrases stay, as words that are looked for. */
function textOf(query: string, operators: readonly Operator[]): string {
  let from = 0;
  const parts = operators.flatMap(({ start, end, sign, value }) => {
    const before = query.slice(from, start);
    from = end;
    return sign === "" ? [before, value] : [before];
  });
  return [...parts, query.slice(from)].join(" ").replace(/\s+/g, " ").trim();
}
