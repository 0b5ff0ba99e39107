/** A name of a joined entity, and how many members bear it. */
export interface NameUse {
  readonly name: string;
  readonly uses: number;
  /** Members whose full name it is; none for a member that the collection tied to the entity. */
  readonly full_uses: number;
  /** Mentions of those members. */
  readonly mentions: number;
}

/** The most mentioned of the full names; of equal ones the longest, then the first in the alphabet. */
export function canonicalName(names: readonly NameUse[]): string {
  const better = (a: NameUse, b: NameUse): NameUse => {
    const difference = b.mentions - a.mentions || b.name.length - a.name.length || (a.name < b.name ? -1 : 1);
    return difference <= 0 ? a : b;
  };
  const full = names.filter((name) => name.full_uses > 0);
  return (full.length > 0 ? full : names).reduce(better).name;
}
