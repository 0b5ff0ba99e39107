import { nameWords } from "../../model/name-words.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import type { Slip } from "./name-match.ts";
import { isTitleWord, type NameReading, type SpokenName } from "./spoken-name.ts";

/** A reading of a name with one word put right. */
export interface MendedReading {
  readonly reading: NameReading;
  readonly slip: Slip;
}

/** For each name all readings in which one word, that stands in no name, is put right as the word of a name. */
export async function mendNames(
  store: QuoteStore,
  names: readonly SpokenName[],
): Promise<readonly (readonly MendedReading[])[]> {
  const words = [...new Set(names.flatMap(({ readings }) => readings.flatMap(wordsOf)))];
  if (words.length === 0) return [];
  const meant = await store.misspeltNameWords(words);
  const slips = new Map(words.map((word, i) => [word, meant[i] ?? []]));
  return names.map(({ readings }) => readings.flatMap((reading) => mendings(reading, slips)));
}

const wordsOf = ({ words }: NameReading): readonly string[] =>
  words.filter((word) => !isTitleWord(word)).flatMap(nameWords);

function mendings(reading: NameReading, slips: ReadonlyMap<string, readonly string[]>): readonly MendedReading[] {
  const { words } = reading;
  return words.flatMap((word, i) =>
    nameWords(word).flatMap((written) =>
      (slips.get(written) ?? []).map((meant) => ({
        reading: { ...reading, words: words.with(i, word.replace(written, meant)) },
        slip: { written, meant },
      })),
    ),
  );
}
