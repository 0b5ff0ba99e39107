import type { Article } from "../../../model/article.ts";
import type { EntityKind, Mention } from "../../../model/entity.ts";
import { foldName } from "../../../model/fold-name.ts";
import { nameWords } from "../../../model/name-words.ts";
import type { KeptReading } from "../../corrections/article-reading.ts";
import type { PersonLink } from "../../quote-store.ts";

/** What one article knows of somebody, and whom the collection takes them for. */
export interface Member {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly titles: readonly string[];
  readonly mentions: readonly Mention[];
  readonly mentionCount: number;
  readonly quoteCount: number;
  readonly linkKey: string | null;
  readonly person: PersonLink | null;
  /** The id of the group of names that it belongs to: the one that somebody put it in, of its kind and link key, or its own. */
  readonly groupId: string;
  /** The id of the entity that it is joined into. */
  readonly entityId: string;
}

/** An article as it is kept. What it is looked for by is beside it. */
export interface ArticleDocument {
  readonly article: Article;
  readonly origin: string | null;
  readonly sample: boolean;
  /** What the extraction found, where people have put something right in it; null where the documents tell it. */
  readonly found: KeptReading | null;
  readonly members: readonly Member[];
  readonly quoteIds: readonly string[];
  readonly chunkIds: readonly string[];
  readonly id: string;
  readonly publisherFolded: string | null;
  readonly publishedAt: string | null;
}

export type ArticleContent = Pick<
  ArticleDocument,
  "article" | "origin" | "sample" | "found" | "members" | "quoteIds" | "chunkIds"
>;

export function articleDocument(content: ArticleContent): ArticleDocument & Readonly<Record<string, unknown>> {
  const { article, members } = content;
  return {
    ...content,
    id: article.id,
    publisherFolded: article.publisher === null ? null : foldName(article.publisher),
    publishedAt: article.publishedAt,
    // Undated ones come last: nothing is before the empty text.
    newest: article.publishedAt ?? "",
    url: article.url,
    titleWords: nameWords(article.title ?? ""),
    memberIds: members.map(({ id }) => id),
    entities: [...new Set(members.map(({ entityId }) => entityId))],
    groups: [...new Set(members.map(({ groupId }) => groupId))],
    ...nameKeys(members),
  };
}

/** Ids of the groups of whom and what an article names in full. */
export const groupsNamedInFull = (members: readonly Member[]): readonly string[] => [
  ...new Set(members.flatMap(({ linkKey, groupId }) => (linkKey === null ? [] : [groupId]))),
];

/** By what people of the article are found when a name is weighed. */
function nameKeys(members: readonly Member[]) {
  const people = members.flatMap(({ person, linkKey }) =>
    person === null ? [] : [{ ...person, isFull: linkKey !== null }],
  );
  const full = people.filter(({ isFull }) => isFull);
  return {
    surnames: [...new Set(full.map(({ last }) => last))],
    firstNames: [...new Set(full.flatMap(({ first }) => first ?? []))],
    shortNames: [...new Set(people.filter(({ isFull }) => !isFull).map(({ last }) => last))],
  };
}
