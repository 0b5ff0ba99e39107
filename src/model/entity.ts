import type { Span } from "./span.ts";
import { stableId } from "./stable-id.ts";

export const ENTITY_KINDS = ["PERSON", "ORGANIZATION", "PLACE"] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export type MentionForm = "NAME" | "NOMINAL" | "PRONOUN";

/** A span that names an entity ("Gerasimov"), describes it ("the general") or stands for it ("he"). */
export interface Mention extends Span {
  readonly form: MentionForm;
}

/** A person, organization or place as one article knows it. */
export interface ArticleEntity {
  /** Stable: a hash of the article, the kind and the name. */
  readonly id: string;
  readonly articleId: string;
  readonly kind: EntityKind;
  /** The fullest name that the article gives. */
  readonly name: string;
  /** Other names the article uses, the canonical one left out. */
  readonly aliases: readonly string[];
  /** Titles and roles the article gives, such as "President of Azerbaijan"; people only. */
  readonly titles: readonly string[];
  /** In text order. */
  readonly mentions: readonly Mention[];
}

/** A title with the date of the article that gave it. */
export interface DatedTitle {
  readonly title: string;
  readonly asOf: string | null;
}

/** Where else a person is known. */
export interface Authority {
  /** As the file has it: `1961-08-04`, `1961`. */
  readonly born: string | null;
  /** Such as `Q42`. */
  readonly wikidata: string | null;
  /** Addresses of pages on the person, the one at Wikidata among them. */
  readonly sameAs: readonly string[];
}

/** The same entity joined across articles. */
export interface Entity {
  /** Stable: a hash of the kind and the link key. The ids of the joined article entities lead to it. */
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The current one first: the newest that several articles give; then the others, newest first. */
  readonly titles: readonly DatedTitle[];
  /** Ids of people whom the name may mean, the likeliest first, where nothing decides between them; else empty. */
  readonly mayBe: readonly string[];
  /** What the authority file tells of a person; null for who is not in it. */
  readonly authority: Authority | null;
  readonly mentionCount: number;
  readonly articleCount: number;
  readonly quoteCount: number;
}

export const articleEntityId = (articleId: string, kind: EntityKind, name: string): string =>
  stableId("entity", articleId, kind, name);

/** The id of an entity that is joined across articles. */
export const linkedEntityId = (kind: EntityKind, linkKey: string): string => stableId("entity", kind, linkKey);
