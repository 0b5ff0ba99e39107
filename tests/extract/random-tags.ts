import fc from "fast-check";
import { type Article, articleBlocks } from "../../src/model/article.ts";
import type { ArticleTags, TaggedStatement } from "../../src/model/article-tags.ts";
import { ENTITY_KINDS } from "../../src/model/entity.ts";
import type { Span } from "../../src/model/span.ts";

/** How many words of a paragraph a span takes in, at most. */
const LONGEST = 12;

/**
 * A tagger that labels words by chance. It keeps to the port and to nothing else: spans are of whole words and within a
 * paragraph; statements overlap, cues stand anywhere, names in the middle of words that are none.
 */
export function randomTags(article: Article): fc.Arbitrary<ArticleTags> {
  const paragraphs = articleBlocks(article)
    .map((block) => wordsOf(article.text, block))
    .filter((words) => words.length > 0);
  if (paragraphs.length === 0) return fc.constant({ statements: [], names: [] });
  const paragraph = fc.constantFrom(...paragraphs);
  const names = paragraph.chain((words) =>
    fc.record({ span: spanOf(words), kind: fc.constantFrom(...ENTITY_KINDS), probability }),
  );
  return fc.record({
    statements: inOrder(fc.array(paragraph.chain(statementOf), { maxLength: 20 })),
    names: fc.array(names, { maxLength: 20 }).map((tags) => tags.map(({ span, ...tag }) => ({ ...span, ...tag }))),
  });
}

const probability = fc.double({ min: 0, max: 1, noNaN: true });

function statementOf(words: readonly Span[]): fc.Arbitrary<TaggedStatement> {
  const span = spanOf(words);
  return fc.record({
    contents: fc.array(span, { minLength: 1, maxLength: 4 }).map(apart),
    cue: span,
    source: fc.option(span),
    probability,
  });
}

const spanOf = (words: readonly Span[]): fc.Arbitrary<Span> =>
  fc.tuple(fc.nat({ max: words.length - 1 }), fc.nat({ max: LONGEST - 1 })).map(([first, more]) => ({
    start: words[first]?.start ?? 0,
    end: words[Math.min(first + more, words.length - 1)]?.end ?? 0,
  }));

const inOrder = (statements: fc.Arbitrary<TaggedStatement[]>): fc.Arbitrary<TaggedStatement[]> =>
  statements.map((all) => all.sort((a, b) => (a.contents[0]?.start ?? 0) - (b.contents[0]?.start ?? 0)));

/** In text order, those left out that begin within the one before. */
function apart(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}

const wordsOf = (text: string, { start, end }: Span): readonly Span[] =>
  [...text.slice(start, end).matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
