import { type Article, articleId, articleRevision } from "../../src/model/article.ts";
import { type Chunk, type ChunkKind, chunkId } from "../../src/model/chunk.ts";
import { articleEntityId, type EntityKind, linkedEntityId } from "../../src/model/entity.ts";
import {
  type Assertion,
  PLAINLY_SAID,
  type Quote,
  type QuoteKind,
  quoteId,
  type Reported,
} from "../../src/model/quote.ts";
import type { TimedSpan } from "../../src/model/recording.ts";
import { type Span, spanText } from "../../src/model/span.ts";
import type { IndexedArticle, LinkableEntity, PersonLink } from "../../src/store/quote-store.ts";

/** Small enough to write by hand, large enough to differ. */
export const DIMENSIONS = 8;

interface PassageSketch {
  readonly words: string;
  /** The name of the entity that says them; without one the passage is narration. */
  readonly by?: string;
  /** The names of those who say them together with that one. */
  readonly alongside?: readonly string[];
  /** The name of the entity for which they are said. */
  readonly onBehalfOf?: string;
  readonly assertion?: Assertion;
  readonly reports?: Reported;
  /** What of the words is the statement; all of them without it. The sentence is all of the words either way. */
  readonly statement?: string;
  /** What of the words names the speaker; their first letter without it. */
  readonly mention?: string;
  /** What of the words introduces the statement. */
  readonly cue?: string;
  readonly quoteKind?: QuoteKind;
  readonly confidence?: number;
  readonly vector?: Float32Array;
}

interface EntitySketch {
  readonly name: string;
  readonly kind?: EntityKind;
  readonly linkKey?: string | null;
  readonly person?: PersonLink;
  readonly aliases?: readonly string[];
  readonly titles?: readonly string[];
  readonly mentions?: number;
  /** The passages (from 0) that mention it once more each, at their beginning. */
  readonly mentionedIn?: readonly number[];
}

export interface ArticleSketch {
  readonly key: string;
  readonly title?: string | null;
  readonly publisher?: string | null;
  readonly author?: string;
  readonly publishedAt?: string | null;
  readonly url?: string | null;
  readonly sample?: boolean;
  /** Where the recording is; the passages are heard ten seconds each. */
  readonly recordedAt?: string;
  readonly passages?: readonly PassageSketch[];
  readonly entities?: readonly EntitySketch[];
}

/** An indexed article from a sketch of it: each passage is a paragraph, and each becomes one chunk. */
export function articleFrom(sketch: ArticleSketch): IndexedArticle {
  const id = articleId(sketch.key);
  const passages = sketch.passages ?? [];
  const article = toArticle(id, sketch, passages);
  const entities = (sketch.entities ?? []).map((entity) => toEntity(article, entity));
  const quotes = passages.flatMap((passage, i) => toQuote(article, entities, passage, i));
  return {
    article,
    origin: `/articles/${sketch.key}.txt`,
    sample: sketch.sample ?? false,
    quotes,
    entities,
    chunks: passages.map((passage, i) => toChunk(article, quotes, passage, i)),
  };
}

/** A unit vector that is the same for the same seed, and close to no other. */
export function unitVector(seed: number, dimensions = DIMENSIONS): Float32Array {
  let state = seed * 2_654_435_761 + 1;
  const numbers = Array.from({ length: dimensions }, () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state / 2 ** 31 - 1;
  });
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (number) => number / length);
}

export const entityIdIn = (key: string, name: string, kind: EntityKind = "PERSON"): string =>
  articleEntityId(articleId(key), kind, name);

/** The id of the entity that all of a link key are joined into. */
export const joinedId = (linkKey: string, kind: EntityKind = "PERSON"): string => linkedEntityId(kind, linkKey);

