import { LRUCache } from "lru-cache";
import { nameWords } from "./name-words.ts";

const PREPOSITIONS = new Set(["of", "for", "in", "at", "to", "on"]);
/** Words that say nothing of an office; the last is what "council's" leaves. */
const LINKS = new Set([...PREPOSITIONS, "the", "and", "a", "an", "s"]);

/** They make another office of one: "the president" is not the vice president, nor "the minister" the prime minister. */
const DISTINCTIONS = new Set(
  "vice deputy assistant prime former ex late acting interim elect designate emeritus".split(" "),
);

/** What the office is called whoever holds it: "chair" of "Chairwoman". */
const withoutGender = (word: string): string =>
  word.replace(/^(chair|spokes|congress|council)(?:man|woman|person)$/, "$1");

/** Parties by the names that titles have them under. */
const PARTIES: Readonly<Record<string, string>> = { gop: "republican", democrat: "democratic", dem: "democratic" };

/** Titles come again and again; what they are made of is looked up then. */
const READ = new LRUCache<string, readonly string[]>({ max: 20_000 });

function words(title: string): readonly string[] {
  const known = READ.get(title);
  if (known !== undefined) return known;
  const read = nameWords(title).map((word) => PARTIES[word] ?? withoutGender(word));
  READ.set(title, read);
  return read;
}

/**
 * The word that says which office a title is, folded: "minister" of "Defence Minister", "chief" of "Chief of the General
 * Staff". Empty where there is none.
 */
export function titleHead(title: string): string {
  const all = words(title);
  const link = all.findIndex((word) => PREPOSITIONS.has(word));
  const office = link < 0 ? all : all.slice(0, link);
  return office.findLast((word) => !DISTINCTIONS.has(word) && !LINKS.has(word)) ?? "";
}

/** Whether who holds a title of the same head may be called so: by some of its words, and all that set it apart. */
export function mayBeCalled(title: string, called: string): boolean {
  const held = new Set(words(title));
  const said = new Set(words(called));
  return (
    [...said].every((word) => held.has(word) || LINKS.has(word)) &&
    [...held].every((word) => said.has(word) || !DISTINCTIONS.has(word))
  );
}
