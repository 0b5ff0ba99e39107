import { createReadStream, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatOf } from "../../src/ingest/format-of.ts";
import { paragraphsOf, readAll } from "./read-all.ts";

const SAMPLES = join(import.meta.dirname, "../../samples");

async function readSample(file: string) {
  const format = formatOf(file);
  if (format === null) throw new Error(`${file} is in no format that is read`);
  return readAll(createReadStream(join(SAMPLES, file)), { format, name: file, sourceKey: file });
}

const FILES = readdirSync(SAMPLES).filter((file) => file !== "README.md");

describe("the samples", () => {
  it.each(FILES)("%s is read whole, with a title", async (file) => {
    const { articles, failures } = await readSample(file);
    expect(failures).toEqual([]);
    expect(articles.length).toBeGreaterThan(0);
    for (const { article } of articles) expect(article.title).not.toBeNull();
  });

  it("leave the line of furniture under the speeches out", async () => {
    const { articles } = await readSample("president-receives-chief-of-general-staff.txt");
    const paragraphs = articles.flatMap(({ article }) => paragraphsOf(article));
    expect(paragraphs).toHaveLength(7);
    expect(paragraphs.at(-1)).toMatch(/^– Allow me to add one point/);
  });

  it("give the page's article without what stands around it", async () => {
    const { articles } = await readSample("karsa-tunnel-breakthrough.html");
    const [article] = articles.map((read) => read.article);
    expect(article).toMatchObject({
      title: "Miners meet under the Karsa Pass",
      publisher: "Velmora Courier",
      url: "https://velmora-courier.example/news/karsa-tunnel-breakthrough",
      publishedAt: "2024-04-18T14:40:00.000Z",
    });
    expect(article?.text).toContain("“In February we are an island,” Brandvold said.");
    expect(article?.text).not.toMatch(/cookies|Politics|We made it|Most read|I would do it again|lean on|Share this/);
  });

  it("tell publisher, date and url of each agency item", async () => {
    const { articles } = await readSample("agency-items.jsonl");
    expect(articles).toHaveLength(3);
    for (const { article, givenId } of articles) {
      expect(article.publisher).toBe("Kestrian News Agency");
      expect(article.url).toMatch(/^https:\/\/kna\.example\/2024\//);
      expect(article.publishedAt).toMatch(/^2024-0[35]-/);
      expect(givenId).toMatch(/^kna-/);
    }
  });
});
