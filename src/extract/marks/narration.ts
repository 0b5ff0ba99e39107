import type { Block } from "../text/document.ts";
import type { Token } from "../text/token.ts";
import type { MarkedSpan } from "./quotation-marks.ts";

/** A token of the narration, or a whole stretch in quotation marks that stands in it as one piece. */
export interface Item extends Token {
  readonly quote: MarkedSpan | null;
}

/** A sentence of the narration; what stands in marks counts as one item. */
export type Sentence = readonly Item[];

/** The block's tokens, with each marked span put together to one item of tag QUOTE. */
export function narrationOf(block: Block, marked: readonly MarkedSpan[]): Item[] {
  const items: Item[] = [];
  let next = 0;
  for (const token of block.tokens) {
    const quote = marked[next - 1];
    if (quote !== undefined && token.start < quote.outer.end) continue;
    const opening = marked[next];
    if (opening !== undefined && token.end > opening.outer.start) {
      items.push(quoteItem(opening));
      next++;
      continue;
    }
    const { start, end, word, lower, tag } = token;
    items.push({ start, end, word, lower, tag, quote: null });
  }
  return items;
}

const quoteItem = (quote: MarkedSpan): Item => ({
  start: quote.outer.start,
  end: quote.outer.end,
  word: "",
  lower: "",
  tag: "QUOTE",
  quote,
});

const STOP = /^(?:[.!?…]|\.{2,})$/;
const CLOSING = /^[)\]}”"’']$/;
const LOWER = /^[\p{Ll},;:]/u;
const ENDS_SENTENCE = /[.!?…]$/;
const INITIALISM = /^(?:\p{L}\.){2,}$/u;
const INITIAL = /^\p{Lu}(?:\.|$)/u;
/** Tags that begin a sentence more likely than they go on after an initialism such as U.S. */
const OPENERS = /^(?:DT|PRP|PRP\$|IN|EX|WP|WRB|CC)$/;

/**
 * Cuts the items at sentence ends. `goesOn` says whether a sentence goes on
 * with the item `next` after a marked span that ends with a stop. */
export function splitSentences(
  text: string,
  items: readonly Item[],
  goesOn: (items: readonly Item[], next: number) => boolean,
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let i = 0; i < items.length; i++) {
    if (!endsSentence(text, items, i, goesOn)) continue;
    while (CLOSING.test(items[i + 1]?.word ?? "")) i++;
    sentences.push(items.slice(from, i + 1));
    from = i + 1;
  }
  if (from < items.length) sentences.push(items.slice(from));
  return sentences;
}

function endsSentence(
  text: string,
  items: readonly Item[],
  i: number,
  goesOn: (items: readonly Item[], next: number) => boolean,
): boolean {
  const item = items[i] as Item;
  const next = items[i + 1];
  if (next === undefined) return true;
  if (item.quote !== null) {
    if (!ENDS_SENTENCE.test(text.slice(item.quote.end - 1, item.quote.end))) return false;
    return !LOWER.test(next.word) && !goesOn(items, i + 1) && !STOP.test(next.word);
  }
  if (STOP.test(item.word)) return !STOP.test(next.word) && !goesOnAfterStop(items, i);
  return INITIALISM.test(item.word) && /^\p{Lu}/u.test(next.word) && OPENERS.test(next.tag);
}

/** "(R-Ga.) said", "D-N.Y.": stops of abbreviations that stand alone as tokens. */
function goesOnAfterStop(items: readonly Item[], stop: number): boolean {
  const next = items[stop + 1] as Item;
  if (INITIAL.test(next.word) && next.start === items[stop]?.end) return true;
  return LOWER.test((next.word === ")" && items[stop + 2]?.word) || next.word);
}
