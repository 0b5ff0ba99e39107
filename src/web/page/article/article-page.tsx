import { useAnswer } from "../graphql/use-answer.ts";
import type { ArticleState } from "../navigation/article-address.ts";
import { usePageTitle } from "../navigation/use-page-title.ts";
import { Failure } from "../states/failure.tsx";
import { NotFound } from "../states/not-found.tsx";
import { Skeleton } from "../states/skeleton.tsx";
import { ArticleReading } from "./article-reading.tsx";
import { ARTICLE } from "./documents.ts";

interface ArticlePageProps {
  readonly id: string;
  readonly state: ArticleState;
}

/** An article to the letter, with who said what marked in place. */
export function ArticlePage({ id, state }: ArticlePageProps) {
  const { answer, failure, retry } = useAnswer(ARTICLE, { id });
  usePageTitle(answer?.article?.title ?? "Article");
  if (failure !== null) return <Failure failure={failure} retry={retry} />;
  if (answer === null) return <Skeleton label="Fetching the article" shape="ARTICLE" />;
  if (answer.article === null) return <NotFound what="article" />;
  return <ArticleReading article={answer.article} state={state} />;
}
