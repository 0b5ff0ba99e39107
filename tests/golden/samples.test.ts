import { createReadStream, readdirSync } from "node:fs";
import { join, parse } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTagger } from "../../src/app/open-models.ts";
import { readConfig } from "../../src/config.ts";
import type { Extraction } from "../../src/extract/extract-article.ts";
import { extractTagged } from "../../src/indexing/extract-tagged.ts";
import type { Tagger } from "../../src/inference/tagger.ts";
import { formatOf } from "../../src/ingest/format-of.ts";
import { readArticles } from "../../src/ingest/read-articles.ts";
import type { ReadableArticle } from "../../src/model/article.ts";
import type { EntityKind } from "../../src/model/entity.ts";
import { isSureOfSpeaker, type Quote } from "../../src/model/quote.ts";
import { articleOf, cut, entityRow, speakerName, wordsOf } from "../extract/extract-text.ts";

const SAMPLES = join(import.meta.dirname, "../../samples");
const NO_DETAILS = { title: null, publisher: null, url: null, publishedAt: null };

async function articlesOf(file: string): Promise<readonly ReadableArticle[]> {
  const format = formatOf(file);
  if (format === null) throw new Error(`${file} is in no format that is read`);
  const bytes = createReadStream(join(SAMPLES, file));
  const source = { format, name: file, sourceKey: file, details: NO_DETAILS, bytes };
  const articles: ReadableArticle[] = [];
  for await (const result of readArticles(source, { maxArticleBytes: 1_000_000 })) {
    if ("error" in result) throw result.error;
    articles.push(result.article);
  }
  return articles;
}

/** Quotes as `kind | speaker | words | cue | mention of the speaker | what is out of the ordinary`, then who and what is named. */
async function portrait(article: ReadableArticle): Promise<string> {
  const extraction = await extractTagged(article, tagger);
  const quotes = extraction.quotes.map((quote) =>
    [
      quote.kind,
      speakerName(quote, extraction),
      wordsOf(article, quote),
      cut(article, quote.cue),
      cut(article, quote.speakerMention),
      ...outOfTheOrdinary(quote, extraction),
    ].join(" | "),
  );
  const named = (heading: string, kind: EntityKind) => [
    `${heading}:`,
    ...extraction.entities.filter((entity) => entity.kind === kind).map((entity) => `  ${entityRow(entity)}`),
  ];
  return [
    `# ${article.title}`,
    ...quotes,
    ...named("people", "PERSON"),
    ...named("organizations", "ORGANIZATION"),
    ...named("places", "PLACE"),
  ].join("\n");
}

/** Who said it too, for whom, whether it is not asserted or no words, and whether the speaker is a guess. */
function outOfTheOrdinary(quote: Quote, { entities }: Extraction): readonly string[] {
  const nameOf = (id: string) => entities.find((entity) => entity.id === id)?.name ?? "";
  return [
    ...quote.coSpeakerIds.map((id) => `with ${nameOf(id)}`),
    ...(quote.onBehalfOfId ? [`for ${nameOf(quote.onBehalfOfId)}`] : []),
    ...(quote.assertion === "ASSERTED" ? [] : [quote.assertion]),
    ...(quote.reports === "WORDS" ? [] : [quote.reports]),
    ...(quote.speakerId === null || isSureOfSpeaker(quote) ? [] : ["perhaps"]),
  ];
}

let tagger: Tagger | null = null;
beforeAll(async () => {
  tagger = await openTagger(readConfig({}));
});
afterAll(() => tagger?.close());

/** With the settings that are the default. After a change of the rules read the difference line by line, then write it anew: `npx vitest run tests/golden -u`. */
describe("what the samples say", () => {
  it.each(readdirSync(SAMPLES).filter((file) => file !== "README.md"))("%s", async (file) => {
    const articles = await articlesOf(file);
    const portraits = await Promise.all(articles.map(portrait));
    await expect(`${portraits.join("\n\n")}\n`).toMatchFileSnapshot(`samples/${parse(file).name}.txt`);
  });
});

/** `KIND | speaker | words`, with the settings that are the default. */
async function toldIn(text: string): Promise<readonly string[]> {
  const article = articleOf(text);
  const extraction = await extractTagged(article, tagger);
  return extraction.quotes.map((quote) =>
    [quote.kind, speakerName(quote, extraction), wordsOf(article, quote)].join(" | "),
  );
}

describe("a statement without marks, or partly in marks, is found", () => {
  it.each([
    ["Ilse Tarn said that the bridge would open in May.", "INDIRECT | Ilse Tarn | that the bridge would open in May"],
    ["Ilse Tarn said the bridge was open.", "INDIRECT | Ilse Tarn | the bridge was open"],
    ["Ilse Tarn has vowed to open the bridge.", "INDIRECT | Ilse Tarn | to open the bridge"],
    ["According to Ilse Tarn, the bridge will open in May.", "INDIRECT | Ilse Tarn | the bridge will open in May"],
    ["The bridge will open in May, according to Ilse Tarn.", "INDIRECT | Ilse Tarn | The bridge will open in May"],
    [
      "Ilse Tarn told the newspaper that the bridge would open in May.",
      "INDIRECT | Ilse Tarn | that the bridge would open in May",
    ],
    [
      "Ilse Tarn called the bridge “a disaster in slow motion”.",
      "MIXED | Ilse Tarn | the bridge “a disaster in slow motion”",
    ],
    ["The mill, Ilse Tarn warned, would be sold.", "INDIRECT | Ilse Tarn | The mill … would be sold"],
  ])("%s", async (text, row) => {
    expect(await toldIn(text)).toEqual([row]);
  });

  it("with a second verb that leans on the first one's subject", async () => {
    const text = "Professor Mary Rehn pointed out that rents had fallen, adding that wages had not.";
    expect(await toldIn(text)).toEqual([
      "INDIRECT | Mary Rehn | that rents had fallen",
      "INDIRECT | Mary Rehn | that wages had not",
    ]);
  });
});
