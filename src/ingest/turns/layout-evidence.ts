import { spanText } from "../../model/span.ts";
import { comparable, isPersonal } from "./label-name.ts";
import type { Opening } from "./opening.ts";

/** An opening with the first words behind it. */
export interface OpenedWords {
  readonly opening: Opening;
  readonly words: string;
}

/** What tells whether the openings of a layout are those of speakers. */
export interface LayoutEvidence {
  readonly count: number;
  /** Openings whose words address somebody, ask, or say I or we. */
  readonly speakingShare: number;
  /** Whether somebody has the word twice, by the full name or the last of it. */
  readonly isRepeated: boolean;
  readonly inCapitals: number;
  readonly marked: number;
  readonly personal: number;
  readonly questions: number;
}

/** Speakers say I and you, greet, thank and ask; lists of players and candidates do not. */
const SPEAKING =
  /(?<![\p{L}\p{N}])(?:I|I['’](?:m|ve|ll|d)|[Ww]e|[Uu]s|[Oo]urs?|[Mm]e|[Mm]y|[Mm]ine|[Yy]ou(?:['’]\p{L}+)?|[Yy]ours?|[Ll]et['’]s|[Tt]hanks?|[Pp]lease|Yes|Yeah|No|Well|Okay|OK|Welcome|Good (?:morning|afternoon|evening))(?![\p{L}\p{N}])|\?|^["“„«]/u;

export function evidenceOf(text: string, opened: readonly OpenedWords[]): LayoutEvidence {
  const names = opened.flatMap(({ opening: { speaker } }) => (speaker === null ? [] : [spanText(text, speaker)]));
  return {
    count: opened.length,
    speakingShare: opened.filter(({ words }) => SPEAKING.test(words)).length / Math.max(1, opened.length),
    isRepeated: hasRepeats(names.map(comparable)),
    inCapitals: names.filter((name) => /\p{Lu}{2}/u.test(name) && !/\p{Ll}/u.test(name)).length,
    marked: opened.filter(({ opening }) => opening.isMarked).length,
    personal: names.filter(isPersonal).length,
    questions: opened.filter(({ opening }) => opening.part === "QUESTION").length,
  };
}

/** "marsh" after "lena marsh" is she again. */
function hasRepeats(names: readonly string[]): boolean {
  const known = new Set<string>();
  for (const name of names) {
    const last = name.split(" ").at(-1) ?? "";
    if (name !== "" && (known.has(name) || known.has(last))) return true;
    known.add(name).add(last);
  }
  return false;
}
