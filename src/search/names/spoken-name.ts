import { eng } from "stopword";
import { isAddress, isRole, isTitleModifier } from "../../extract/lexicon/role-nouns.ts";
import { foldName } from "../../model/fold-name.ts";
import { isGenerational } from "./generational-suffix.ts";
import type { HowNamed } from "./name-match.ts";

/** One way to take the words that somebody uses for a name. */
export interface NameReading {
  /** The name's words, folded, without a form of address or "the" before them. */
  readonly words: readonly string[];
  readonly how: Extract<HowNamed, "NAME" | "SURNAME_FIRST" | "NAME_WITH_TITLE">;
  /** The words that stand around it, folded. */
  readonly around: readonly string[];
  /**
   * The word right before the name, where it neither is a title nor ends one: it may belong to the name ("Joan" before
   * "Hale"), unless a title of theirs has it ("President of Kestria Maravin"). Null where there is none.
   */
  readonly doubtful: string | null;
}

/** What somebody is called, taken in every way that it can be meant; the most of its words first. */
export interface SpokenName {
  /** As given. */
  readonly text: string;
  readonly readings: readonly NameReading[];
}

/** A word as it was given. */
interface SpokenWord {
  readonly folded: string;
  /** Written small in a text that has capitals. */
  readonly isSmall: boolean;
  /** "Karsa's". */
  readonly isPossessive: boolean;
  /** Some capitals in a text of small letters, as behind a name: "MP", "QC". */
  readonly isInitials: boolean;
}

/** Longer names than this are titles, or sentences. */
const MAX_NAME_WORDS = 5;
/** What stands behind one of these says of what or whom the rest is: "a spokesman for Ilse Brandt" is not she. */
const PREPOSITIONS = new Set(["of", "for", "from", "in", "at", "to", "on", "with", "by", "who", "about", "against"]);
const CONJUNCTIONS = new Set(["and", "or"]);
const FUNCTION_WORDS = new Set(eng);
const ARTICLES = new Set(["the", "a", "an"]);

export function readName(text: string): SpokenName {
  const segments = segmentsOf(text);
  const all = segments.flat();
  const whole: NameReading = { words: bareName(foldedOf(all)), how: "NAME", around: [], doubtful: null };
  if (whole.words.length === 0) return { text, readings: [] };
  if (all.some(({ folded }) => CONJUNCTIONS.has(folded))) return { text, readings: [whole] };
  const turned = turnedRound(segments);
  const named = segments.flatMap((segment) => readingsWithin(segment, all));
  // "Hale, Joan" is no other Hale.
  const full = named.filter(({ words }) => turned.length === 0 || words.length > 1);
  return { text, readings: [whole, ...turned, ...full] };
}

/** The words between commas and brackets; "Jr." behind a comma belongs to the name before it. */
function segmentsOf(text: string): readonly (readonly SpokenWord[])[] {
  const [hasCapitals, hasSmall] = [/\p{Lu}/u.test(text), /\p{Ll}/u.test(text)];
  const segments = text
    .split(/[,;()]/)
    .map((part) => part.split(/\s+/).flatMap((raw) => spokenWords(raw, hasCapitals, hasSmall)));
  const joined: SpokenWord[][] = [];
  for (const segment of segments.filter(({ length }) => length > 0)) {
    const before = joined.at(-1);
    if (before && segment.every(({ folded }) => isGenerational(folded))) before.push(...segment);
    else joined.push(segment);
  }
  return joined;
}

const INITIALS = /^(?:\p{Lu}\.?){2,4}$/u;

