import { type Extraction, extractArticle } from "../extract/extract-article.ts";
import type { Tagger } from "../inference/tagger.ts";
import { articleBlocks, type ReadableArticle } from "../model/article.ts";
import { NO_TAGS } from "../model/article-tags.ts";

/** Reads an article with the tagger's help; without a tagger by rules alone. */
export async function extractTagged(article: ReadableArticle, tagger: Tagger | null): Promise<Extraction> {
  const tags = tagger === null ? NO_TAGS : await tagger.tag(article.text, articleBlocks(article));
  return extractArticle(article, tags);
}
