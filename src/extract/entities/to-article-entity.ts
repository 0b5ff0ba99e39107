import { type ArticleEntity, articleEntityId } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import type { EntityCluster } from "./entity-cluster.ts";
import { isPatronymic } from "./name-key.ts";

/** An entity as the article knows it; null for a cluster without a name. */
export function toArticleEntity(
  articleId: string,
  cluster: EntityCluster,
  titles: ReadonlySet<string>,
): ArticleEntity | null {
  const name = canonicalName(cluster.names);
  if (name === undefined) return null;
  return {
    id: articleEntityId(articleId, cluster.kind, name),
    articleId,
    kind: cluster.kind,
    name,
    aliases: cluster.names.filter((other) => other !== name),
    titles: distinct(titles),
    mentions: cluster.mentions(),
  };
}

/**
 * The fullest: the most words, a first name and patronymic counting as one; of these the one given first, in small letters
 * where the article has it so as well ("PORT ANSEL" of a dateline is Port Ansel).
 */
function canonicalName(names: readonly string[]): string | undefined {
  const [fullest] = [...names].sort((a, b) => fullness(b) - fullness(a) || owners(a) - owners(b));
  const folded = foldName(fullest ?? "");
  return names.find((name) => foldName(name) === folded && name !== name.toUpperCase()) ?? fullest;
}

/** "Rehn campaign" goes before "Rehn's campaign". */
const owners = (name: string): number => Number(/['’]s? /.test(name));

function fullness(name: string): number {
  const words = name.split(" ");
  return words.length === 2 && isPatronymic(words[1] ?? "") ? 1 : words.length;
}

/** Titles that differ by more than letter case and accents, the first way of writing each. */
function distinct(titles: ReadonlySet<string>): readonly string[] {
  const byFolded = new Map<string, string>();
  for (const title of titles) if (!byFolded.has(foldName(title))) byFolded.set(foldName(title), title);
  return [...byFolded.values()];
}
