import type { QuoteStore } from "../../store/quote-store.ts";
import { isGenerational } from "./generational-suffix.ts";
import { isFiller, type NamePlace, namePlaces } from "./name-places.ts";

/**
 * Who a question says should speak ("What did Rehn say about the bridge?"), where no passage of the index has the last word of that name; null for
 * everybody else.
 */
export async function unknownSpeaker(store: QuoteStore, question: string): Promise<string | null> {
  const asked = namePlaces(question).find((place) => isName(place) && !opensAsOneWord(place, question));
  const surname = asked?.name.split(/\s+/).findLast((word) => !isGenerational(word.replace(".", "").toLowerCase()));
  if (asked === undefined || surname === undefined || isFiller(surname) || isInitials(surname)) return null;
  const [passages = 0] = await store.phraseCounts([surname]);
  return passages === 0 ? asked.name : null;
}

/** "U.S.", which passages may write otherwise. */
const isInitials = (word: string): boolean => !/\p{L}{2}/u.test(word);

const isName = ({ kind, name }: NamePlace): boolean => kind === "SAID" && /(?:^|\s)\p{Lu}\S*$/u.test(name);

/** "Thoughts on the bridge": at its beginning every word has a capital. */
const opensAsOneWord = ({ name }: NamePlace, question: string): boolean =>
  !/\s/.test(name) && question.trimStart().startsWith(name);