const spokenWords = (raw: string, hasCapitals: boolean, hasSmall: boolean): SpokenWord[] =>
  foldName(raw)
    .split(" ")
    .filter((folded) => folded !== "")
    .map((folded) => ({
      folded,
      isSmall: hasCapitals && /^\P{L}*\p{Ll}/u.test(raw),
      isPossessive: /['’]s?$/u.test(raw),
      isInitials: hasSmall && INITIALS.test(raw) && !isGenerational(folded),
    }));

/** "Brandt, Ilse": two parts, neither of which is a title. */
function turnedRound(segments: readonly (readonly SpokenWord[])[]): readonly NameReading[] {
  const [last, first, ...more] = segments.map(foldedOf);
  if (!last || !first || more.length > 0 || last.some(isTitleWord)) return [];
  const given = first.slice(first.findIndex((word) => !isTitleWord(word)));
  if (first.every(isTitleWord) || given.some((word) => isTitleWord(word) || PREPOSITIONS.has(word))) return [];
  const names = [...given.filter((word) => !isGenerational(word)), ...last, ...given.filter(isGenerational)];
  if (names.length > MAX_NAME_WORDS) return [];
  return [{ words: names, how: "SURNAME_FIRST", around: first.slice(0, first.length - given.length), doubtful: null }];
}

/** A name ends what stands before the first preposition ("Karsa mayor Ilse Brandt of the council"), or follows a title's. */
function readingsWithin(segment: readonly SpokenWord[], all: readonly SpokenWord[]): readonly NameReading[] {
  const link = segment.findIndex(({ folded }) => PREPOSITIONS.has(folded));
  const head = withoutInitials(link < 0 ? segment : segment.slice(0, link));
  const inHead = namesAtEnd(head, all);
  if (link < 1 || !head.some(({ folded }) => isTitleWord(folded))) return inHead;
  return [...inHead, ...namesBehindTitle(segment, all)];
}

/** "Ilse Brandt MP". */
function withoutInitials(words: readonly SpokenWord[]): readonly SpokenWord[] {
  const end = words.findLastIndex(({ isInitials }) => !isInitials);
  return words.slice(0, end + 1);
}

/** "President of the Republic of Kestria Teodor Maravin"; in "spokesman for mayor Ilse Brandt" she is not meant. */
function namesBehindTitle(segment: readonly SpokenWord[], all: readonly SpokenWord[]): readonly NameReading[] {
  const last = segment.findLastIndex(({ folded }) => PREPOSITIONS.has(folded));
  const tail = segment.slice(last + 1).filter(({ folded }) => !ARTICLES.has(folded));
  if (tail.some(({ folded, isPossessive }) => isPossessive || isTitleWord(folded))) return [];
  const names = namesAtEnd(tail, all).filter(({ words }) => words.length < tail.length);
  return names.map((name) => (name.words.length > 1 ? { ...name, doubtful: null } : name));
}

function namesAtEnd(words: readonly SpokenWord[], all: readonly SpokenWord[]): readonly NameReading[] {
  const starts = words.map((_, start) => start).slice(-MAX_NAME_WORDS);
  const wholeLength = bareName(foldedOf(all)).length;
  return starts.flatMap((start) => {
    const name = bareName(foldedOf(words.slice(start)));
    if (name.length < words.length - start || name.length === wholeLength) return [];
    const around = all.filter((word) => !words.slice(start).includes(word));
    const before = words[start - 1];
    const doubtful = before === undefined || leadsToName(before) ? null : before.folded;
    return [{ words: name, how: "NAME_WITH_TITLE" as const, around: foldedOf(around), doubtful }];
  });
}

/** What may stand before a name without belonging to it. */
const leadsToName = ({ folded, isSmall, isPossessive }: SpokenWord): boolean =>
  (isSmall && !FUNCTION_WORDS.has(folded)) || isPossessive || isTitleWord(folded) || ARTICLES.has(folded);

/** A word that says what somebody is: an office, a rank, a trade, a form of address, or what goes before one. */
export const isTitleWord = (folded: string): boolean =>
  folded.split("-").some((part) => isAddress(part) || isRole(part) || isTitleModifier(part));

/** Without the forms of address, or the article, that stand before a name. */
export function bareName(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word, i) => i === words.length - 1 || !(isAddress(word) || ARTICLES.has(word)));
  return words.slice(Math.max(0, start));
}

const foldedOf = (words: readonly SpokenWord[]): readonly string[] => words.map(({ folded }) => folded);
