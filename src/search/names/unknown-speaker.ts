import { nameWords } from "../../model/name-words.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { isFiller, namePlaces } from "./name-places.ts";
import { bareName } from "./spoken-name.ts";

/**
 * Who a question says should speak ("What did Rehn say about the bridge?"), where no passage of the index has the last word of that name; null for
 * everybody else.
 */
export async function unknownSpeaker(store: QuoteStore, question: string): Promise<string | null> {
  const asked = namePlaces(question).find(({ kind, name }) => kind === "SAID" && ENDS_IN_CAPITAL.test(name));
  const surname = asked && bareName(nameWords(asked.name)).at(-1);
  if (asked === undefined || surname === undefined || isFiller(surname)) return null;
  const [passages = 0] = await store.phraseCounts([surname]);
  return passages === 0 ? asked.name : null;
}

/** "Ana Rehn"; a name at the beginning of a question may be any word ("Would abstaining about ..."). */
const ENDS_IN_CAPITAL = /(?:^|\s)\p{Lu}\S*$/u;