function toArticle(id: string, sketch: ArticleSketch, passages: readonly PassageSketch[]): Article {
  const text = passages.map(({ words }) => words).join("\n\n");
  const details = {
    sourceKey: sketch.key,
    title: sketch.title ?? null,
    publisher: sketch.publisher ?? null,
    author: sketch.author ?? null,
    url: sketch.url ?? null,
    publishedAt: sketch.publishedAt ?? null,
  };
  const starts = passages.map((_, i) => passages.slice(0, i).reduce((sum, { words }) => sum + words.length + 2, 0));
  const paragraphs = passages.map(({ words }, i) => ({ start: starts[i] ?? 0, end: (starts[i] ?? 0) + words.length }));
  const recording = sketch.recordedAt === undefined ? null : { url: sketch.recordedAt, times: timesOf(paragraphs) };
  return { id, revision: articleRevision(text, details), ...details, text, titleSpan: null, paragraphs, recording };
}

const timesOf = (paragraphs: readonly Span[]): readonly TimedSpan[] =>
  paragraphs.map((span, i) => ({ ...span, startSeconds: i * 10, endSeconds: i * 10 + 10 }));

function toEntity({ id, paragraphs }: Article, sketch: EntitySketch): LinkableEntity {
  const kind = sketch.kind ?? "PERSON";
  const starts = (sketch.mentionedIn ?? []).map((passage) => paragraphs[passage]?.start ?? 0);
  return {
    id: articleEntityId(id, kind, sketch.name),
    articleId: id,
    kind,
    name: sketch.name,
    aliases: sketch.aliases ?? [],
    titles: sketch.titles ?? [],
    mentions: [...Array.from({ length: sketch.mentions ?? 1 }, (_, i) => i), ...starts].map((start) => ({
      start,
      end: start + 1,
      form: "NAME",
    })),
    linkKey: sketch.linkKey === undefined ? sketch.name.toLowerCase() : sketch.linkKey,
    person: sketch.person ?? null,
  };
}

function toQuote(
  article: Article,
  entities: readonly LinkableEntity[],
  passage: PassageSketch,
  paragraph: number,
): readonly Quote[] {
  if (passage.by === undefined && passage.quoteKind === undefined) return [];
  const sentence = article.paragraphs[paragraph] ?? { start: 0, end: 0 };
  const idOf = (name: string | undefined): string | null => entities.find((one) => one.name === name)?.id ?? null;
  const firstLetter = passage.by === undefined ? null : { start: sentence.start, end: sentence.start + 1 };
  return [
    {
      ...PLAINLY_SAID,
      id: quoteId(article.id, passage.words, paragraph),
      articleId: article.id,
      kind: passage.quoteKind ?? "DIRECT",
      spans: [statementIn(sentence, passage)],
      cue: partOf(sentence, passage, passage.cue),
      speakerMention: partOf(sentence, passage, passage.mention) ?? firstLetter,
      speakerId: idOf(passage.by),
      coSpeakerIds: (passage.alongside ?? []).flatMap((name) => idOf(name) ?? []),
      onBehalfOfId: idOf(passage.onBehalfOf),
      ...(passage.assertion && { assertion: passage.assertion }),
      ...(passage.reports && { reports: passage.reports }),
      sentence,
      confidence: passage.confidence ?? 0.9,
    },
  ];
}

const statementIn = (sentence: Span, passage: PassageSketch): Span =>
  partOf(sentence, passage, passage.statement) ?? sentence;

/** Where a part of a passage's words stands in the article. */
function partOf({ start }: Span, { words }: PassageSketch, part: string | undefined): Span | null {
  if (part === undefined) return null;
  const place = start + words.indexOf(part);
  return { start: place, end: place + part.length };
}

function toChunk(article: Article, quotes: readonly Quote[], passage: PassageSketch, paragraph: number) {
  const whole = article.paragraphs[paragraph] ?? { start: 0, end: 0 };
  const quote = quotes.find(({ sentence }) => sentence.start === whole.start);
  const kind: ChunkKind = quote === undefined ? "PARAGRAPH" : "QUOTE";
  const chunk: Chunk = {
    id: chunkId(article.id, kind, spanText(article.text, whole), paragraph),
    articleId: article.id,
    kind,
    quoteIds: quote === undefined ? [] : [quote.id],
    spans: [whole],
    text: spanText(article.text, whole),
    paragraph,
  };
  const vector = passage.vector ?? unitVector(paragraph + 1);
  return { chunk, vector, contextVector: vector };
}
