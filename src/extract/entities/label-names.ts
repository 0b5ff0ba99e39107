import { overlaps, type Span, spanText } from "../../model/span.ts";
import { isCommonWord, isListed, isVerbOrFunctionWord, mayBeGivenName } from "../lexicon/gazetteer.ts";
import { isOrganizationWord, isPlaceWord } from "../lexicon/name-words.ts";
import { genderOfTitle, isAddress, isRole } from "../lexicon/role-nouns.ts";
import type { Block, Document } from "../text/document.ts";
import { isCapital, isWord, type Token } from "../text/token.ts";
import { capitalParts } from "./glued-words.ts";
import type { NameMention } from "./name-mention.ts";
import { isGeneration, nameWordsOf, PARTICLES } from "./name-parts.ts";
import { withSmallLetters } from "./person-name.ts";
import { titlesBefore } from "./read-title.ts";

/** Small words within the label of an office: "Minister for Transport". */
const LINKS = /^(?:of|for|and|the|pro|tempore)$/;
/** Letters after a name, such as MP and AM. */
const POSTNOMINAL = /^\p{Lu}{2,4}$/u;
/** "PC 214", "JUROR NO. 4": whoever has a number is not named. */
const NUMBER = /^\d+$/;
/** `Q` and `A` of interviews name nobody. */
const QUESTION_MARK = /^[QA]\.?$/;

/** The people that the labels of a transcript name: "MS. REHN", "Dr Ada Holt MP", "The Chair". In text order. */
export function labelNames(document: Document, labels: readonly Span[]): readonly NameMention[] {
  const roles = new Map(
    document.turns.flatMap(({ speaker, role }) => (speaker && role ? [[speaker.start, role]] : [])),
  );
  const isTold = toldNames(document, labels);
  let at = 0;
  return labels.flatMap((label) => {
    while ((document.blocks[at]?.end ?? label.end) < label.end) at += 1;
    const block = document.blocks[at];
    if (!block) return [];
    const role = roles.get(label.start) ?? null;
    return togetherIn(document.text, label).flatMap((one) => {
      const mention = readLabelName(document.text, block, one, isTold(label));
      return mention ? [withRole(document.text, mention, role)] : [];
    });
  });
}

/**
 * Whether a label is a name by more than its words, which may all be everyday ones ("Long Bow"): the format has no other labels than names, or
 * it comes again, or has a role.
 */
function toldNames({ text, turns }: Document, labels: readonly Span[]): (label: Span) => boolean {
  const uses = new Map<string, number>();
  for (const label of labels) uses.set(spanText(text, label), (uses.get(spanText(text, label)) ?? 0) + 1);
  const told = turns.filter(({ role, isOpenEnded }) => role !== null || !isOpenEnded);
  const starts = new Set(told.map(({ speaker }) => speaker?.start));
  return (label) => starts.has(label.start) || (uses.get(spanText(text, label)) ?? 0) > 1;
}

/** What stands behind the name is the given name in directories ("Rehn, Ana"), else perhaps a title. */
function withRole(text: string, mention: NameMention, role: Span | null): NameMention {
  const given = role === null ? "" : spanText(text, role);
  if (mention.kind === "PERSON" && mention.words.length === 1 && isGivenName(given))
    return { ...mention, words: [given, ...mention.words] };
  const title = labelTitle(text, role);
  return title === null ? mention : { ...mention, titles: [...mention.titles, title] };
}

const isGivenName = (word: string): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(word) && mayBeGivenName(word.toLowerCase()) && !isRole(word.toLowerCase());

const TOGETHER = /\s+(?:and|AND|&)\s+/g;
const FULL_NAME = /^\p{Lu}\S*(?:\s+\S+)*\s+\p{Lu}\S*$/u;

/** "ANA REHN AND TOM HOLT" are two, "BUSINESS AND TRADE SECRETARY" is one. */
function togetherIn(text: string, label: Span): readonly Span[] {
  const parts: Span[] = [];
  let start = label.start;
  for (const match of spanText(text, label).matchAll(TOGETHER)) {
    parts.push({ start, end: label.start + match.index });
    start = label.start + match.index + match[0].length;
  }
  parts.push({ start, end: label.end });
  return parts.every((part) => FULL_NAME.test(spanText(text, part))) ? parts : [label];
}

