import { firstFrom, type Span } from "../../model/span.ts";
import { type CueFrame, cueWord } from "../lexicon/cue-lexicon.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import type { Document } from "../text/document.ts";
import type { Token } from "../text/token.ts";

/** What the words by which a statement is made say of whose it is: the subject of "was asked whether" says nothing. */
export interface CueForm {
  /** What its last verb may govern; OTHER for verbs that no list has, and for no verb. */
  readonly frame: CueFrame | "OTHER";
  /** Not of verbs whose passive has the speaker for its subject: "was quoted". */
  readonly isPassive: boolean;
  /** Where the source stands. */
  readonly source: "BEFORE" | "BEHIND" | "NOWHERE";
}

/** Not "'s", which is mostly "has" before a participle: "she's said". */
const BE = /^(?:be|am|is|are|was|were|been|being|get|gets|got|['’]re)$/;
/** "She was quoted", "he has been cited as": who is so is the speaker. */
const REPORTS_ITS_SUBJECT = /^(?:quoted|cited|reported|recorded|heard|overheard)$/;
/** "When asked about", "if pressed on": a participle right behind these has lost its "he was". */
const BEFORE_PARTICIPLE = /^(?:when|if|once|while|though|until|whenever|as|after)$/;
const ADVERB = /^(?:RB|RP)/;
const VERB = /^(?:VB|MD)/;
/** Words between "was" and the participle that are looked through. */
const MAX_BETWEEN = 3;

/** The form of a draft's cue, null where it has none. */
export function cueForm({ blocks }: Document, { cue, source }: DraftQuote): CueForm | null {
  if (cue === null) return null;
  const tokens = blocks[firstFrom(blocks, cue.start + 1, ({ start }) => start) - 1]?.tokens ?? [];
  const from = firstFrom(tokens, cue.start, ({ start }) => start);
  const to = firstFrom(tokens, cue.end, ({ start }) => start);
  const verb = from + tokens.slice(from, to).findLastIndex(({ tag }) => VERB.test(tag));
  const isVerb = verb >= from;
  return {
    frame: (isVerb && cueWord(tokens[verb]?.lower ?? "")?.frame) || "OTHER",
    isPassive: isVerb && isPassive(tokens, verb),
    source: placeOf(source, cue),
  };
}

function isPassive(tokens: readonly Token[], verb: number): boolean {
  const { tag, lower } = tokens[verb] as Token;
  if ((tag !== "VBN" && tag !== "VBD" && !lower.endsWith("ed")) || REPORTS_ITS_SUBJECT.test(lower)) return false;
  let at = verb - 1;
  while (at > verb - 1 - MAX_BETWEEN && ADVERB.test(tokens[at]?.tag ?? "")) at -= 1;
  const before = tokens[at]?.lower ?? "";
  return BE.test(before) || BEFORE_PARTICIPLE.test(before);
}

function placeOf(source: Span | null, cue: Span): CueForm["source"] {
  if (source === null) return "NOWHERE";
  return source.start < cue.start ? "BEFORE" : "BEHIND";
}
