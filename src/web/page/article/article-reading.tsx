import { useEffect, useMemo, useRef } from "preact/hooks";
import { ExportLinks } from "../controls/export-links.tsx";
import { playgroundLink } from "../graphql/playground-link.ts";
import { type ArticleState, articleAddress, quoteAnchor } from "../navigation/article-address.ts";
import { navigate } from "../navigation/use-location.ts";
import { SourceDetails } from "../quote/source-line.tsx";
import { webUrl } from "../quote/web-url.ts";
import { ARTICLE, type Article, type ArticleQuote } from "./documents.ts";
import { Legend } from "./legend.tsx";
import { MarkedParagraph, type QuoteMark } from "./marked-paragraph.tsx";
import { SelectedQuote } from "./selected-quote.tsx";
import { articleSpeakers, isSetOff } from "./speakers.ts";
import { useAllQuotes } from "./use-all-quotes.ts";
import { useQuoteClicks } from "./use-quote-clicks.ts";

interface ArticleReadingProps {
  readonly article: Article;
  readonly state: ArticleState;
}

/** The article's text, beside it who is quoted and the quote that the reader has chosen. */
export function ArticleReading({ article, state }: ArticleReadingProps) {
  const { quotes, incomplete } = useAllQuotes(article);
  const speakers = useMemo(() => articleSpeakers(quotes), [quotes]);
  const marks = useMemo(() => quotes.flatMap(marksOf), [quotes]);
  const text = useRef<HTMLDivElement>(null);
  const selected = quotes.find(({ id }) => quoteAnchor(id) === state.anchor);
  const inReach = quotes.filter((quote) => isSetOff(quote, state.speaker));
  useScrollTo(state.anchor, quotes);
  useQuoteClicks(text, (quoteId) =>
    navigate(articleAddress(article.id, { ...state, anchor: quoteAnchor(quoteId) }), "REPLACE"),
  );
  return (
    <article class="reading columns">
      <header class="reading-head">
        <h1>{article.title ?? "Article without a title"}</h1>
        <p class="source">
          <SourceDetails source={article} />
          <Original article={article} />
          <a href={playgroundLink(ARTICLE, { id: article.id })}>Open in the Playground</a>
        </p>
        <ExportLinks address={articleAddress(article.id)} />
        {incomplete && <p class="note">The server stopped answering: the quotes further down are not marked.</p>}
      </header>
      <aside class="reading-aside" aria-label="Who is quoted">
        {selected !== undefined && (
          <SelectedQuote key={selected.id} quote={selected} quotes={inReach} articleId={article.id} state={state} />
        )}
        <Legend speakers={[...speakers.values()]} quotes={quotes} articleId={article.id} state={state} />
      </aside>
      <div class="reading-text" ref={text}>
        {article.paragraphs.map((paragraph) => (
          <MarkedParagraph
            key={paragraph.index}
            paragraph={paragraph}
            marks={marks.filter(({ start, end }) => start < paragraph.span.end && end > paragraph.span.start)}
            speakers={speakers}
            state={state}
          />
        ))}
      </div>
    </article>
  );
}

const marksOf = (quote: ArticleQuote): readonly QuoteMark[] =>
  quote.spans.map(({ start, end }) => ({ start, end, value: quote }));

function Original({ article }: { readonly article: Article }) {
  const url = webUrl(article);
  if (url === null) return null;
  return (
    <a href={url} rel="noreferrer">
      Original
    </a>
  );
}

/** Brings the anchor into view once it is there, which for a quote far down is when its page of quotes has come. */
function useScrollTo(anchor: string, quotes: readonly ArticleQuote[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: more quotes may bring the anchor.
  useEffect(() => {
    if (anchor !== "") document.getElementById(anchor)?.scrollIntoView({ block: "center" });
  }, [anchor, quotes]);
}
