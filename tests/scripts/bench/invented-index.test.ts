import { expect, it } from "vitest";
import { inventQuestions } from "../../../scripts/bench/invented-articles.ts";
import { type TakenApart, takeApartInvented } from "../../../scripts/bench/invented-index.ts";
import { spanText } from "../../../src/model/span.ts";

async function takeApart(chunks: number): Promise<readonly TakenApart[]> {
  const articles: TakenApart[] = [];
  for await (const article of takeApartInvented(1, chunks)) articles.push(article);
  return articles;
}

it("makes as many chunks as asked for, the same ones each time", async () => {
  const articles = await takeApart(50);
  expect(articles.flatMap(({ chunks }) => chunks).length).toBe(50);
  expect(await takeApart(50)).toEqual(articles);
});

it("marks the words inside the quotation marks, their cue and their speaker", async () => {
  for (const { article, quotes, entities } of await takeApart(100)) {
    for (const { spans, cue, speakerMention, speakerId } of quotes) {
      const [words] = spans;
      if (!words || !cue || !speakerMention) throw new Error("an invented quote lacks a part");
      expect(article.text.slice(words.start - 1, words.end + 2)).toMatch(/^"[^"]+,"$/);
      expect(spanText(article.text, cue)).toMatch(/^(said|told reporters|warned|added|explained)$/);
      expect(entities.find(({ id }) => id === speakerId)?.name).toBe(spanText(article.text, speakerMention));
    }
  }
});

it("asks no question twice", () => {
  expect(new Set(inventQuestions(1, 300)).size).toBe(300);
});
