import type { Article } from "../model/article.ts";
import { type ArticleTags, NO_TAGS } from "../model/article-tags.ts";
import type { ArticleEntity } from "../model/entity.ts";
import { PLAINLY_SAID, type Quote, quoteId, quoteText } from "../model/quote.ts";
import type { EntityCluster } from "./entities/entity-cluster.ts";
import { readNames } from "./entities/read-names.ts";
import { withTidyTitles } from "./entities/tidy-titles.ts";
import { toArticleEntity } from "./entities/to-article-entity.ts";
import type { DraftQuote } from "./quotes/draft-quote.ts";
import { readQuotes } from "./quotes/read-quotes.ts";
import { confidenceOf } from "./speakers/confidence.ts";
import { withDistantSources } from "./speakers/distant-sources.ts";
import { type FoundSpeaker, findSpeakers } from "./speakers/find-speakers.ts";
import { resolvePronouns } from "./speakers/resolve-pronouns.ts";
import { readDocument } from "./text/document.ts";

/** What an article says, by whom, and of whom. */
export interface Extraction {
  /** In text order. */
  readonly quotes: readonly Quote[];
  readonly entities: readonly ArticleEntity[];
}

/**
 * Reads an article. Pure, and linear in the length of the text whatever it holds.
 * @param tags What a trained tagger found in the article's text; nothing: the rules carry it alone.
 */
export function extractArticle(article: Article, tags: ArticleTags = NO_TAGS): Extraction {
  const document = readDocument(article);
  const read = readQuotes(document, tags.statements);
  const names = readNames(document, read, tags.names);
  const pronouns = resolvePronouns(document, names, read);
  const drafts = withDistantSources(document, read, names, pronouns);
  const speakers = findSpeakers(article.text, drafts, names, pronouns);
  for (const { person, start, end } of pronouns) person.addMention({ start, end }, "PRONOUN");
  const entities = toEntities(article.id, new Set(names.map(({ cluster }) => cluster)));
  const quotes = toQuotes(article, drafts, speakers, entities);
  return { quotes, entities: withTidyTitles([...entities.values()]) };
}

/** Two clusters that come to one name are told apart by it no more: the first, which has more to it, stays. */
function toEntities(articleId: string, clusters: ReadonlySet<EntityCluster>): Map<EntityCluster, ArticleEntity> {
  const entities = new Map<EntityCluster, ArticleEntity>();
  const ids = new Set<string>();
  for (const cluster of clusters) {
    const entity = toArticleEntity(articleId, cluster);
    if (entity === null || ids.has(entity.id)) continue;
    ids.add(entity.id);
    entities.set(cluster, entity);
  }
  return entities;
}

function toQuotes(
  article: Article,
  drafts: readonly DraftQuote[],
  speakers: readonly FoundSpeaker[],
  entities: ReadonlyMap<EntityCluster, ArticleEntity>,
): readonly Quote[] {
  const occurrences = new Map<string, number>();
  return drafts.map((draft, i) => {
    const { speaker = null, form = "NONE" } = speakers[i] ?? {};
    const words = quoteText(article, draft.spans);
    const occurrence = occurrences.get(words) ?? 0;
    occurrences.set(words, occurrence + 1);
    return {
      id: quoteId(article.id, words, occurrence),
      articleId: article.id,
      kind: draft.kind,
      spans: draft.spans,
      cue: draft.cue,
      speakerMention: draft.source,
      speakerId: (speaker && entities.get(speaker)?.id) ?? null,
      ...PLAINLY_SAID,
      sentence: { start: draft.spans[0]?.start ?? 0, end: draft.spans[0]?.end ?? 0 },
      confidence: confidenceOf(draft.basis, form),
    };
  });
}
