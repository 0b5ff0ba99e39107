import { useEffect, useState } from "preact/hooks";
import { ask } from "../graphql/ask.ts";
import { type Article, type ArticleQuote, MORE_QUOTES } from "./documents.ts";

export interface AllQuotes {
  readonly quotes: readonly ArticleQuote[];
  /** True when the server stopped answering before the last of them. */
  readonly incomplete: boolean;
}

/** The article's quotes: the first page with the article, the others as they come. */
export function useAllQuotes({ id, quotes: first }: Article): AllQuotes {
  const [all, setAll] = useState<AllQuotes>({ quotes: first.nodes, incomplete: false });
  useEffect(() => {
    const controller = new AbortController();
    setAll({ quotes: first.nodes, incomplete: false });
    readOn(id, first, controller.signal, (quotes) => setAll({ quotes, incomplete: false })).catch(() => {
      if (!controller.signal.aborted) setAll(({ quotes }) => ({ quotes, incomplete: true }));
    });
    return () => controller.abort();
  }, [id, first]);
  return all;
}

async function readOn(
  id: string,
  first: Article["quotes"],
  signal: AbortSignal,
  onMore: (quotes: readonly ArticleQuote[]) => void,
): Promise<void> {
  let quotes: readonly ArticleQuote[] = first.nodes;
  let { hasNextPage, endCursor } = first.pageInfo;
  while (hasNextPage && endCursor !== null) {
    const { article } = await ask(MORE_QUOTES, { id, after: endCursor }, signal);
    if (article === null || signal.aborted) return;
    quotes = [...quotes, ...article.quotes.nodes];
    onMore(quotes);
    ({ hasNextPage, endCursor } = article.quotes.pageInfo);
  }
}
