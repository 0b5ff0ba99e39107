import { SEARCH, VERIFICATION } from "../bench/ask-graphql.ts";
import type { SeededRandom } from "../bench/seeded-random.ts";

/** What readers do, and how often of a hundred times. */
const SHARES = { search: 60, people: 15, verify: 10, article: 10, answer: 5 } as const;

export type QuestionKind = keyof typeof SHARES;

export interface Question {
  readonly kind: QuestionKind;
  /** A body for GraphQL. */
  readonly body: string;
}

/** What questions are made of, from the index itself. */
export interface QuestionMaterial {
  readonly quotes: readonly string[];
  readonly people: readonly string[];
  readonly articleIds: readonly string[];
}

const MATERIAL = `{
  quotes(first: 100, after: $quotes) { nodes { text } pageInfo { endCursor } }
}`;

const PEOPLE = `query People($query: String!) {
  people(query: $query, first: 10) { totalCount nodes { id name titles { title } quotes(first: 3) { nodes { text } } } }
}`;

const ARTICLE = `query Article($id: ID!) {
  article(id: $id) { title publisher url publishedAt text quotes(first: 50) { nodes { text kind speaker { name } spans { start end } } } }
}`;

const ANSWER = `query Answer($question: String!) {
  answer(question: $question) { text statements { text speaker { name } article { title } } }
}`;

const PAGES = 5;

/** Reads some hundred quotes, people and articles of the index. */
export async function readMaterial(url: string): Promise<QuestionMaterial> {
  const quotes: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const query = MATERIAL.replace("$quotes", JSON.stringify(after));
    const { data } = (await post(url, query)) as { data: { quotes: QuotePage } };
    quotes.push(...data.quotes.nodes.map(({ text }) => text));
    after = data.quotes.pageInfo.endCursor;
    if (after === null) break;
  }
  const { data } = (await post(
    url,
    "{ people(first: 100) { nodes { name } } articles(first: 100) { nodes { id } } }",
  )) as {
    data: { people: { nodes: { name: string }[] }; articles: { nodes: { id: string }[] } };
  };
  return {
    quotes: quotes.filter((text) => wordsOf(text).length >= LEAST_WORDS),
    people: data.people.nodes.map(({ name }) => name),
    articleIds: data.articles.nodes.map(({ id }) => id),
  };
}

interface QuotePage {
  readonly nodes: readonly { readonly text: string }[];
  readonly pageInfo: { readonly endCursor: string | null };
}

const LEAST_WORDS = 6;

async function post(url: string, query: string): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  return (await fetch(url, { method: "POST", headers, body: JSON.stringify({ query }) })).json();
}

/** The next question, by the shares above; searches seldom ask the same twice, so that the model is asked as well. */
export function nextQuestion(material: QuestionMaterial, random: SeededRandom): Question {
  const kind = kindAt(random.next() * 100);
  return { kind, body: JSON.stringify(BODIES[kind](material, random)) };
}

function kindAt(point: number): QuestionKind {
  let upTo = 0;
  for (const [kind, share] of Object.entries(SHARES)) {
    upTo += share;
    if (point < upTo) return kind as QuestionKind;
  }
  return "search";
}

type Body = { readonly query: string; readonly variables: Readonly<Record<string, string>> };

const BODIES: Readonly<Record<QuestionKind, (material: QuestionMaterial, random: SeededRandom) => Body>> = {
  search: ({ quotes }, random) => ({ query: SEARCH, variables: { query: asked(quotes, random) } }),
  people: ({ people }, random) => ({
    query: PEOPLE,
    variables: { query: lastOf(wordsOf(random.oneOf(people))).slice(0, 5) },
  }),
  verify: ({ quotes }, random) => ({ query: VERIFICATION, variables: { text: claimed(quotes, random) } }),
  article: ({ articleIds }, random) => ({ query: ARTICLE, variables: { id: random.oneOf(articleIds) } }),
  answer: ({ quotes }, random) => ({
    query: ANSWER,
    variables: { question: `What was said about ${asked(quotes, random)}?` },
  }),
};

/** Three words of one quote and two of another. */
const asked = (quotes: readonly string[], random: SeededRandom): string =>
  [...someWords(random.oneOf(quotes), 3, random), ...someWords(random.oneOf(quotes), 2, random)].join(" ");

/** A quote as it was said, with its fourth word changed, or half of one and half of another, by turns of chance. */
function claimed(quotes: readonly string[], random: SeededRandom): string {
  const words = wordsOf(random.oneOf(quotes));
  const way = random.oneOf(["said", "changed", "mixed"]);
  if (way === "changed") words[3] = "elsewhere";
  if (way === "mixed")
    words.splice(words.length / 2, words.length, ...wordsOf(random.oneOf(quotes)).slice(LEAST_WORDS / 2));
  return words.join(" ").slice(0, 900);
}

function someWords(text: string, count: number, random: SeededRandom): readonly string[] {
  const words = wordsOf(text);
  const from = random.between(0, Math.max(0, words.length - count));
  return words.slice(from, from + count);
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}'-]+/gu) ?? [];

const lastOf = (words: readonly string[]): string => words.at(-1) ?? "a";
