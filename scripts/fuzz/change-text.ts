import type { SeededRandom } from "../bench/seeded-random.ts";
import { TOKENS } from "./hostile-text.ts";

/** What is longer takes its time and reaches no more. */
const MAX_CHARACTERS = 20_000;
const MOST_CHANGES = 4;
const MOST_TIMES = 40;

type ChangeText = (text: string, other: string, random: SeededRandom) => string;

const CHANGES: readonly ChangeText[] = [
  // Something that has tripped readers before.
  (text, _, random) => insert(text, random.oneOf(TOKENS), random),
  (text, _, random) => insert(text, random.oneOf(TOKENS).repeat(random.between(1, MOST_TIMES)), random),
  // A part of it again, elsewhere; many times; or gone.
  (text, _, random) => insert(text, part(text, random), random),
  (text, _, random) => insert(text, part(text, random).repeat(random.between(2, MOST_TIMES)), random),
  (text, _, random) => text.replace(part(text, random), ""),
  // Another letter, be it half of one.
  (text, _, random) => insert(text, String.fromCharCode(random.between(0, 0xffff)), random),
  // The beginning of one and the end of another; or a part of the other.
  (text, other, random) => text.slice(0, place(text, random)) + other.slice(place(other, random)),
  (text, other, random) => insert(text, part(other, random), random),
];

/** A text like `text` with a few changes, some of them from `other`. */
export function changeText(text: string, other: string, random: SeededRandom): string {
  let changed = text;
  for (let left = random.between(1, MOST_CHANGES); left > 0; left--) {
    changed = random.oneOf(CHANGES)(changed, other, random).slice(0, MAX_CHARACTERS);
  }
  return changed;
}

const place = (text: string, random: SeededRandom): number => random.between(0, text.length);

const insert = (text: string, inserted: string, random: SeededRandom): string => {
  const at = place(text, random);
  return text.slice(0, at) + inserted + text.slice(at);
};

/** Mostly short. */
function part(text: string, random: SeededRandom): string {
  const from = place(text, random);
  return text.slice(from, from + Math.ceil(random.next() ** 4 * text.length));
}
