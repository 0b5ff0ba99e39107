import { spanText } from "../../model/span.ts";
import type { TurnPart } from "../../model/turn.ts";
import { areOfRecording } from "./clock.ts";
import { addresses, speaksAlone, speaksOfSelf } from "./interview-evidence.ts";
import { comparable, isPersonal } from "./label-name.ts";
import type { Opening } from "./opening.ts";
import { tellsOfSpeech } from "./speech-head.ts";

/** An opening with the first words behind it. */
export interface OpenedWords {
  readonly opening: Opening;
  readonly words: string;
}

/** What tells whether the openings of a layout are those of speakers. */
export interface LayoutEvidence {
  readonly count: number;
  /** Whether something else tells that the document is a transcript: another layout, numbered lines. */
  readonly isTranscript: boolean;
  /** Whether one speaks alone, and the text says that it is a speech. */
  readonly isSpeech: boolean;
  /** Openings whose words address somebody, ask, or say I or we. */
  readonly speakingShare: number;
  /** The same, but for questions and what stands in quotation marks further on: lists of candidates have these, too. */
  readonly firstPersonShare: number;
  /** Those that say I or we, or greet: horoscopes and advice only say you. */
  readonly selfShare: number;
  /** Whether somebody has the word twice, by the full name or the last of it. */
  readonly isRepeated: boolean;
  /** The same, or a list of who takes part has the name. */
  readonly isListed: boolean;
  /** How many have the word twice. */
  readonly returning: number;
  /** Whether there are times, which run on from the beginning of a recording; those of a day tell when something was written. */
  readonly isRecorded: boolean;
  readonly inCapitals: number;
  readonly marked: number;
  readonly personal: number;
  /** Those by somebody who is heard and not named: "CALLER", "SPEAKER 2". */
  readonly heard: number;
  /** Those by an office with its holder in brackets. */
  readonly holders: number;
  /** Those with a sentence: titles of a programme have none. */
  readonly sentenceShare: number;
  /** Those that quote somebody: reporters do. */
  readonly quoting: number;
  readonly questions: number;
  readonly answers: number;
  /** Of the questions, those with a question mark. */
  readonly asked: number;
  /** Of the questions, those that say you; of the answers, those that say I or we. */
  readonly asking: number;
  readonly answering: number;
  /** Of the answers, those that say I: a company that answers says we. */
  readonly answeringAlone: number;
}

