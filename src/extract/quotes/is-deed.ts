import type { TaggedStatement } from "../../model/article-tags.ts";
import { firstFrom, type Span } from "../../model/span.ts";
import { cueWord } from "../lexicon/cue-lexicon.ts";
import type { Block, Document } from "../text/document.ts";
import { isWord, type Token } from "../text/token.ts";

/** A longer noun phrase tells enough to be what somebody says of a thing. */
const MAX_WORDS = 4;
const SMALL = /^(?:DT|TO|IN|CC|PRP\$?|WDT)$/;
/** "has since signed": not "is wary of", "campaigned on", which tell an attitude. */
const PLAIN_VERB = /^(?:VB[DZPN]?|RB|NNP?)$/;
const VERBAL = /^(?:VB[DZPG]?|MD|TO|WP|WRB|QUOTE)$/;

/**
 * Whether a tagged statement is more likely a deed than words: a verb that is no known cue with a short thing for its
 * object ("signed the treaty", "closed the bridge").
 */
export function isDeed(document: Document, { cue, contents }: TaggedStatement): boolean {
  const [content, ...more] = contents;
  if (content === undefined || more.length > 0) return false;
  const words = tokensIn(document, content).filter(isWord);
  if (words.length > MAX_WORDS || words.some(({ tag, lower }) => VERBAL.test(tag) || lower === "that")) return false;
  return !isKnownCue(document, cue) && tokensIn(document, cue).every(({ tag }) => PLAIN_VERB.test(tag));
}

/** Whether one of the words is a verb or noun of saying. */
export const isKnownCue = (document: Document, cue: Span): boolean =>
  tokensIn(document, cue).some(({ lower }) => cueWord(lower) !== undefined);

/** Whether a content is nothing but small words: "the", "to", which is a border put wrong, or "it", which says nothing by itself. */
export const isFragment = (document: Document, contents: readonly Span[]): boolean =>
  contents.every((content) => tokensIn(document, content).every((token) => !isWord(token) || SMALL.test(token.tag)));

/** At most a few: a longer span is no fragment. */
function tokensIn({ blocks }: Document, { start, end }: Span): readonly Token[] {
  const block: Block | undefined = blocks[firstFrom(blocks, start + 1, (one) => one.start) - 1];
  if (block === undefined) return [];
  const from = Math.max(0, firstFrom(block.tokens, start + 1, (token) => token.start) - 1);
  const tokens = block.tokens.slice(from, from + MAX_TOKENS);
  return tokens.filter((token) => token.start < end && start < token.end);
}

const MAX_TOKENS = 12;
