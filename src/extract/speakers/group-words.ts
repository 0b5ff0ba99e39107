import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";

/** Of one surname, or of one description, no more are looked at. */
const MAX_OF_ONE_WORD = 8;

/** Whom each word may mean, in text order. */
export function groupWords(
  names: readonly NamedMention[],
  wordsOf: (name: NamedMention) => readonly string[],
): ReadonlyMap<string, ReadonlySet<EntityCluster>> {
  const groups = new Map<string, Set<EntityCluster>>();
  for (const name of names) {
    for (const word of wordsOf(name)) {
      const group = groups.get(word) ?? new Set();
      if (group.size < MAX_OF_ONE_WORD) groups.set(word, group.add(name.cluster));
    }
  }
  return groups;
}
