import type { Article } from "../model/article.ts";
import { overlaps, type Span, spanText } from "../model/span.ts";
import { type IndexRange, nearestWithin } from "./nearest-within.ts";
import { capped } from "./quoted-material.ts";

/** Of one paragraph, in UTF-16 code units: about 1,000 tokens. */
const MAX_PARAGRAPH_LENGTH = 4_000;

interface ReadParagraph {
  /** Its place in the article, from 1. */
  readonly number: number;
  readonly text: string;
  /** Present where the paragraph goes on. */
  readonly cut?: true;
  /** Whether what was asked for stands in it. */
  readonly holdsPassage: boolean;
}

export interface Reading {
  readonly paragraphs: readonly ReadParagraph[];
  /** How many the article has. */
  readonly paragraphCount: number;
  /** False where not all that was wanted fits. */
  readonly isWhole: boolean;
}

/** How much to read around a passage. */
export interface Extent {
  /** Paragraphs to either side; all for infinity. */
  readonly neighbours: number;
  /** Of all paragraphs together, in UTF-16 code units. */
  readonly maxLength: number;
}

/** The paragraphs that hold the passage and those around it, the nearest first where not all fit; without spans from the beginning. */
export function readParagraphs(article: Article, spans: readonly Span[], { neighbours, maxLength }: Extent): Reading {
  const all = article.paragraphs.map((span) => capped(spanText(article.text, span), MAX_PARAGRAPH_LENGTH));
  const centre = paragraphsHolding(article, spans);
  const wanted = {
    first: Math.max(0, centre.first - neighbours),
    last: Math.min(all.length - 1, centre.last + neighbours),
  };
  const lengths = all.map(({ text }) => text.length);
  const shown = nearestWithin(lengths, centre, wanted, maxLength);
  const paragraphs = all.slice(shown.first, shown.last + 1).map(({ text, isCut }, i) => ({
    number: shown.first + i + 1,
    text,
    ...(isCut && { cut: true as const }),
    holdsPassage: centre.first <= shown.first + i && shown.first + i <= centre.last,
  }));
  const isWhole = shown.first <= wanted.first && shown.last >= wanted.last;
  return { paragraphs, paragraphCount: all.length, isWhole };
}

/** For words of the title, and for no words, none, just before those that follow. */
function paragraphsHolding({ paragraphs }: Article, spans: readonly Span[]): IndexRange {
  const holds = (paragraph: Span) => spans.some((span) => overlaps(paragraph, span));
  const first = paragraphs.findIndex(holds);
  if (first >= 0) return { first, last: paragraphs.findLastIndex(holds) };
  const start = spans[0]?.start ?? 0;
  const next = paragraphs.filter((paragraph) => paragraph.end <= start).length;
  return { first: next, last: next - 1 };
}
