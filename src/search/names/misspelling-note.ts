import type { Entity } from "../../model/entity.ts";
import type { Meant } from "./meant-by.ts";

/** A sentence that tells whom a misspelt name is taken for, with a space before it; empty where it is spelled as in the index. */
export function misspellingNote(meant: Meant | null, taken: readonly Entity[]): string {
  const match = meant?.named?.matches.find(({ entity }) => taken.some(({ id }) => id === entity.id));
  if (!meant || match?.how !== "MISSPELT") return "";
  return ` “${meant.name}” is taken for ${match.entity.name}: nobody in the index is called as it is written.`;
}
