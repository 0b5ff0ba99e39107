/** What a change of members leaves to be settled at the end of its transaction. */
export interface MemberChange {
  /** Keys of entities that members came to or left. */
  readonly entities: Set<number>;
  /** Keys of groups that members left. */
  readonly leftGroups: Set<number>;
  /** By each key of a name that a person in full came or left with, the articles. */
  readonly fullNames: Map<string, Set<string>>;
  /** Articles that brought names without a first name, by their keys. */
  readonly shortNames: Map<string, Set<string>>;
}

export const noChange = (): MemberChange => ({
  entities: new Set(),
  leftGroups: new Set(),
  fullNames: new Map(),
  shortNames: new Map(),
});

/** Notes that a person in full came or left with an article. */
export function noteFullName(change: MemberChange, articleId: string, names: readonly (string | null)[]): void {
  for (const name of names) if (name !== null) note(change.fullNames, name, articleId);
}

export const noteShortName = (change: MemberChange, articleId: string, name: string): void =>
  note(change.shortNames, name, articleId);

function note(articles: Map<string, Set<string>>, name: string, articleId: string): void {
  const noted = articles.get(name);
  if (noted) noted.add(articleId);
  else articles.set(name, new Set([articleId]));
}
