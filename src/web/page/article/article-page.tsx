import { useEffect, useMemo } from "preact/hooks";
import { playgroundLink } from "../graphql/playground-link.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import { personAddress } from "../navigation/address.ts";
import { Link } from "../navigation/link.tsx";
import { usePageTitle } from "../navigation/use-page-title.ts";
import { titleOf } from "../quote/citation.ts";
import { SourceDetails } from "../quote/source-line.tsx";
import { Failure } from "../states/failure.tsx";
import { NotFound } from "../states/not-found.tsx";
import { Skeleton } from "../states/skeleton.tsx";
import { ARTICLE, type Article, type ArticleQuote } from "./documents.ts";
import { MarkedParagraph, type QuoteMark } from "./marked-paragraph.tsx";
import { type ArticleSpeaker, articleSpeakers } from "./speakers.ts";
import { useAllQuotes } from "./use-all-quotes.ts";

interface ArticlePageProps {
  readonly id: string;
  /** Of the quote or the paragraph to bring into view; empty for the top. */
  readonly anchor: string;
}

/** An article to the letter, with who said what marked in place. */
export function ArticlePage({ id, anchor }: ArticlePageProps) {
  const { answer, failure, retry } = useAnswer(ARTICLE, { id });
  usePageTitle(answer?.article?.title ?? "Article");
  if (failure !== null) return <Failure failure={failure} retry={retry} />;
  if (answer === null) return <Skeleton label="Fetching the article" blocks={5} />;
  if (answer.article === null) return <NotFound what="article" />;
  return <ArticleText article={answer.article} anchor={anchor} />;
}

function ArticleText({ article, anchor }: { readonly article: Article; readonly anchor: string }) {
  const { quotes, incomplete } = useAllQuotes(article);
  const speakers = useMemo(() => articleSpeakers(quotes), [quotes]);
  const marks = useMemo(() => quotes.flatMap(marksOf), [quotes]);
  useScrollTo(anchor, quotes);
  return (
    <article class="reading">
      <h1>{article.title ?? "Article without a title"}</h1>
      <p class="source">
        <SourceDetails source={article} />
        <WebAddress url={article.url} />
        <a href={playgroundLink(ARTICLE, { id: article.id })}>Open in the Playground</a>
      </p>
      <Legend speakers={[...speakers.values()]} />
      {incomplete && <p class="note">The server stopped answering: the quotes further down are not marked.</p>}
      <div class="reading-text">
        {article.paragraphs.map((paragraph) => (
          <MarkedParagraph
            key={paragraph.index}
            paragraph={paragraph}
            marks={marks.filter(({ start, end }) => start < paragraph.span.end && end > paragraph.span.start)}
            speakers={speakers}
            anchor={anchor}
          />
        ))}
      </div>
    </article>
  );
}

const marksOf = (quote: ArticleQuote): readonly QuoteMark[] =>
  quote.spans.map(({ start, end }) => ({ start, end, value: quote }));

/** What comes from an article is no link until it is seen to lead to the web. */
function WebAddress({ url }: Pick<Article, "url">) {
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  return (
    <a href={url} rel="noreferrer">
      Original
    </a>
  );
}

function Legend({ speakers }: { readonly speakers: readonly ArticleSpeaker[] }) {
  if (speakers.length === 0) return null;
  return (
    <ul class="legend" aria-label="Who is quoted">
      {speakers.map(({ speaker, quotes, hue, initials }) => (
        <li key={speaker.id} class={hue}>
          <span class="initials" aria-hidden="true">
            {initials}
          </span>
          {speaker.kind === "PLACE" ? speaker.name : <Link to={personAddress(speaker.id)}>{speaker.name}</Link>}
          <span class="note">
            {[titleOf(speaker), quotes === 1 ? "1 quote" : `${quotes} quotes`].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Brings the anchor into view once it is there, which for a quote far down is when its page of quotes has come. */
function useScrollTo(anchor: string, quotes: readonly ArticleQuote[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: more quotes may bring the anchor.
  useEffect(() => {
    if (anchor !== "") document.getElementById(anchor)?.scrollIntoView({ block: "center" });
  }, [anchor, quotes]);
}
