import type { QuoteStore } from "../../src/store/quote-store.ts";
import { isSamePassage } from "../evaluate/same-passage.ts";
import type { NewsQuestion } from "../train-ranking/news-questions.ts";
import { type AskedIndex, type AskedQuestion, judgeCandidates } from "./asked-question.ts";

/** A question with the article that answers it. */
export interface ArticleQuestion extends NewsQuestion {
  readonly articleId: string;
}

const ALL_ARTICLES = 100_000;
const BEST_GRADE = 2;

export async function locateQuestions(
  store: QuoteStore,
  questions: readonly NewsQuestion[],
): Promise<readonly ArticleQuestion[]> {
  const { items } = await store.listArticles({}, { first: ALL_ARTICLES, after: null });
  const idOf = new Map(items.map(({ value }) => [value.url?.split("/").at(-1) ?? "", value.id]));
  return questions.flatMap((one) => {
    const articleId = idOf.get(one.article);
    return articleId === undefined ? [] : [{ ...one, articleId }];
  });
}

/** Each asked of all articles; what others than its own say to it nobody judged. */
export async function askNews(
  index: AskedIndex,
  questions: readonly ArticleQuestion[],
): Promise<readonly AskedQuestion[]> {
  const all: AskedQuestion[] = [];
  for (const { question, articleId, passages } of questions) {
    const candidates = await judgeCandidates(index, question, {}, ({ hit }, words) =>
      hit.article.id === articleId ? placesOf(passages, ({ text }) => isSamePassage(words, text)) : null,
    );
    all.push({ group: articleId, candidates, best: placesOf(passages, ({ grade }) => grade === BEST_GRADE) });
  }
  return all;
}

/** Questions that nothing answers. */
export async function askInVain(
  index: AskedIndex,
  questions: readonly Pick<ArticleQuestion, "question" | "articleId">[],
): Promise<readonly AskedQuestion[]> {
  const all: AskedQuestion[] = [];
  for (const { question, articleId } of questions) {
    const candidates = await judgeCandidates(index, question, {}, () => []);
    all.push({ group: articleId, candidates, best: [] });
  }
  return all;
}

const placesOf = <T>(all: readonly T[], isWanted: (one: T) => boolean): readonly number[] =>
  all.flatMap((one, place) => (isWanted(one) ? [place] : []));
