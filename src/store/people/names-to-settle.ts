/** Names for which it is to be settled anew, at the end of a change, whom they mean: by the key of each the articles that it came or left with. */
export interface NamesToSettle {
  /** First names and surnames of people who are named in full. */
  readonly full: Map<string, Set<string>>;
  /** Names without a first name. */
  readonly short: Map<string, Set<string>>;
}

export const noNamesToSettle = (): NamesToSettle => ({ full: new Map(), short: new Map() });

/** Notes that a person in full came or left with an article. */
export function noteFullName(
  { full }: NamesToSettle,
  articleId: string,
  names: readonly (string | null | undefined)[],
): void {
  for (const name of names) if (name) note(full, name, articleId);
}

export const noteShortName = ({ short }: NamesToSettle, articleId: string, name: string): void =>
  note(short, name, articleId);

function note(articles: Map<string, Set<string>>, name: string, articleId: string): void {
  const noted = articles.get(name);
  if (noted) noted.add(articleId);
  else articles.set(name, new Set([articleId]));
}
