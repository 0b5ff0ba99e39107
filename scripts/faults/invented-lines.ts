import { inventArticles } from "../bench/invented-articles.ts";

/** Short ones, so that putting in sixty takes some seconds. */
const PARAGRAPHS = 4;

/** So many invented articles, as lines of JSON; the same ones for the same seed. */
export function inventedLines(seed: number, count: number): readonly string[] {
  const lines: string[] = [];
  for (const { title, publisher, url, publishedAt, paragraphs } of inventArticles(seed)) {
    if (lines.length === count) break;
    const text = paragraphs.slice(0, PARAGRAPHS).map((paragraph) => paragraph.text);
    lines.push(
      `${JSON.stringify({ title, publisher, url: `${url}/${seed}`, publishedAt, text: text.join("\n\n") })}\n`,
    );
  }
  return lines;
}
