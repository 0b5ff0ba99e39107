import type { Article } from "./article.ts";
import type { EntityKind } from "./entity.ts";
import { schemaTypeOf } from "./schema-type.ts";

/** Objects of schema.org as JSON-LD (https://www.w3.org/TR/json-ld11/), fit to stand in a script of a page: no words in it end that. */
export const linkedData = (objects: readonly object[], indent?: number): string =>
  JSON.stringify({ "@context": "https://schema.org", "@graph": objects }, null, indent).replaceAll("<", "\\u003c");

/** Somebody who speaks; a person where nothing tells what they are. */
export const linkedAgent = (name: string, kind: EntityKind | null) => ({
  "@type": kind === null ? "Person" : schemaTypeOf(kind),
  name,
});

/** Where something was published, as far as that is known. */
export const linkedArticle = ({
  title,
  url,
  publishedAt,
  publisher,
}: Pick<Article, "title" | "url" | "publishedAt" | "publisher">) => ({
  "@type": "Article",
  ...(title !== null && { headline: title }),
  ...(url !== null && { url }),
  ...(publishedAt !== null && { datePublished: publishedAt }),
  ...(publisher !== null && { publisher: { "@type": "Organization", name: publisher } }),
});
