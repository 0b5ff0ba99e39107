import { type McpServer, type Resource, ResourceNotFoundError, ResourceTemplate } from "@modelcontextprotocol/server";
import { VerbatimError } from "../errors.ts";
import type { Article } from "../model/article.ts";
import { toGlobalId } from "../model/global-id.ts";
import { ServiceError } from "../model/service-fault.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { articleText, MAX_ARTICLE_LENGTH } from "./article-text.ts";
import { explainFailure } from "./explain-failure.ts";
import { findPassage, type Passage } from "./find-passage.ts";
import { quotedLines } from "./quoted-material.ts";
import { readParagraphs } from "./read-paragraphs.ts";
import { sourceLine, sourceName, sourceOf } from "./source.ts";
import type { ToolParts } from "./tool.ts";

/** What a client lists for a person to choose from: the newest articles. */
const MAX_LISTED = 100;
const MAX_COMPLETIONS = 20;

const TEXT = "text/plain";
const uriOf = (id: string): string => `verbatim://article/${id}`;

/** Every article at `verbatim://article/{id}`, for people who put one into a conversation themselves. */
export function registerArticleResource(server: McpServer, { store, pageUrl, logger }: ToolParts): void {
  /** A resource's error goes out as it is: of the machine that Verbatim runs on it tells nothing, and the log all. */
  const forReaders: ForReaders = (work) =>
    work.catch((error: unknown) => {
      throw error instanceof ServiceError ? new Error(explainFailure(error, logger), { cause: error }) : error;
    });
  const template = new ResourceTemplate(uriOf("{id}"), {
    list: async () => ({ resources: await forReaders(listResources(store, pageUrl)) }),
    complete: { id: (begun) => forReaders(completeId(store, begun)) },
  });
  const told = {
    title: "Article",
    description: "A news article or transcript of the index, by the id that search and list_articles give.",
    mimeType: TEXT,
  };
  server.registerResource("article", template, told, async (uri, { id }) => {
    const passage = await forReaders(findPassage(store, String(id))).catch((error: unknown) => {
      throw error instanceof VerbatimError ? new ResourceNotFoundError(uri.href, error.message) : error;
    });
    const text = textOf(passage, pageUrl);
    return { contents: [{ uri: uri.href, mimeType: TEXT, text }] };
  });
}

type ForReaders = <T>(work: Promise<T>) => Promise<T>;

async function listResources(store: QuoteStore, pageUrl: string): Promise<Resource[]> {
  const { items } = await store.listArticles({}, { first: MAX_LISTED, after: null });
  return items.map(({ value }) => toResource(value, pageUrl));
}

function toResource(article: Article, pageUrl: string): Resource {
  const source = sourceOf(article, pageUrl);
  const id = toGlobalId("Article", article.id);
  return {
    uri: uriOf(id),
    name: id,
    title: source.title ?? source.url,
    description: sourceName(source),
    mimeType: TEXT,
  };
}

/** Nobody knows an id by heart: what is typed is taken for the beginning of one, or for words of a title. */
async function completeId(store: QuoteStore, begun: string): Promise<string[]> {
  const newest = await store.listArticles({}, { first: MAX_LISTED, after: null });
  const begins = newest.items.map(({ value }) => toGlobalId("Article", value.id)).filter((id) => id.startsWith(begun));
  const titled = await store.listArticles({ title: begun }, { first: MAX_COMPLETIONS, after: null });
  const ids = [...begins, ...titled.items.map(({ value }) => toGlobalId("Article", value.id))];
  return [...new Set(ids)].slice(0, MAX_COMPLETIONS);
}

function textOf({ article, spans }: Passage, pageUrl: string): string {
  const reading = readParagraphs(article, spans, {
    neighbours: Number.POSITIVE_INFINITY,
    maxLength: MAX_ARTICLE_LENGTH,
  });
  return `${quotedLines(sourceLine(sourceOf(article, pageUrl)))}\n\n${articleText(reading)}`;
}