/** "HOST" and "CHIEF ENGINEER, DALEBROOK WORKS" as titles; "Dalebrook North", "voice-over" and "Lab" are none. */
function labelTitle(text: string, role: Span | null): string | null {
  const parts = role === null ? [] : spanText(text, role).split(/,|\s(?:--|[–—|-])\s/);
  const title = parts.map((part) => part.trim()).find(isOffice);
  if (title === undefined) return null;
  return /\p{Ll}/u.test(title) ? title : title.toLowerCase();
}

function isOffice(part: string): boolean {
  const words = (part.split(/\s+(?:of|for|at|in)\s+/i)[0] ?? "").split(/\s+/);
  return isRole((words.at(-1) ?? "").toLowerCase()) && words.every((word) => /^[\p{L}'’-]+$/u.test(word));
}

/** The other mentions, with those of labels in the place of what they overlap. Both in text order. */
export function withLabelNames(
  mentions: readonly NameMention[],
  labels: readonly NameMention[],
): readonly NameMention[] {
  const told = new Set(mentions.filter(isFullNameWithTitle).map(spanKey));
  const read = labels.filter((label) => !told.has(spanKey(label)));
  let at = 0;
  const others = mentions.filter((mention) => {
    while ((read[at]?.end ?? mention.start + 1) <= mention.start) at += 1;
    const label = read[at];
    return label === undefined || !overlaps(label, mention);
  });
  return [...others, ...read].sort((a, b) => a.start - b.start);
}

/** "Chief of the Fleet Dora Velk" before her speech: where the name begins behind the title, the words tell. */
const isFullNameWithTitle = ({ kind, words, start, core }: NameMention): boolean =>
  kind === "PERSON" && words.length > 1 && start < core.start;

const spanKey = ({ start, end }: Span): string => `${start} ${end}`;

function readLabelName(text: string, block: Block, label: Span, isTold: boolean): NameMention | null {
  const from = block.tokens.findIndex(({ start }) => start >= label.start);
  const after = block.tokens.findIndex(({ start }) => start >= label.end);
  const to = after < 0 ? block.tokens.length : after;
  const named = nameRange(block.tokens, from, to);
  const words = block.tokens.slice(named.from, named.to).filter(isWord);
  const first = block.tokens[named.from];
  const last = block.tokens[named.to - 1];
  if (
    !first ||
    !last ||
    !words.every((token, i) => isNamePart(token) || (i > 0 && i < words.length - 1 && isShort(token))) ||
    QUESTION_MARK.test(first.word) ||
    (isNobodys(words) && !(isTold && isWrittenAsName(words))) ||
    words.some(isGlued) ||
    block.tokens.slice(from, to).some(({ word }) => NUMBER.test(word))
  )
    return null;
  const name = words.map(({ lower }) => lower).join(" ");
  const address = genderOfTitle(block.tokens[from]?.lower ?? "");
  const written = nameWordsOf(block.tokens.slice(named.from, named.to)).filter((word) => /\p{L}/u.test(word));
  return {
    start: label.start,
    end: label.end,
    block: block.index,
    from: named.from,
    to: named.to,
    words: isListed(name, "ORGANIZATION") ? written : written.map((word) => inMixedCase(word, words)),
    core: { start: first.start, end: last.end },
    kind: kindOfLabel(words, block.tokens.slice(from, named.from)),
    nickname: null,
    isSure: true,
    address,
    gender: address,
    titles: titlesBefore(block.tokens, from, named.from)
      .map((span) => spanText(text, span))
      .filter((title) => !/^the$/i.test(title)),
  };
}

/** A paper or a court that has the word is a body; of other things that stand in a label nobody knows what they are. */
function kindOfLabel(words: readonly Token[], before: readonly Token[]): NameMention["kind"] {
  const last = words.at(-1)?.lower ?? "";
  if (isListed(words.map(({ lower }) => lower).join(" "), "ORGANIZATION")) return "ORGANIZATION";
  if (!isOrganizationWord(last) && !isPlaceWord(last)) return "PERSON";
  if (bearsSurname(words, before)) return "PERSON";
  const mayBeSomebody = words.length > 1 && mayBeGivenName(words[0]?.lower ?? "");
  return isOrganizationWord(last) && !mayBeSomebody ? "ORGANIZATION" : null;
}

/** "Lorna Hill", "HILL" and "Justice Church" are somebody; "The Court", "Charlotte Police" and "Harbour Hall" need not be. */
function bearsSurname([first, ...others]: readonly Token[], before: readonly Token[]): boolean {
  if (before.some(({ lower }) => isAddress(lower) || isRole(lower))) return true;
  const last = others.at(-1) ?? first;
  if (isOrganizationWord(last?.lower ?? "")) return false;
  return others.length === 0 ? before.length === 0 : mayBeGivenName(first?.lower ?? "");
}

/** Without forms of address before the name and letters after it. */
function nameRange(tokens: readonly Token[], from: number, to: number): { readonly from: number; readonly to: number } {
  let start = from;
  let end = to;
  while (start < end - 1 && isNoNameYet(tokens[start] as Token, tokens[start + 1] as Token)) start += 1;
  for (let at = end - 2; at > start; at--) if (isAbbreviatedTitle(tokens, at)) return nameRange(tokens, at, to);
  const mixed = tokens.slice(start, end).some(({ word }) => /\p{Ll}/u.test(word));
  while (mixed && end > start + 1 && isPostnominal(tokens[end - 1]?.word ?? "")) end -= 1;
  return { from: start, to: end };
}

const isPostnominal = (word: string): boolean => POSTNOMINAL.test(word) && !isGeneration(word);

/** "Minister" of "Minister Rehn"; but the office alone ("Acting Chair") is the name of whoever holds it. */
const isNoNameYet = (token: Token, next: Token): boolean =>
  !isWord(token) ||
  isAddress(token.lower) ||
  /^(?:the|right|rt|and|from)$/.test(token.lower) ||
  (ABBREVIATED_TITLE.test(token.lower) && (isCapital(next) || next.word === ".")) ||
  (isRole(token.lower) && isCapital(next) && !isRole(next.lower));

const ABBREVIATED_TITLE = /^(?:sec|sen|rep|gov|mr|mrs|ms|dr|prof|gen|col|capt|lt|sgt)\.?$/;

/** "OK Gov Rehn": what stands before a short title is no name either. */
const isAbbreviatedTitle = (tokens: readonly Token[], at: number): boolean =>
  ABBREVIATED_TITLE.test(tokens[at]?.lower ?? "") && isCapital(tokens[at + 1]);

const isNamePart = (token: Token): boolean => isCapital(token) || PARTICLES.has(token.lower) || LINKS.test(token.lower);

/** "’t" of "Piet van ’t Hoff": the format says that the whole label is a name, whatever the language of its small words. */
const isShort = ({ lower }: Token): boolean => lower.length <= 3 && !isVerbOrFunctionWord(lower);

/** Buttons of a page run together with a name. */
const isGlued = ({ word }: Token): boolean => capitalParts(word).length > 2;

/** "He", "Update", "STAT OF THE WEEK": words with a colon that are nobody's, unless they are an office ("The Chair"). */
const isNobodys = (words: readonly Token[]): boolean =>
  !isRole(words.at(-1)?.lower ?? "") && words.every(({ lower }) => isVerbOrFunctionWord(lower) || isCommonWord(lower));

const isWrittenAsName = (words: readonly Token[]): boolean =>
  words.length > 1 && words.every((word) => isCapital(word) && !LINKS.test(word.lower));

/** `REHN` is Rehn where the whole label is in capitals. */
function inMixedCase(word: string, words: readonly Token[]): string {
  const shouted = words.every((token) => token.word === token.word.toUpperCase()) && word.length > 1;
  return shouted ? withSmallLetters(word) : word;
}
