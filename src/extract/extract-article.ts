import type { ReadableArticle } from "../model/article.ts";
import { type ArticleTags, NO_TAGS } from "../model/article-tags.ts";
import type { ArticleEntity } from "../model/entity.ts";
import { type Quote, quoteId, quoteText } from "../model/quote.ts";
import { type QuoteStatus, readStatuses } from "./assertion/quote-status.ts";
import type { EntityCluster } from "./entities/entity-cluster.ts";
import { readNames } from "./entities/read-names.ts";
import { withTidyTitles } from "./entities/tidy-titles.ts";
import { toArticleEntity } from "./entities/to-article-entity.ts";
import { wholeTitles } from "./entities/whole-titles.ts";
import type { DraftQuote } from "./quotes/draft-quote.ts";
import { readQuotes } from "./quotes/read-quotes.ts";
import { chooseSpeaker } from "./speakers/choose-speaker.ts";
import { withDistantSources } from "./speakers/distant-sources.ts";
import { withHeadlineSpeakers } from "./speakers/headline-speakers.ts";
import { withInterviewee } from "./speakers/interviewee.ts";
import { type ResolvedPronoun, resolvePronouns } from "./speakers/resolve-pronouns.ts";
import { type ResolvedSpeaker, resolveSpeakers } from "./speakers/resolve-speakers.ts";
import type { SpeakerEvidence } from "./speakers/speaker-evidence.ts";
import { withSurnamesApart } from "./speakers/surnames-apart.ts";
import { readDocument } from "./text/document.ts";

/** What an article says, by whom, and of whom. */
export interface Extraction {
  /** In text order. */
  readonly quotes: readonly Quote[];
  readonly entities: readonly ArticleEntity[];
}

/** Finds an article's quotes with the words that name their sources, its names, and whom its pronouns stand for. */
export function readArticle(article: ReadableArticle, tags: ArticleTags): SpeakerEvidence {
  const document = readDocument(article);
  const read = readQuotes(document, tags.statements);
  const names = withSurnamesApart(document, readNames(document, read, tags.names), read);
  const pronouns = resolvePronouns(document, names, read);
  const drafts = withInterviewee(document, withDistantSources(document, read, names, pronouns), names);
  return { document, names, pronouns, drafts };
}

/**
 * Reads an article. Pure, and linear in the length of the text whatever it holds.
 * @param tags What a trained tagger found in the article's text; nothing: the rules carry it alone.
 */
export function extractArticle(article: ReadableArticle, tags: ArticleTags = NO_TAGS): Extraction {
  const read = readArticle(article, tags);
  const { document, drafts, names, pronouns } = read;
  const statuses = readStatuses(document, drafts);
  const nobodys = new Set(drafts.filter((_, i) => statuses[i]?.isNobodys));
  const speakers = withHeadlineSpeakers(document, drafts, resolveSpeakers(read, chooseSpeaker, nobodys));
  for (const { person, start, end } of withSpeakers(pronouns, drafts, speakers)) {
    person.addMention({ start, end }, "PRONOUN");
  }
  const entities = toEntities(article.id, new Set(names.map(({ cluster }) => cluster)), wholeTitles(document, names));
  const quotes = toQuotes(article, drafts, speakers, statuses, entities);
  return { quotes, entities: withTidyTitles([...entities.values()]) };
}

/** A pronoun that is the source of a quote stands for its speaker. */
function withSpeakers(
  pronouns: readonly ResolvedPronoun[],
  drafts: readonly DraftQuote[],
  speakers: readonly ResolvedSpeaker[],
): readonly ResolvedPronoun[] {
  const spoken = new Map(drafts.map(({ source }, i) => [source?.start, speakers[i]?.entity ?? null]));
  return pronouns.map((pronoun) => {
    const speaker = spoken.get(pronoun.start);
    return speaker?.kind === "PERSON" ? { ...pronoun, person: speaker } : pronoun;
  });
}

const NO_TITLES: ReadonlySet<string> = new Set();

/** Two clusters that come to one name are told apart by it no more: the first, which has more to it, stays. */
function toEntities(
  articleId: string,
  clusters: ReadonlySet<EntityCluster>,
  titles: ReadonlyMap<EntityCluster, ReadonlySet<string>>,
): Map<EntityCluster, ArticleEntity> {
  const entities = new Map<EntityCluster, ArticleEntity>();
  const ids = new Set<string>();
  for (const cluster of clusters) {
    const entity = toArticleEntity(articleId, cluster, titles.get(cluster) ?? NO_TITLES);
    if (entity === null || ids.has(entity.id)) continue;
    ids.add(entity.id);
    entities.set(cluster, entity);
  }
  return entities;
}

function toQuotes(
  article: ReadableArticle,
  drafts: readonly DraftQuote[],
  speakers: readonly ResolvedSpeaker[],
  statuses: readonly QuoteStatus[],
  entities: ReadonlyMap<EntityCluster, ArticleEntity>,
): readonly Quote[] {
  const idOf = (cluster: EntityCluster | null): string | null => (cluster && entities.get(cluster)?.id) ?? null;
  const occurrences = new Map<string, number>();
  return drafts.map((draft, i) => {
    const { entity, together, onBehalfOf, probability } = speakers[i] as ResolvedSpeaker;
    const { assertion, reports, sentence } = statuses[i] as QuoteStatus;
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
      speakerId: idOf(entity),
      coSpeakerIds: together.flatMap((one) => idOf(one) ?? []),
      onBehalfOfId: idOf(onBehalfOf),
      assertion,
      reports,
      sentence,
      confidence: Math.round(100 * probability) / 100,
    };
  });
}
