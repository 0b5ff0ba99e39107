import { VerbatimError } from "../errors.ts";
import type { Extraction } from "../extract/extract-article.ts";
import { nounKind } from "../extract/lexicon/noun-kind.ts";
import { findMarkedSpans } from "../extract/marks/quotation-marks.ts";
import { extractTagged } from "../indexing/extract-tagged.ts";
import type { Tagger } from "../inference/tagger.ts";
import type { ArticleFormat } from "../ingest/article-source.ts";
import { formatOf, holdsMany } from "../ingest/format-of.ts";
import { readArticles } from "../ingest/read-articles.ts";
import { type Article, articleBlocks, type ReadableArticle } from "../model/article.ts";
import type { ArticleEntity } from "../model/entity.ts";
import { type Quote, quoteText } from "../model/quote.ts";
import { type Span, spanText } from "../model/span.ts";
import type { ClaimedQuote, Draft } from "./claimed-quote.ts";
import { claimsOf } from "./claims-of-quote.ts";
import { DRAFT_ENDINGS } from "./draft-endings.ts";

/** About 80,000 words: a book's half. */
export const MAX_DRAFT_CHARACTERS = 500_000;

/** What stands for a name where a draft was pasted. */
const PASTED = "The draft";

/** A draft as it was pasted. @throws VerbatimError ARTICLE_EMPTY, ARTICLE_TOO_LONG, ARTICLE_UNREADABLE */
export async function articleOfText(text: string): Promise<ReadableArticle> {
  return readOne(PASTED, "TEXT", Buffer.from(checkedLength(text, PASTED)));
}

/**
 * A draft as a file, of any format that holds one article.
 * @param name The file's name, whose ending tells the format.
 * @throws VerbatimError BAD_INPUT for other files; ARTICLE_EMPTY, ARTICLE_TOO_LONG, ARTICLE_UNREADABLE
 */
export async function articleOfFile(name: string, bytes: Uint8Array): Promise<ReadableArticle> {
  const article = await readOne(name, formatOfDraft(name), bytes);
  checkedLength(article.text, name);
  return article;
}

/** The format that a file's ending tells, of those that hold one article. @throws VerbatimError BAD_INPUT */
export function formatOfDraft(name: string): ArticleFormat {
  const format = formatOf(name);
  if (holdsMany(format)) {
    throw new VerbatimError(
      "BAD_INPUT",
      `${name} may hold many articles, and a draft is one. Give it as a file of its own.`,
    );
  }
  if (format !== null) return format;
  throw new VerbatimError("BAD_INPUT", `${name} can't be read as a draft. These can: ${DRAFT_ENDINGS.join(", ")}.`);
}

function checkedLength(text: string, name: string): string {
  if (text.length <= MAX_DRAFT_CHARACTERS) return text;
  const [has, most] = [text.length, MAX_DRAFT_CHARACTERS].map((count) => count.toLocaleString("en"));
  const message = `${name} has ${has} characters; at most ${most} are checked at once. Check it in parts.`;
  throw new VerbatimError("ARTICLE_TOO_LONG", message);
}

/** Bytes that a draft may have, whatever its format wraps around the text. */
const MAX_DRAFT_BYTES = 100_000_000;

async function readOne(name: string, format: ArticleFormat, bytes: Uint8Array): Promise<ReadableArticle> {
  const source = { name, format, bytes: once(bytes), details: {}, sourceKey: name };
  for await (const result of readArticles(source, { maxArticleBytes: MAX_DRAFT_BYTES })) {
    if ("error" in result) throw result.error;
    return result.article;
  }
  throw new VerbatimError("ARTICLE_EMPTY", `${name} is empty: it holds no text to find quotes in.`);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Finds what a draft claims to have been said, with the tagger's help; without a tagger by rules alone. */
export async function readDraft(article: ReadableArticle, tagger: Tagger | null): Promise<Draft> {
  const extraction = await extractTagged(article, tagger);
  const marked = markedSpans(article);
  return {
    article,
    quotes: extraction.quotes
      .filter(isChecked)
      .map((quote) => toClaimed(article, quote, extraction, marked))
      .filter(({ claims }) => claims.length > 0),
    names: extraction.entities
      .filter(({ kind }) => kind !== "PLACE")
      .flatMap(({ name, aliases }) => [name, ...aliases]),
  };
}

/** An account that the draft gives to nobody by name, and what somebody wants or thinks, can't be held against anything. */
const isChecked = ({ kind, speakerId, reports }: Quote): boolean =>
  kind !== "INDIRECT" || (speakerId !== null && reports === "WORDS");

function toClaimed(article: Article, quote: Quote, { entities }: Extraction, marked: readonly Span[]): ClaimedQuote {
  const speaker = entities.find(({ id }) => id === quote.speakerId) ?? null;
  const mention = quote.speakerMention === null ? null : spanText(article.text, quote.speakerMention);
  return {
    quote,
    text: quoteText(article, quote.spans),
    speaker: speaker?.name ?? null,
    speakerKind: speaker?.kind ?? null,
    mention,
    isOf: isDocument(article, quote, speaker) ? "DOCUMENT" : "SPEECH",
    ...claimsOf(article, quote, marked),
  };
}

/** "The report says", "a sign that read": what is written speaks, and nobody who is named for it. */
function isDocument({ text }: Article, { cue, speakerMention }: Quote, speaker: ArticleEntity | null): boolean {
  if (speaker !== null) return false;
  const nouns =
    speakerMention === null
      ? []
      : (spanText(text, speakerMention)
          .toLowerCase()
          .match(/[\p{L}-]+/gu) ?? []);
  const isWritten = nouns.slice(0, MAX_SOURCE_WORDS).some((noun) => nounKind(noun) === "UTTERANCE");
  return isWritten || (cue !== null && /\breads?$/i.test(spanText(text, cue)));
}

/** "a report by the council's own engineers": what speaks stands first. */
const MAX_SOURCE_WORDS = 3;

/** What stands between quotation marks anywhere in a text. */
function markedSpans(article: Article): readonly Span[] {
  const { id, text, titleSpan } = article;
  const blocks = articleBlocks(article).map((block, index) => ({
    ...block,
    ...{ index, isTitle: block === titleSpan, tokens: [], inHeadline: [] },
  }));
  return findMarkedSpans({ articleId: id, text, blocks, turns: [] });
}
