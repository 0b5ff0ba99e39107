import { cueWord } from "../lexicon/cue-lexicon.ts";
import type { Item } from "../marks/narration.ts";

/**
 * After words in marks that end with a stop: does the next sentence only say who said them ("Trump asked.")? After a
 * full stop it must end there, for `"So be it." Trump added, "..."` begins anew.
 */
export function attributionFollows(items: readonly Item[], next: number): boolean {
  for (let at = next; at < Math.min(items.length, next + 8); at++) {
    const item = items[at] as Item;
    if (item.quote !== null || /^[.;:!?]$/.test(item.word)) return false;
    if (/^VB/.test(item.tag)) return cueWord(item.lower)?.frame === "SPEECH" && endsSoon(items, at + 1, next);
  }
  return false;
}

function endsSoon(items: readonly Item[], at: number, next: number): boolean {
  const item = items[at];
  if (item === undefined || item.word === ".") return true;
  if (items[next - 1]?.quote?.complete) return false;
  return item.quote !== null || item.word === "," || (item.tag === "IN" && item.lower !== "that");
}
