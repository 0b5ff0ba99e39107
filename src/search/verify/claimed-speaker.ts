import { firstNamesAgree, nameKey } from "../../extract/entities/name-key.ts";
import { isAddress, isRole } from "../../extract/entities/role-nouns.ts";
import type { Entity } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import type { QuoteStore } from "../../store/quote-store.ts";

/** The one who is said to have said it. */
export interface ClaimedSpeaker {
  /** As asked, or the name behind the id. */
  readonly name: string;
  /** Of the entities that bear the name. */
  readonly ids: ReadonlySet<string>;
}

/** Small words of titles: `Mayor of Port Ansel`. */
const LINKS = new Set(["of", "the", "for", "and", "to", "in"]);

export async function findClaimedSpeaker(store: QuoteStore, speaker: string | null): Promise<ClaimedSpeaker | null> {
  if (speaker === null) return null;
  const [byId] = await store.entities([speaker]);
  if (byId) return { name: byId.name, ids: new Set([byId.id]) };
  const named = await store.entitiesNamed(speaker);
  return { name: speaker, ids: new Set(named.map(({ id }) => id)) };
}

/** Whether the one who was found may be the one who is claimed: by id, by any name, or by a title. */
export function isSameSpeaker(
  claimed: ClaimedSpeaker,
  { id, name, aliases, titles }: Pick<Entity, "id" | "name" | "aliases" | "titles">,
): boolean {
  if (claimed.ids.has(id)) return true;
  const words = wordsOf(claimed.name);
  return (
    titles.some(({ title }) => isTitle(words, title)) || [name, ...aliases].some((known) => namesAgree(words, known))
  );
}

/** `the mayor` and `Mayor of Port Ansel`: all that is asked is in the title. */
function isTitle(claimed: readonly string[], title: string): boolean {
  const matter = claimed.filter((word) => !LINKS.has(word));
  const known = new Set(wordsOf(title));
  return matter.length > 0 && matter.every((word) => known.has(word));
}

/** One surname, and first names that do not contradict each other; forms of address and roles aside. */
function namesAgree(claimed: readonly string[], known: string): boolean {
  const [ours, theirs] = [claimed, wordsOf(known)].map((words) =>
    words.filter((word) => !isAddress(word) && !isRole(word)),
  );
  const [ourLast, theirLast] = [ours?.at(-1), theirs?.at(-1)];
  if (!ours || !theirs || !ourLast || !theirLast || nameKey(ourLast) !== nameKey(theirLast)) return false;
  const [ourFirst, theirFirst] = [ours[0] ?? "", theirs[0] ?? ""];
  return ours.length === 1 || theirs.length === 1 || firstNamesAgree(ourFirst, theirFirst);
}

const wordsOf = (name: string): readonly string[] =>
  foldName(name)
    .split(/[\s-]+/)
    .filter((word) => word !== "");
