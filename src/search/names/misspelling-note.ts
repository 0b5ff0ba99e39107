import type { Entity } from "../../model/entity.ts";
import type { Meant } from "./meant-by.ts";

/** A sentence that tells whom a misspelt name is taken for, with a space before it; empty where it is spelled as in the index. */
export function misspellingNote(meant: Meant | null, taken: Entity | null): string {
  const match = meant?.named?.matches.find(({ entity }) => entity.id === taken?.id);
  if (!meant || match?.how !== "MISSPELT") return "";
  return ` “${meant.name}” is taken for ${match.entity.name}: nobody in the index is called as it is written.`;
}