/** Speakers say I and you, greet, thank and ask; lists of players and candidates do not. */
const SPEAKING =
  /(?<![\p{L}\p{N}])(?:I|I['’](?:m|ve|ll|d)|[Ww]e|[Uu]s|[Oo]urs?|[Mm]e|[Mm]y|[Mm]ine|[Yy]ou(?:['’]\p{L}+)?|[Yy]ours?|[Ll]et['’]s|[Tt]hanks?|[Pp]lease|Yes|Yeah|No|Well|Okay|OK|Welcome|Good (?:morning|afternoon|evening))(?![\p{L}\p{N}])|\?/u;
/** Whole words of somebody open with a mark; “The Ferry”, a film, is a title. */
const OPENING_MARK = /^(?:["“„«](?![^"“”„«»]*["”«»])|["“„«][^"“”„«»]*(?:[.!?…—–-]["”«»]|["”«»]$))/;
const MARKED = /“[^“”]*”|"[^"]*"|«[^«»]*»/g;

/** "I", "we" and "you" as those who speak use them; "our ferries" is said of a candidate as well. */
const SPEAKERS_PRONOUN = /(?<![\p{L}\p{N}])(?:I|[Ww]e|[Yy]ou|[Mm]y|[Mm]e|[Tt]hanks?)(?![\p{L}\p{N}])/u;

const GREETING = /(?<![\p{L}\p{N}])(?:[Tt]hanks?|Good (?:morning|afternoon|evening)|Hello|Hi|Welcome)(?![\p{L}\p{N}])/u;

/** "Mr. Speaker, ...", "Your Honour, ...": whoever is in the chair is spoken to so. "Mrs. Rehn, a baker, ..." tells of her. */
const VOCATIVE =
  /^(?:(?:Mr|Mrs|Ms|Madame?|Mister)\.? (?:(?:Deputy|Vice|Acting) )?(?:Speaker|President|Chair(?:man|woman|person)?|Secretary|Commissioner|Moderator)|Your (?:Honou?r|Excellency|Worship)|My [Ll]ords?|Ladies and gentlemen|Madam|Sir), \p{L}/u;

const saysI = (words: string): boolean => speaksOfSelf(words) || GREETING.test(words) || VOCATIVE.test(words);

/** I, we or you, outside of quotation marks. */
const speaksToSomebody = (words: string): boolean =>
  VOCATIVE.test(words) || SPEAKERS_PRONOUN.test(words.replace(MARKED, ""));

/**
 * @param known Names that other layouts of the document have for speakers; null where nothing tells that it is a transcript
 * @param listed Names that the document lists, each with what the person is
 */
export function evidenceOf(
  text: string,
  opened: readonly OpenedWords[],
  known: readonly string[] | null,
  listed: readonly string[],
): LayoutEvidence {
  const names = opened.flatMap(({ opening: { speaker } }) => (speaker === null ? [] : [spanText(text, speaker)]));
  const compared = names.map(comparable);
  const elsewhere = known?.map(comparable) ?? [];
  return {
    count: opened.length,
    isTranscript: known !== null,
    isSpeech: opened.length === 1 && tellsOfSpeech(text),
    speakingShare: shareOf(
      opened,
      ({ words }) => OPENING_MARK.test(words) || VOCATIVE.test(words) || SPEAKING.test(words),
    ),
    firstPersonShare: shareOf(opened, ({ words }) => OPENING_MARK.test(words) || speaksToSomebody(words)),
    selfShare: shareOf(opened, ({ words }) => OPENING_MARK.test(words) || saysI(words.replace(MARKED, ""))),
    isRepeated: hasRepeats(elsewhere, compared),
    isListed: hasRepeats([...elsewhere, ...listed.map(comparable)], compared),
    returning: comingAgain(compared),
    isRecorded: areOfRecording(opened.flatMap(({ opening: { seconds } }) => seconds ?? [])),
    inCapitals: names.filter((name) => /\p{Lu}{2}/u.test(name) && !/\p{Ll}/u.test(name)).length,
    marked: opened.filter(({ opening }) => opening.isMarked).length,
    personal: names.filter(isPersonal).length,
    heard: opened.length - names.length,
    holders: opened.filter(({ opening: { speaker, role } }) => speaker && role && role.start < speaker.start).length,
    sentenceShare: shareOf(opened, ({ words }) => /[.!?…]/.test(words)),
    quoting: opened.filter(({ words }) => words.search(MARKED) > 0).length,
    questions: wordsOf(opened, "QUESTION").length,
    answers: wordsOf(opened, "ANSWER").length,
    asked: shareOf(wordsOf(opened, "QUESTION"), (words) => words.includes("?")),
    asking: shareOf(wordsOf(opened, "QUESTION"), addresses),
    answering: shareOf(wordsOf(opened, "ANSWER"), speaksOfSelf),
    answeringAlone: shareOf(wordsOf(opened, "ANSWER"), speaksAlone),
  };
}

/** 0..1 */
export const shareOf = <T>(items: readonly T[], has: (item: T) => boolean): number =>
  items.filter(has).length / Math.max(1, items.length);

const wordsOf = (opened: readonly OpenedWords[], part: TurnPart): readonly string[] =>
  opened.flatMap(({ opening, words }) => (opening.part === part ? [words] : []));

/**
 * "marsh", "lena" and "lm" after "lena marsh" are she again, and so is "mayor marsh" after "mayor lena marsh"; "grande terre" after "basse terre" is another.
 * @param before Names that are known already
 */
function hasRepeats(before: readonly string[], names: readonly string[]): boolean {
  const known = new Set(before);
  const short = new Set(before.flatMap(shortForms));
  for (const name of names) {
    const surname = name.split(" ").at(-1) ?? "";
    if (name !== "" && (known.has(name) || known.has(surname) || short.has(name))) return true;
    known.add(name);
    for (const form of shortForms(name)) short.add(form);
  }
  return false;
}

/** What may stand for a name in full where it comes again. */
function shortForms(name: string): readonly string[] {
  const words = name.split(" ");
  const initials = words.map((word) => word.slice(0, 1)).join("");
  const [first = "", last = ""] = [words[0], words.at(-1)];
  return words.length < 2 ? [name] : [first, last, `${first} ${last}`, initials];
}

function comingAgain(names: readonly string[]): number {
  const uses = new Map<string, number>();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  return [...uses.values()].filter((count) => count >= 2).length;
}
