import { inventArticles } from "../bench/invented-articles.ts";

/** Short ones, so that putting in sixty takes some seconds. */
const PARAGRAPHS = 4;

/** So many invented articles, each as a line of JSON; the same ones for the same seed. */
export function* inventedLines(seed: number, count: number): Generator<string> {
  let invented = 0;
  for (const { title, publisher, url, publishedAt, paragraphs } of inventArticles(seed)) {
    if (invented++ === count) return;
    const text = paragraphs.slice(0, PARAGRAPHS).map((paragraph) => paragraph.text);
    yield `${JSON.stringify({ title, publisher, url: `${url}/${seed}`, publishedAt, text: text.join("\n\n") })}\n`;
  }
}
