import { firstFrom, type Span } from "../../model/span.ts";
import type { MarkedSpan } from "../marks/quotation-marks.ts";
import type { Block, Document } from "../text/document.ts";
import type { Token } from "../text/token.ts";
import type { DraftQuote } from "./draft-quote.ts";

const DASH = /^(?:[-–—―~]|--)$/;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const CAPITAL = /^\p{Lu}/u;
/** "Lena Marsh, mayor of Dalebrook" behind a dash is short, in tokens. */
const MAX_NAMED = 25;

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
  return next ? namedBehindDash(next.tokens, 0) : null;
}

function namedBehindDash(tokens: readonly Token[], dash: number): Span | null {
  const named = tokens.slice(dash + 1, dash + 2 + MAX_NAMED);
  const [first] = named;
  if (!DASH.test(tokens[dash]?.word ?? "") || first === undefined || !CAPITAL.test(first.word)) return null;
  const stop = named.at(-1)?.word === "." ? named.length - 1 : named.length;
  const words = named.slice(0, stop);
  if (words.length > MAX_NAMED || words.some(({ tag, word }) => FINITE.test(tag) || /^["“”„«».?!:;]$/.test(word)))
    return null;
  return { start: first.start, end: (words.at(-1) as Token).end };
}
