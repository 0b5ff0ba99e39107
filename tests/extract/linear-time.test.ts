import { describe, expect, it } from "vitest";
import { extractArticle } from "../../src/extract/extract-article.ts";
import type { ReadableArticle } from "../../src/model/article.ts";
import { articleOf } from "./extract-text.ts";

/**
 * Work is counted, not timed: how many characters the readers take out of the text. A reader that goes back over the
 * text for each mark or name would take out four times as much from a text twice as long.
 */
function charactersRead(article: ReadableArticle): number {
  let read = 0;
  const boxed = Object(article.text) as object;
  const text: unknown = new Proxy(boxed, {
    get(target, property) {
      if (typeof property === "string" && /^\d+$/.test(property)) read++;
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        const result: unknown = Reflect.apply(value, article.text, args);
        if (typeof result === "string") read += result.length;
        return result;
      };
    },
  });
  extractArticle({ ...article, text: text as string });
  return read;
}

const times = (piece: string, count: number) => articleOf(piece.repeat(count));

describe("the work on a paragraph twice as long is twice the work", () => {
  it.each([
    ["quotation marks alone", '"'],
    ["curly marks that never close", "“ "],
    ["short quotes", "“Go,” said Reed. "],
    ["single marks and apostrophes", "'the voters' will' "],
    ["brackets", "()"],
    ["commas", ", "],
    ["names", "Anna Lindqvist met Robert Reed. "],
    ["capitals without end", "Anna "],
    ["cues", "said that "],
    ["pronouns", "He saw her. "],
    ["verbs that lean on one another", "refused to say that she never said "],
    ["quotes that are taken back", "“Go home now,” said Reed. He never said it. "],
    ["dashes and attributions", "— Go, said Reed, "],
    ["one word without end", "a"],
  ])("%s", (_name, piece) => {
    const once = charactersRead(times(piece, 500));
    const twice = charactersRead(times(piece, 1000));
    // A tenth more for what the edges of the text cost.
    expect(twice).toBeLessThanOrEqual(once * 2.2);
  });
});

describe("a paragraph of great length", () => {
  it("of quotation marks alone, more than a call takes arguments, is read to its end", () => {
    expect(extractArticle(times('"', 250_000)).quotes).toEqual([]);
  });

  it("of one sentence is read to its end", () => {
    const { quotes } = extractArticle(times("Anna said that Reed, who knew, told them “no” and ", 6_000));
    expect(quotes.length).toBeGreaterThan(0);
  });

  it("of statements without end, by a tagger, is read to its end", () => {
    const words = 50_000;
    const nthWord = (n: number) => ({ start: 3 * n, end: 3 * n + 2 });
    const statements = Array.from({ length: words / 2 }, (_, i) => ({
      contents: [nthWord(2 * i)],
      ...{ cue: nthWord(2 * i + 1), source: null, probability: 0.9 },
    }));
    const { quotes } = extractArticle(times("go ", words), { statements, names: [] });
    expect(quotes).toHaveLength(statements.length);
  });
});
