import { firstFrom, type Span } from "../../model/span.ts";
import type { MarkedSpan } from "../marks/quotation-marks.ts";
import type { Block, Document } from "../text/document.ts";
import { isFiniteVerb, type Token } from "../text/token.ts";
import type { DraftQuote } from "./draft-quote.ts";

const DASH = /^(?:[-–—―~]|--)$/;
const CAPITAL = /^\p{Lu}/u;
/** "Lena Marsh, mayor of Dalebrook" behind a dash is short, in tokens. */
const MAX_NAMED = 25;
/** A name in full, in words. */
const MIN_NAME = 2;
const MAX_NAME = 4;

/** Words in marks without a cue, with a dash and who said them behind: “It is gone.” — Ana Rehn, mayor of Ostrel. */
export function withDashAttributions(document: Document, drafts: readonly DraftQuote[]): readonly DraftQuote[] {
  return drafts.map((draft) => {
    const source = draft.cue === null && draft.basis !== "LABEL" ? sourceBehind(document, draft) : null;
    return source === null ? draft : { ...draft, source, basis: "SUBJECT" };
  });
}

/** Whether a dash and a name stand behind the last marks of a block: who is quoted next is somebody else. */
export function endsWithAttribution({ tokens }: Block, marked: readonly MarkedSpan[]): boolean {
  const last = marked.at(-1);
  return last !== undefined && namedBehindDash(tokens, firstFrom(tokens, last.outer.end, startOf)) !== null;
}

const startOf = ({ start }: Token): number => start;

/** On the same line, or on the next, where nothing else stands on it. */
function sourceBehind({ blocks }: Document, { marked }: DraftQuote): Span | null {
  const last = marked.at(-1);
  const block = last && blocks[last.block];
  if (!block) return null;
  const { tokens } = block;
  const behind = firstFrom(tokens, last.outer.end, startOf);
  if (behind < tokens.length) return namedBehindDash(tokens, behind);
  const next: Block | undefined = blocks[block.index + 1];
  if (next === undefined) return null;
  const fillsBlock = marked[0]?.block === block.index && marked[0].outer.start === tokens[0]?.start;
  return namedBehindDash(next.tokens, 0) ?? (fillsBlock ? namedAlone(next.tokens) : null);
}

/** "Ana Rehn, mayor of Ostrel" on the line below words that fill theirs: a name in full, a comma, and no sentence. */
function namedAlone(tokens: readonly Token[]): Span | null {
  const comma = tokens.findIndex(({ word }) => word === ",");
  const name = tokens.slice(0, Math.max(0, comma));
  if (name.length < MIN_NAME || name.length > MAX_NAME || !name.every(({ word }) => CAPITAL.test(word))) return null;
  return tokens.at(-1)?.word === "." ? null : namedIn(tokens);
}

function namedBehindDash(tokens: readonly Token[], dash: number): Span | null {
  return DASH.test(tokens[dash]?.word ?? "") ? namedIn(tokens.slice(dash + 1, dash + 2 + MAX_NAMED)) : null;
}

/** Words of somebody with an office, up to a stop at their end; null for a sentence. */
function namedIn(named: readonly Token[]): Span | null {
  const [first] = named;
  if (first === undefined || !CAPITAL.test(first.word)) return null;
  const stop = named.at(-1)?.word === "." ? named.length - 1 : named.length;
  const words = named.slice(0, stop);
  if (words.length > MAX_NAMED || words.some((token) => isFiniteVerb(token) || /^["“”„«».?!:;]$/.test(token.word)))
    return null;
  return { start: first.start, end: (words.at(-1) as Token).end };
}
