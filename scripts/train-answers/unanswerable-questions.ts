import type { Entity } from "../../src/model/entity.ts";
import { speakersOf } from "../../src/model/quote.ts";
import { findNamedSpeakers } from "../../src/search/names/named-speakers.ts";
import type { QuoteStore } from "../../src/store/quote-store.ts";
import { SeededRandom } from "../bench/seeded-random.ts";
import type { ArticleQuestion } from "./ask-news.ts";

/** A question, and the article that it was made of. */
export type AskedAbout = Pick<ArticleQuestion, "question" | "articleId">;

/** Quotes of an index of some hundred articles: all of them. */
const ALL_QUOTES = 100_000;
/** People who said less are in few articles but their own. */
const LEAST_QUOTES = 3;

/** Questions to one person put to another, who is quoted, but not in the article that answers. Seeded. */
export async function askedOfOthers(
  store: QuoteStore,
  questions: readonly AskedAbout[],
): Promise<readonly AskedAbout[]> {
  const people = await quotedPeople(store);
  const random = new SeededRandom(11);
  const asked: AskedAbout[] = [];
  for (const { question, articleId } of questions) {
    const name = await nameOfAsked(store, question);
    if (name === null) continue;
    const others = people.filter(({ articles, names }) => !articles.has(articleId) && !names.includes(name));
    const other = others[Math.floor(random.next() * others.length)];
    if (other) asked.push({ question: question.replace(name, other.names[0] ?? ""), articleId });
  }
  return asked;
}

interface QuotedPerson {
  readonly names: readonly string[];
  readonly articles: ReadonlySet<string>;
}

async function quotedPeople(store: QuoteStore): Promise<readonly QuotedPerson[]> {
  const { items } = await store.listQuotes({}, "OLDEST", { first: ALL_QUOTES, after: null });
  const articlesOf = new Map<string, Set<string>>();
  for (const { value } of items) {
    for (const id of speakersOf(value)) {
      const articles = articlesOf.get(id) ?? new Set();
      articlesOf.set(id, articles.add(value.articleId));
    }
  }
  const ids = [...articlesOf.keys()];
  const entities = await store.entities(ids);
  const byPerson = new Map<string, { readonly entity: Entity; readonly articles: Set<string> }>();
  entities.forEach((entity, i) => {
    if (entity?.kind !== "PERSON" || entity.quoteCount < LEAST_QUOTES || !entity.name.includes(" ")) return;
    const person = byPerson.get(entity.id) ?? { entity, articles: new Set<string>() };
    for (const article of articlesOf.get(ids[i] ?? "") ?? []) person.articles.add(article);
    byPerson.set(entity.id, person);
  });
  return [...byPerson.values()].map(({ entity: { name, aliases }, articles }) => ({
    names: [name, ...aliases],
    articles,
  }));
}

/** The name in a question of whoever should speak, as it stands there; null where it names nobody. */
async function nameOfAsked(store: QuoteStore, question: string): Promise<string | null> {
  const named = await findNamedSpeakers(store, question);
  const names = named?.speakers.flatMap(({ name, aliases }) => [name, ...aliases]) ?? [];
  const lower = question.toLowerCase();
  const [longest] = names.filter((name) => lower.includes(name.toLowerCase())).sort((a, b) => b.length - a.length);
  if (longest === undefined) return null;
  const start = lower.indexOf(longest.toLowerCase());
  return question.slice(start, start + longest.length);
}
