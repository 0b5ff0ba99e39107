import { z } from "zod";
import { attributionWords } from "../../model/attribution.ts";
import type { Statement } from "../../search/load-statements.ts";
import { articleText, MAX_ARTICLE_LENGTH } from "../article-text.ts";
import { attributionOf } from "../attribution-of.ts";
import { findPassage } from "../find-passage.ts";
import { shownWords, wordingOf } from "../quote-wording.ts";
import { MAX_PASSAGE_LENGTH } from "../quoted-material.ts";
import { readParagraphs } from "../read-paragraphs.ts";
import { showTold, wordsOf } from "../shown-statement.ts";
import { sourceName, sourceOf } from "../source.ts";
import { defineTool, type ToolAnswer, type ToolParts } from "../tool.ts";

const Input = z.strictObject({
  id: z.string().trim().min(1).describe("The id of a result of search, or of an article of list_articles."),
});

const Output = z.object({
  id: z.string(),
  title: z.string(),
  text: z
    .string()
    .describe(
      "The article, each line behind a >; of a long one the part around what the id leads to, else its beginning.",
    ),
  url: z.string(),
  metadata: z
    .record(z.string(), z.string())
    .describe(
      "publisher and date of the article; words, wording and speaker of the quote that the id leads to, and how it is told where it was not simply said.",
    ),
});

/** The other half of the pair that ChatGPT asks of a source: https://developers.openai.com/api/docs/mcp */
export const fetchTool = defineTool({
  name: "fetch",
  title: "Read an article",
  description:
    "Gives the text of an article of the index, with title, publisher, date and url to cite it by. It opens nothing on the web. For the paragraphs around one quote, get_context is shorter.",
  input: Input,
  output: Output,
  answer: fetchArticle,
});

async function fetchArticle(
  { store, pageUrl }: ToolParts,
  { id }: z.infer<typeof Input>,
): Promise<ToolAnswer<z.infer<typeof Output>>> {
  const { article, spans, statement } = await findPassage(store, id);
  const reading = readParagraphs(article, spans, {
    neighbours: Number.POSITIVE_INFINITY,
    maxLength: MAX_ARTICLE_LENGTH,
  });
  const { publisher, date, ...source } = sourceOf(article, pageUrl);
  const structured = {
    id,
    title: sourceName(source),
    text: articleText(reading),
    url: source.url,
    metadata: {
      ...(publisher !== undefined && { publisher }),
      ...(date !== undefined && { date }),
      ...(statement !== null && quoteMetadata(statement)),
    },
  };
  return { structured, text: JSON.stringify(structured) };
}

function quoteMetadata(statement: Statement): Record<string, string> {
  const { quote } = statement;
  const { text, isCut } = wordsOf(statement, quote.spans, MAX_PASSAGE_LENGTH);
  const [wording, told] = [wordingOf(quote), showTold(statement)];
  const words = shownWords(text, wording, isCut);
  const speaker = attributionWords(attributionOf(statement)) ?? "unknown";
  const { told: how, corrected } = told;
  return {
    words,
    wording,
    ...(how !== undefined && { told: how }),
    speaker,
    ...(corrected !== undefined && { corrected }),
  };
}
