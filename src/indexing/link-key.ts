import type { ArticleEntity } from "../model/entity.ts";
import { foldName } from "../model/fold-name.ts";
import { isInitial, type PersonName, readPersonName } from "./person-name.ts";

/**
 * What joins an article's entity with those of other articles: equal keys of one kind are one entity. A person needs a
 * first and a last name (middle names and patronymics aside), since a surname alone is many people: null joins nothing
 * by itself, and the collection decides whom it means.
 */
export function linkKey({ kind, name }: Pick<ArticleEntity, "kind" | "name">): string | null {
  if (kind === "PERSON") return personLinkKey(readPersonName(name));
  const words = foldName(name)
    .split(" ")
    .filter((word, i) => word !== "" && (i > 0 || word !== "the"));
  return words.join(" ") || null;
}

/** Null where the first name is missing or an initial only. */
export function personLinkKey(name: PersonName | null): string | null {
  if (name === null || name.first === null || isInitial(name.first)) return null;
  return `${name.first} ${name.last}`;
}
