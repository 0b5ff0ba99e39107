import { type Article, articleId, articleRevision } from "../../src/model/article.ts";
import { articleEntityId } from "../../src/model/entity.ts";
import { PLAINLY_SAID, type Quote, quoteId } from "../../src/model/quote.ts";
import type { Span } from "../../src/model/span.ts";
import type { LinkableEntity } from "../../src/store/quote-store.ts";
import { speakerEntity } from "../speaker-entity.ts";
import type { Turn } from "./beir-files.ts";

/** What extraction would give of a meeting, had it found every turn. */
export interface MeetingArticle {
  readonly article: Article;
  /** One for each turn that has words, in their order. */
  readonly quotes: readonly Quote[];
  readonly entities: readonly LinkableEntity[];
  /** The turn of each quote, by the quote's id. */
  readonly turnOfQuote: ReadonlyMap<string, string>;
}

/** A meeting as an article: each turn is a paragraph, and a quote of its speaker. */
export function meetingArticle(meeting: string, all: readonly Turn[]): MeetingArticle {
  const turns = all.filter(({ text }) => text !== "");
  const article = layOut(meeting, turns);
  const quotes = turns.map((turn, i) => toQuote(article, turn, article.paragraphs[i] as Span, i));
  return {
    article,
    quotes,
    entities: speakersOf(article, turns),
    turnOfQuote: new Map(quotes.map(({ id }, i) => [id, turns[i]?.id ?? ""])),
  };
}

function layOut(meeting: string, turns: readonly Turn[]): Article {
  const details = { sourceKey: meeting, title: null, publisher: null, url: null, publishedAt: null };
  const text = turns.map((turn) => turn.text).join("\n\n");
  let start = 0;
  const paragraphs = turns.map((turn): Span => {
    const span = { start, end: start + turn.text.length };
    start = span.end + 2;
    return span;
  });
  const revision = articleRevision(text, details);
  return {
    id: articleId(meeting),
    revision,
    ...details,
    text,
    titleSpan: null,
    paragraphs,
    author: null,
    recording: null,
  };
}

/** The turn's number stands for its occurrence, so that a sentence said twice is two quotes. */
const toQuote = (article: Article, turn: Turn, span: Span, number: number): Quote => ({
  id: quoteId(article.id, turn.text, number),
  articleId: article.id,
  kind: "TRANSCRIPT",
  spans: [span],
  cue: null,
  speakerMention: null,
  speakerId: turn.speaker === "" ? null : articleEntityId(article.id, "PERSON", turn.speaker),
  ...PLAINLY_SAID,
  sentence: span,
  confidence: 1,
});

const speakersOf = ({ id }: Article, turns: readonly Turn[]): readonly LinkableEntity[] =>
  [...new Set(turns.map(({ speaker }) => speaker))]
    .filter((name) => name !== "")
    .map((name) => speakerEntity(id, name));
