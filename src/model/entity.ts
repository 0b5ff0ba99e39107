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

/** The same entity joined across articles. */
export interface Entity {
  /** The smallest of the ids of the joined article entities; the others lead to it. */
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly titles: readonly DatedTitle[];
  readonly mentionCount: number;
  readonly articleCount: number;
  readonly quoteCount: number;
}

export const articleEntityId = (articleId: string, kind: EntityKind, name: string): string =>
  stableId("entity", articleId, kind, name);
