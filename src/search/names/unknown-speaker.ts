import { isFirstName } from "../../extract/lexicon/gazetteer.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { findSpelledByNames } from "./find-by-names.ts";
import { isGenerational } from "./generational-suffix.ts";
import { knownNames } from "./match-name.ts";
import { isFiller, type NamePlace, namePlaces } from "./name-places.ts";
import { readName } from "./spoken-name.ts";

/**
 * Who a question says should speak ("What did Rehn say about the bridge?"), where the index knows nobody of that name: no passage has its
 * last word, or it is a full name that none has; null for everybody else.
 */
export async function unknownSpeaker(store: QuoteStore, question: string): Promise<string | null> {
  const asked = namePlaces(question).find((place) => isName(place) && !opensAsOneWord(place, question));
  const surname = asked?.name.split(/\s+/).findLast((word) => !isGenerational(word.replace(".", "").toLowerCase()));
  if (asked === undefined || surname === undefined || isFiller(surname) || isInitials(surname)) return null;
  const [passages = 0] = await store.phraseCounts([surname]);
  if (passages === 0) return asked.name;
  return (await isNobodysFullName(store, asked.name, surname)) ? asked.name : null;
}

/** Whether a first name and a surname stand in no passage side by side, and nobody is known by that surname and no first name. */
async function isNobodysFullName(store: QuoteStore, name: string, surname: string): Promise<boolean> {
  const full = readName(name).readings.find(
    ({ words: [first = "", ...rest] }) => isFirstName(first) && rest.length > 0,
  );
  if (full === undefined) return false;
  const [passages = 0] = await store.phraseCounts([full.words.join(" ")]);
  if (passages > 0) return false;
  const [found] = await findSpelledByNames(store, [surname]);
  return !(found?.matches ?? []).some(({ entity }) => knownNames(entity).every(({ length }) => length === 1));
}

/** "U.S.", which passages may write otherwise. */
const isInitials = (word: string): boolean => !/\p{L}{2}/u.test(word);

const isName = ({ kind, name }: NamePlace): boolean =>
  kind === "SAID" && /(?:^|\s)\p{Lu}\S*$/u.test(name) && !LEADS_ON.test(name);

/** "Reactions to Rehn" are those of others. */
const LEADS_ON = /\s(?:to|about|on|over|against|for|with)\s/iu;

/** "Thoughts on the bridge": at its beginning every word has a capital. */
const opensAsOneWord = ({ name }: NamePlace, question: string): boolean =>
  !/\s/.test(name) && question.trimStart().startsWith(name);
