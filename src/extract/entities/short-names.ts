import { groupBy } from "../../model/group-by.ts";
import { isListed } from "../lexicon/gazetteer.ts";
import { isNoEntity, isOrganizationWord } from "../lexicon/name-words.ts";

/** Bodies that are so called in full, though their word ends many names: "the House" is not the White House. */
const CALLED_SO =
  /^(?:house|senate|congress|parliament|cabinet|assembly|bundestag|duma|knesset|democrats|republicans|conservatives|liberals|socialists|greens)$/;

/** What ends the name of something else than the body before it: "the Courier poll", "the Rehn campaign". */
const OF_ITS_OWN = /^(?:poll|survey|campaign|camp|team|council|commission|committee|board|staff|police)$/;

/** A folded name, and the words of it. */
interface Body {
  readonly name: string;
  readonly words: readonly string[];
}

/** Bodies with one first or last word that are looked at: more are in no article, and the search stays linear. */
const MAX_ALIKE = 100;

/**
 * Which of an article's bodies are named in full elsewhere: "the Foundation" behind "the Orsic Foundation", "Harrow" beside "Harrow Holdings", "the Board
 * of Elections" behind "the Varda Board of Elections".
 * @param names Folded, in text order. @returns The full name of each that has one.
 */
export function fullNames(names: readonly string[]): ReadonlyMap<string, string> {
  const bodies = [...new Set(names)].map((name): Body => ({ name, words: name.split(" ") }));
  const byFirst = groupBy(bodies, ({ words }) => words[0] ?? "");
  const byLast = new Map<string, Body[]>();
  const full = new Map<string, string>();
  for (const body of bodies) {
    const last = singular(body.words.at(-1) ?? "");
    const before = byLast.get(last) ?? [];
    const alike = (byFirst.get(body.words[0] ?? "") ?? []).slice(0, MAX_ALIKE);
    const longer = longerOf(body, alike) ?? before.slice(-MAX_ALIKE).findLast((other) => isEndOf(body, other));
    if (longer) full.set(body.name, full.get(longer.name) ?? longer.name);
    before.push(body);
    byLast.set(last, before);
  }
  return full;
}

/** "Harrow Holdings" of "Harrow": the longest, where all that are longer are one's. */
function longerOf(body: Body, bodies: readonly Body[]): Body | undefined {
  if (isOrganizationWord(body.words[0] ?? "") || isNoEntity(body.words[0] ?? "")) return undefined;
  const longer = bodies
    .filter((other) => other.words.length > body.words.length && opensWith(other, body))
    .sort((a, b) => b.words.length - a.words.length);
  const [longest] = longer;
  if (longest === undefined || !longer.every((other) => opensWith(longest, other))) return undefined;
  const rest = longest.words.slice(body.words.length);
  const last = rest.at(-1) ?? "";
  return rest.every(isOrganizationWord) && !OF_ITS_OWN.test(last) && !CALLED_SO.test(last) ? longest : undefined;
}

const opensWith = (longer: Body, { words }: Body): boolean => words.every((word, i) => word === longer.words[i]);

/** "Board of Elections" of "Varda Board of Elections", "the Foundation" of "Orsic Foundation". */
function isEndOf({ words }: Body, longer: Body): boolean {
  const [first = "", last = ""] = [words[0], words.at(-1)];
  const behind = longer.words.slice(-words.length);
  if (longer.words.length <= words.length || !words.every((word, i) => singular(word) === singular(behind[i] ?? "")))
    return false;
  if (words.length === 1) return isOrganizationWord(last) && !CALLED_SO.test(last);
  return !isNoEntity(first) && !isListed(first, "PLACE") && !CALLED_SO.test(last);
}

const singular = (word: string): string => word.replace(/s$/, "");
