import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkArticle } from "../../src/indexing/chunk-article.ts";
import { type Article, articleId } from "../../src/model/article.ts";
import { PLAINLY_SAID, type Quote, quoteId } from "../../src/model/quote.ts";
import { contains, type Span, spanText } from "../../src/model/span.ts";

/** A counter that is plain to follow: a word piece a word, and the two special ones. */
const counterOf = (maxTokens: number) => ({
  maxTokens,
  countTokens: async (texts: readonly string[]) => texts.map((text) => (text.match(/\S+/g)?.length ?? 0) + 2),
});

function articleOf(...paragraphs: readonly string[]): Article {
  const text = paragraphs.join("\n\n");
  const id = articleId("test");
  const details = {
    title: null,
    publisher: null,
    url: null,
    publishedAt: null,
    titleSpan: null,
    author: null,
    recording: null,
  };
  return { id, sourceKey: "test", revision: "1", text, paragraphs: paragraphs.map((p) => spanOf(text, p)), ...details };
}

const spanOf = (text: string, words: string): Span => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

/** The paragraph of the first words: in these articles it is a sentence. */
const sentenceOf = ({ paragraphs }: Article, [first]: readonly Span[]): Span =>
  paragraphs.find((paragraph) => first && contains(paragraph, first)) ?? { start: 0, end: 0 };

function quoteOf(article: Article, ...words: readonly string[]): Quote {
  const spans = words.map((part) => spanOf(article.text, part));
  const sentence = sentenceOf(article, spans);
  const rest = { cue: null, speakerMention: null, speakerId: null, confidence: 1, kind: "DIRECT" as const };
  return {
    id: quoteId(article.id, words.join(" "), 0),
    articleId: article.id,
    spans,
    sentence,
    ...PLAINLY_SAID,
    ...rest,
  };
}

describe("chunks of an article", () => {
  it("gives words in marks in their sentence, with whoever says them", async () => {
    const article = articleOf("“We will keep the harbour open all winter,” she said.", "It rained.");
    const quote = quoteOf(article, "We will keep the harbour open all winter");
    const chunks = await chunkArticle(article, [quote], counterOf(64));
    expect(chunks.map(({ kind, text, quoteIds }) => [kind, text, quoteIds])).toEqual([
      ["QUOTE", "“We will keep the harbour open all winter,” she said.", [quote.id]],
      ["PARAGRAPH", "It rained.", []],
    ]);
  });

  it("makes one chunk of what is said in the same sentence, and another of the sentences beside it", async () => {
    const [before, said, behind] = [
      "The council met for five hours on Tuesday.",
      "Brun called the fee “unfair”, and Moen called it overdue.",
      "The vote is in May, after the holidays.",
    ] as const;
    const article = articleOf([before, said, behind].join(" "));
    const sentence = spanOf(article.text, said);
    const quotes = ["unfair", "it overdue"].map((words) => ({ ...quoteOf(article, words), sentence }));
    const chunks = await chunkArticle(article, quotes, counterOf(64));
    expect(chunks.map(({ text, quoteIds }) => [text, quoteIds.length])).toEqual([
      [before, 0],
      [said, 2],
      [behind, 0],
    ]);
  });

  it("leaves a few words beside a statement with it", async () => {
    const article = articleOf("It rained. “I will miss it all the same,” said the keeper, Odd Brun.");
    const sentence = spanOf(article.text, "“I will miss it all the same,” said the keeper, Odd Brun.");
    const chunks = await chunkArticle(
      article,
      [{ ...quoteOf(article, "I will miss it all the same,"), sentence }],
      counterOf(64),
    );
    expect(chunks.map(({ text }) => text)).toEqual([article.text]);
  });

  it("gives a turn of a transcript its words alone, and label and stage direction to nobody", async () => {
    const article = articleOf("BO LIND: We are ready to begin. (Laughter.)", "The hearing went on until five.");
    const turn = {
      ...quoteOf(article, "We are ready to begin."),
      kind: "TRANSCRIPT" as const,
      speakerMention: spanOf(article.text, "BO LIND"),
    };
    const chunks = await chunkArticle(article, [turn], counterOf(64));
    expect(chunks.map(({ text }) => text)).toEqual(["We are ready to begin.", "The hearing went on until five."]);
  });

  it("folds a line that only opens a speech into the speech, and keeps one that tells more", async () => {
    const article = articleOf(
      "Greeting the crew, Mayor Ilse M. Tarn said:",
      "– Welcome home.",
      "It rained. The mayor said:",
      "– Go on.",
    );
    const mayor = spanOf(article.text, "Mayor Ilse M. Tarn");
    const said = { start: article.text.lastIndexOf("said"), end: article.text.lastIndexOf("said") + 4 };
    const quotes = [
      { ...quoteOf(article, "Welcome home."), speakerMention: mayor },
      { ...quoteOf(article, "Go on."), cue: said },
    ];
    const chunks = await chunkArticle(article, quotes, counterOf(64));
    expect(chunks.map(({ text }) => text)).toEqual(["– Welcome home.", "It rained. The mayor said:", "– Go on."]);
  });

  it("makes one chunk of a quote split by its cue, and one a paragraph of a long quote", async () => {
    const article = articleOf("“I will,” she said, “go home.”", "“And I will stay there.”");
    const chunks = await chunkArticle(
      article,
      [quoteOf(article, "I will,", "go home.", "And I will stay there.")],
      counterOf(64),
    );
    expect(chunks.map(({ text, paragraph }) => [text, paragraph])).toEqual([
      ["“I will,” she said, “go home.”", 0],
      ["“And I will stay there.”", 1],
    ]);
  });

  it("cuts at sentence ends what is longer than the window, and a longer sentence at a word", async () => {
    const article = articleOf("One two three. Four five. Six seven eight nine ten eleven.");
    const chunks = await chunkArticle(article, [], counterOf(7));
    expect(chunks.map(({ text }) => text)).toEqual([
      "One two three. Four five.",
      "Six seven eight nine ten",
      "eleven.",
    ]);
  });

  it("gives the same words in another place another id", async () => {
    const article = articleOf("No comment.", "No comment.");
    const ids = (
      await chunkArticle(
        {
          ...article,
          paragraphs: [
            { start: 0, end: 11 },
            { start: 13, end: 24 },
          ],
        },
        [],
        counterOf(64),
      )
    ).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it("covers every word of any text, within the window and true to the letter", async () => {
    const word = fc.stringMatching(/^[A-Za-zé.!?,“”]{1,9}$/);
    const paragraph = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(" "));
    await fc.assert(
      fc.asyncProperty(
        fc.array(paragraph, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 3, max: 20 }),
        async (paragraphs, window) => {
          const text = paragraphs.join("\n\n");
          const starts = paragraphs.map((_, i) => paragraphs.slice(0, i).join("\n\n").length + (i > 0 ? 2 : 0));
          const spans = paragraphs.map((p, i) => ({ start: starts[i] ?? 0, end: (starts[i] ?? 0) + p.length }));
          const chunks = await chunkArticle({ ...articleOf("x"), text, paragraphs: spans }, [], counterOf(window));
          const words = chunks.flatMap((chunk) => chunk.text.split(/\s+/));
          expect(words).toEqual(text.split(/\s+/));
          for (const chunk of chunks) {
            expect(chunk.text.split(/\s+/).length + 2).toBeLessThanOrEqual(window);
            expect(chunk.text).toBe(chunk.spans.map((span) => spanText(text, span)).join(" "));
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
