import { LRUCache } from "lru-cache";
import { nameWords } from "./name-words.ts";

const PREPOSITIONS = new Set(["of", "for", "in", "at", "to", "on"]);
/** Words that say nothing of an office; the last is what "council's" leaves. */
const LINKS = new Set([...PREPOSITIONS, "the", "and", "a", "an", "s"]);

export const isSmallTitleWord = (word: string): boolean => LINKS.has(word);

/** They make another office of one: "the president" is not the vice president, nor "the minister" the prime minister. */
const DISTINCTIONS = new Set(
  "vice deputy assistant prime former ex late acting interim elect designate emeritus".split(" "),
);

/** What the office is called whoever holds it: "chair" of "Chairwoman". */
const withoutGender = (word: string): string =>
  word.replace(/^(chair|spokes|congress|council)(?:man|woman|person)$/, "$1");

/** Parties by the names that titles have them under. */
const PARTIES: Readonly<Record<string, string>> = { gop: "republican", democrat: "democratic", dem: "democratic" };

/** Titles that news writes short before a name and in full elsewhere: "Sen. Rehn", "the senator". */
const IN_FULL: ReadonlyMap<string, string> = new Map([
  ["sen", "senator"],
  ["rep", "representative"],
  ["gov", "governor"],
  ["gen", "general"],
  ["lt", "lieutenant"],
  ["col", "colonel"],
  ["capt", "captain"],
  ["maj", "major"],
  ["sgt", "sergeant"],
  ["adm", "admiral"],
  ["amb", "ambassador"],
  ["prof", "professor"],
  ["sec", "secretary"],
  ["congressman", "representative"],
  ["congresswoman", "representative"],
]);

/** A word of a title, lower case, in full. */
export const titleWord = (lower: string): string => {
  const bare = lower.replace(/\.$/, "");
  return IN_FULL.get(bare) ?? bare;
};

/** Titles come again and again; what they are made of is looked up then. */
const READ = new LRUCache<string, readonly string[]>({ max: 20_000 });

function words(title: string): readonly string[] {
  const known = READ.get(title);
  if (known !== undefined) return known;
  const read = nameWords(title).map((word) => PARTIES[word] ?? withoutGender(titleWord(word)));
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
  return tells(held, said) && [...held].every((word) => said.has(word) || !DISTINCTIONS.has(word));
}

/** Whether a title has all that is said of it, a body by its name or by its initials. */
function tells(held: ReadonlySet<string>, said: ReadonlySet<string>): boolean {
  const missing = [...said].filter((word) => !held.has(word) && !LINKS.has(word));
  if (missing.length === 0) return true;
  const initials = initialisms(held);
  if (missing.every((word) => initials.has(word))) return true;
  return [...initialisms(said)].some(([short, run]) => held.has(short) && missing.every((word) => run.includes(word)));
}

/** Runs of words by their first letters: "fbi" of "Federal Bureau of Investigation". */
function initialisms(title: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const all = [...title].filter((word) => !LINKS.has(word));
  const runs = all.flatMap((_, start) => all.slice(start + 1).map((_, more) => all.slice(start, start + more + 2)));
  return new Map(runs.map((run) => [run.map((word) => word[0]).join(""), run]));
}
