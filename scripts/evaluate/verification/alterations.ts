import type { SeededRandom } from "../../bench/seeded-random.ts";

/** Names and words to put in the place of others. */
export interface Spares {
  readonly names: readonly string[];
  readonly words: readonly string[];
}

/** Makes another claim of some words; null where they do not lend themselves to it. */
export type Alteration = (words: string, random: SeededRandom, spares: Spares) => string | null;

/** Each is the same speech in the eyes of any editor. */
export const FAITHFUL: Readonly<Record<string, Alteration>> = {
  "as it stands": (words) => words,
  "in marks, with who spoke": (words) => `“${words.replace(/[.,!?]$/, "")},” the speaker said on Monday.`,
  "without marks and capitals": (words) => words.toLowerCase().replace(/["“”;!?—–]|[,:](?!\d)/g, " "),
  "with straight marks made round": (words) => words.replaceAll("'", "’").replaceAll('"', "”"),
  "with words in brackets": (words, random) => insertAt(words, random, "[as they call it]"),
  "with ellipses at the edges": (words) => `… ${words} …`,
  "in the other spelling": otherSpelling,
};

/** Each differs from what was said in a word at least. */
export const UNFAITHFUL: Readonly<Record<string, Alteration>> = {
  "another number": otherNumber,
  "a negation more or less": turned,
  "another name": otherName,
  "another word": otherWord,
  "words left out": (words, random) => leftOut(words, random, ""),
  "words left out, with an ellipsis": (words, random) => leftOut(words, random, " …"),
  "words put in": (words, random, { words: spare }) =>
    insertAt(words, random, `${random.oneOf(spare)} ${random.oneOf(spare)}`),
  "two words swapped": swapped,
};

const NUMBER_WORDS =
  "two three four five six seven eight nine ten twelve twenty thirty forty fifty sixty hundred".split(" ");
const NUMBER = new RegExp(String.raw`\d[\d,]*(?:\.\d+)?|\b(?:${NUMBER_WORDS.join("|")})\b`, "g");

function otherNumber(words: string, random: SeededRandom): string | null {
  // What stands in brackets is not claimed to have been said.
  const spoken = words.replace(/\[[^\]]*\]/g, (bracketed) => " ".repeat(bracketed.length));
  const found = [...spoken.matchAll(NUMBER)].filter(({ 0: number }) => /[1-9a-z]/.test(number));
  if (found.length === 0) return null;
  const match = random.oneOf(found);
  const number = match[0];
  const other = /\d/.test(number)
    ? number.replace(/[1-9]/, (digit) => String((Number(digit) % 9) + 1))
    : random.oneOf(NUMBER_WORDS.filter((word) => word !== number));
  return replaced(words, match, other);
}

const VERB = /\b(is|are|was|were|will|can|could|would|should|must|has|have|do|does|did)\b(?! not\b)/g;

/** Takes a "not" away, or puts one behind a verb that takes it. */
function turned(words: string, random: SeededRandom): string | null {
  if (/\bnot\s/.test(words)) return words.replace(/\bnot\s/, "");
  if (/n['’]t\b/.test(words)) return words.replace(/n['’]t\b/, "");
  const verbs = [...words.matchAll(VERB)];
  if (verbs.length === 0) return null;
  const verb = random.oneOf(verbs);
  return replaced(words, verb, `${verb[0]} not`);
}

/** Two capitalised words in the midst of a sentence. */
const NAME = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,})*/gu;

function otherName(words: string, random: SeededRandom, { names }: Spares): string | null {
  const found = [...words.matchAll(NAME)];
  if (found.length === 0) return null;
  const match = random.oneOf(found);
  const others = names.filter((name) => !name.includes(match[0]) && !match[0].includes(name));
  return others.length === 0 ? null : replaced(words, match, random.oneOf(others));
}

const CONTENT_WORD = /\b\p{Ll}{5,}\b/gu;

function otherWord(words: string, random: SeededRandom, spares: Spares): string | null {
  const found = [...words.matchAll(CONTENT_WORD)];
  if (found.length === 0) return null;
  const match = random.oneOf(found);
  const others = spares.words.filter((word) => word.slice(0, 4) !== match[0].slice(0, 4));
  return replaced(words, match, random.oneOf(others));
}

/** What a cut must not drop if it is to be no more than a cut. */
const TURNING =
  /\b(?:not|no|never|nobody|nothing|none|neither|nor|hardly|without|cannot|if|unless|until|provided|deny|denies|denied|doubt|false|untrue|lie|wrong|myth)\b|n['’]t\b/i;

/** Two or three words from the midst, none of which turns the sense; what stands at the edges stays. */
function leftOut(words: string, random: SeededRandom, mark: string): string | null {
  const tokens = words.split(" ");
  const count = random.between(2, 3);
  if (tokens.length < count + 6) return null;
  const from = random.between(2, tokens.length - count - 2);
  const gone = tokens.slice(from, from + count).join(" ");
  if (TURNING.test(gone) || !/\p{L}/u.test(gone)) return null;
  return [...tokens.slice(0, from), ...(mark === "" ? [] : [mark.trim()]), ...tokens.slice(from + count)].join(" ");
}

function insertAt(words: string, random: SeededRandom, inserted: string): string | null {
  const tokens = words.split(" ");
  if (tokens.length < 5) return null;
  const at = random.between(2, tokens.length - 2);
  return [...tokens.slice(0, at), inserted, ...tokens.slice(at)].join(" ");
}

function swapped(words: string, random: SeededRandom): string | null {
  const tokens = words.split(" ");
  const places = tokens.flatMap((token, i) => {
    const next = tokens[i + 1];
    const isPair = i > 0 && next !== undefined && /^\p{Ll}{3,}$/u.test(token) && /^\p{Ll}{3,}$/u.test(next);
    return isPair && token !== next ? [i] : [];
  });
  if (places.length === 0) return null;
  const at = random.oneOf(places);
  return [...tokens.slice(0, at), tokens[at + 1], tokens[at], ...tokens.slice(at + 2)].join(" ");
}

/** By hand, from dictionaries' notes on usage. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ["colour", "color"],
  ["labour", "labor"],
  ["favour", "favor"],
  ["honour", "honor"],
  ["neighbour", "neighbor"],
  ["defence", "defense"],
  ["centre", "center"],
  ["theatre", "theater"],
  ["programme", "program"],
  ["organis", "organiz"],
  ["recognis", "recogniz"],
  ["realis", "realiz"],
  ["apologis", "apologiz"],
  ["criticis", "criticiz"],
  ["travelled", "traveled"],
  ["cancelled", "canceled"],
  ["behaviour", "behavior"],
  ["per cent", "percent"],
  ["licence", "license"],
  ["analyse", "analyze"],
];

function otherSpelling(words: string): string | null {
  const pairs = [...SPELLINGS, ...SPELLINGS.map(([a, b]) => [b, a] as const)];
  // "criticism" and "organism" are spelled one way.
  const found = pairs.find(([a]) => new RegExp(`\\b${a}(?!m)`).test(words));
  return found ? words.replace(new RegExp(`\\b${found[0]}(?!m)`), found[1]) : null;
}

function replaced(words: string, match: RegExpMatchArray, other: string): string {
  const start = match.index ?? 0;
  return words.slice(0, start) + other + words.slice(start + match[0].length);
}
