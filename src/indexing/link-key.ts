import { nameKey } from "../extract/entities/name-key.ts";
import type { ArticleEntity } from "../model/entity.ts";
import { foldName } from "../model/fold-name.ts";

/** Kept apart: "John Smith" and "John Smith Jr" are father and son. */
const HONORIFICS = new Set([
  "mr",
  "mrs",
  "ms",
  "miss",
  "dr",
  "sir",
  "dame",
  "lord",
  "lady",
  "prof",
  "professor",
  "hon",
]);

/**
 * What joins an article's entity with those of other articles: equal keys of one kind are one entity. A person needs a
 * first and a last name (middle names and patronymics aside), since a surname alone is many people: null joins nothing.
 */
export function linkKey({ kind, name }: Pick<ArticleEntity, "kind" | "name">): string | null {
  const words = foldName(name)
    .split(" ")
    .filter((word) => word !== "");
  if (kind !== "PERSON") return words.filter((word, i) => i > 0 || word !== "the").join(" ") || null;
  const names = words.filter((word) => !HONORIFICS.has(word));
  const [first, last] = [names[0], names.at(-1)];
  if (names.length < 2 || !first || !last || isInitial(first)) return null;
  return `${nameKey(first)} ${nameKey(last)}`;
}

const isInitial = (word: string): boolean => word.length === 1;
