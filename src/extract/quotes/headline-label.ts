import type { Span } from "../../model/span.ts";
import type { MarkedSpan } from "../marks/quotation-marks.ts";
import type { Block, Document } from "../text/document.ts";
import type { Token } from "../text/token.ts";
import type { DraftQuote } from "./draft-quote.ts";

/** "Rehn", "Prime Minister Ana Rehn": who speaks in a headline is named in few words. */
const MAX_NAME = 6;
const CAPITAL = /^\p{Lu}/u;
const LINK = /^(?:of|the|de|van|von|der|bin|al|'s|&)$/;

/** "Rehn: ‘We have no choice’" and "‘We have no choice’: Rehn": a headline's own way to say who speaks. None where the headline has another. */
export function headlineQuotes({ blocks }: Document, marked: readonly MarkedSpan[]): readonly DraftQuote[] {
  const [title] = blocks;
  if (!title?.isTitle) return [];
  const inTitle = marked.filter(({ block }) => block === title.index);
  const [span] = inTitle;
  const source = span !== undefined && inTitle.length === 1 && span.closed ? namedBeside(title, span) : null;
  return span === undefined || source === null ? [] : [draftOf(span, source)];
}

const draftOf = (span: MarkedSpan, source: Span): DraftQuote => ({
  ...{ kind: "DIRECT", spans: [{ start: span.start, end: span.end }], cue: null, source },
  ...{ block: span.block, basis: "SUBJECT", marked: [span] },
});

function namedBeside({ tokens }: Block, { outer }: MarkedSpan): Span | null {
  const before = tokens.filter(({ start }) => start < outer.start);
  const behind = tokens.filter(({ start }) => start >= outer.end);
  if (behind.length === 0 && before.at(-1)?.word === ":") return nameOf(before.slice(0, -1));
  return before.length === 0 && behind[0]?.word === ":" ? nameOf(behind.slice(1)) : null;
}

function nameOf(tokens: readonly Token[]): Span | null {
  const [first] = tokens;
  if (first === undefined || tokens.length > MAX_NAME || !CAPITAL.test(first.word)) return null;
  const areNames = tokens.every(({ word, lower }) => CAPITAL.test(word) || LINK.test(lower));
  return areNames ? { start: first.start, end: (tokens.at(-1) as Token).end } : null;
}
