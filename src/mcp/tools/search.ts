import { z } from "zod";
import { toGlobalId } from "../../model/global-id.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Hit } from "../../model/hit.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { sourceName, sourceOf } from "../source.ts";
import { defineTool, type ToolAnswer, type ToolParts } from "../tool.ts";

/** Articles that one search gives: some 700 tokens. */
const MAX_RESULTS = 10;
/** Hits to find them among: a long transcript may hold many of the best. */
const CONSIDERED_HITS = 50;

const Input = z.strictObject({
  query: z
    .string()
    .trim()
    .min(1, "Say what to look for, such as: meetings of NATO ministers.")
    .describe(
      'What to look for, in plain words or a question. "These words" in marks must stand there word for word, -word must not.',
    ),
});

const Output = z.object({
  results: z
    .array(
      z.object({
        id: z.string().describe("Give it to fetch: it leads to the passage that was found."),
        title: z.string(),
        url: z.string(),
      }),
    )
    .describe(`At most ${MAX_RESULTS} articles, the best match first; empty when nothing is indexed.`),
});

type SearchResults = z.infer<typeof Output>;

/** One half of the pair that ChatGPT asks of a source: https://developers.openai.com/api/docs/mcp */
export const searchTool = defineTool({
  name: "search",
  title: "Search articles",
  description:
    "Finds the news articles and transcripts that answer a question, each once, with an id for fetch. For who said what, in which words, search_quotes gives the quotes themselves and can narrow by speaker and date.",
  input: Input,
  output: Output,
  answer: searchArticles,
});

async function searchArticles(
  { store, search, pageUrl }: ToolParts,
  { query }: z.infer<typeof Input>,
): Promise<ToolAnswer<SearchResults>> {
  const asked = { query, mode: "HYBRID", kinds: null, filter: {}, first: CONSIDERED_HITS, after: null } as const;
  const { hits } = await search.search(asked);
  const best = bestOfEachArticle(hits.map(({ hit }) => hit)).slice(0, MAX_RESULTS);
  const structured = { results: await showResults(store, best, pageUrl) };
  return { structured, text: JSON.stringify(structured) };
}

/** In the order of the hits. */
const bestOfEachArticle = (hits: readonly Hit[]): readonly Hit[] =>
  [...groupBy(hits, ({ chunk }) => chunk.articleId).values()].flatMap(([best]) => best ?? []);

async function showResults(
  store: QuoteStore,
  hits: readonly Hit[],
  pageUrl: string,
): Promise<SearchResults["results"]> {
  const articles = await store.articles(hits.map(({ chunk }) => chunk.articleId));
  return hits.flatMap(({ chunk }, i) => {
    const article = articles[i];
    if (!article) return [];
    const source = sourceOf(article, pageUrl, chunk.spans);
    return [{ id: toGlobalId("SearchHit", chunk.id), title: sourceName(source), url: source.media ?? source.url }];
  });
}
