import { isFirstName, isListed } from "../lexicon/gazetteer.ts";
import { isOrganizationWord } from "../lexicon/name-words.ts";
import type { Block } from "../text/document.ts";
import type { Token } from "../text/token.ts";
import { continuesName, isNameWord, PARTICLES } from "./name-parts.ts";
import { isHeadlineVerb } from "./ordinary-words.ts";

/** Tokens `from` up to `to` of a block that are written like one name, titles included. */
export interface NameRun {
  readonly from: number;
  readonly to: number;
  /** The first word has its capital from the sentence, not from itself. */
  readonly opensSentence: boolean;
}

const CAPITAL = /^\p{Lu}/u;
/** Function words that are capitals only because a sentence or headline begins. */
const FUNCTION_TAGS = /^(?:DT|PRP|PRP\$|IN|CC|WP|WP\$|WRB|WDT|TO|MD|EX|RB|RBR|UH|VBD|VBZ|VBP|VB|VBG|VBN|CD|PDT|RP)$/;
const NEVER = new Set(
  (
    "the a an this that these those he she it they we i you his her their our my your its who what when where why how and but or nor so yet " +
    "if then there here in on at by for from with to of as after before while during since until because although though however moreover meanwhile " +
    "nobody everybody somebody anybody everyone someone anyone nothing everything something anything none " +
    "also not no yes even still just only both either neither each every all some many most several few one two three four five six seven eight nine ten " +
    "according despite among amid asked more such other another is are was were be do does did has have had can will would may should could let " +
    "now today yesterday tomorrow once over under about into through like unlike instead perhaps maybe please thank thanks dear well oh okay hello hi welcome"
  ).split(" "),
);

/** The runs of a block, left to right. A run is at most {@link MAX_RUN} tokens, so that a block of capitals stays linear. */
export function findNameRuns(block: Block): NameRun[] {
  const runs: NameRun[] = [];
  const { tokens, inHeadline } = block;
  const isVerb = (at: number) => inHeadline[at] === true && isHeadlineVerb(tokens[at] as Token);
  let at = 0;
  while (at < tokens.length) {
    if (isVerb(at) || !startsRun(tokens, at)) {
      at++;
      continue;
    }
    const to = runEnd(tokens, at, isVerb);
    runs.push({ from: at, to, opensSentence: opensSentence(tokens, at) });
    at = to;
  }
  return runs;
}

const MAX_RUN = 12;

function startsRun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (!isNameWord(token) || (NEVER.has(token.lower) && !opensBody(tokens, at))) return false;
  if (!opensSentence(tokens, at)) return true;
  if (isFirstName(token.lower) || isListed(token.lower, "PLACE") || isListed(token.lower, "ORGANIZATION")) return true;
  return !FUNCTION_TAGS.test(token.tag) && token.tag !== "JJ" && token.tag !== "NNS"
    ? true
    : CAPITAL.test(tokens[at + 1]?.word ?? "") && token.tag !== "VBG" && token.tag !== "RB";
}

const OPENER = /^(?:[.!?:;…“"„«‘'([–—•*-]|\.{2,}|--|``|'')$/;

/** Whether a sentence may begin here, so that a capital says nothing. */
export function opensSentence(tokens: readonly Token[], at: number): boolean {
  return at === 0 || (OPENER.test((tokens[at - 1] as Token).word) && !isPossessive(tokens, at - 1));
}

/** The apostrophe of "the voters' Guild": it touches the word before it and not the one behind. */
const isPossessive = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word === "'" &&
  tokens[at]?.start === tokens[at - 1]?.end &&
  tokens[at]?.end !== tokens[at + 1]?.start &&
  /^\p{L}/u.test(tokens[at - 1]?.word ?? "");

function runEnd(tokens: readonly Token[], from: number, isVerb: (at: number) => boolean): number {
  let to = from + 1;
  while (to < tokens.length && to - from < MAX_RUN && !isVerb(to)) {
    const more = goesOn(tokens, from, to);
    if (more === 0) break;
    to += more;
  }
  return to;
}

/** How many tokens at `to` go on with the run; 0 where it ends. */
function goesOn(tokens: readonly Token[], from: number, to: number): number {
  const token = tokens[to] as Token;
  if (isNameWord(token) && (!NEVER.has(token.lower) || isToday(tokens, to))) return 1;
  if (isInnerParticle(tokens, to)) return 1;
  if (token.word === "&" && CAPITAL.test(tokens[to + 1]?.word ?? "")) return 2;
  return continuesName(tokens, from, to);
}

/** "USA Today", "Velmora Today": not the day, which is written small. */
const isToday = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === "today" && /^\p{Lu}/u.test(tokens[at - 1]?.word ?? "");

/** "from Our Harbour Fund": a small word with a capital amid a sentence, in a run that ends as a body's name does. */
function opensBody(tokens: readonly Token[], at: number): boolean {
  if (opensSentence(tokens, at) || /^(?:the|an?|i)$/.test(tokens[at]?.lower ?? "")) return false;
  let end = at + 1;
  while (end - at < MAX_BODY && isNameWord(tokens[end])) end++;
  return end - at > 2 && isOrganizationWord(tokens[end - 1]?.lower ?? "");
}

/** Words of a body's name that may open with a small word. */
const MAX_BODY = 5;

const isInnerParticle = (tokens: readonly Token[], at: number): boolean =>
  PARTICLES.has((tokens[at] as Token).lower) &&
  (isNameWord(tokens[at + 1]) || (PARTICLES.has(tokens[at + 1]?.lower ?? "") && isNameWord(tokens[at + 2])));
