import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Embedder } from "../../src/inference/embedder.ts";
import type { Hit } from "../../src/model/hit.ts";
import { createSearch } from "../../src/search/create-search.ts";
import type { Search, SearchResult } from "../../src/search/search.ts";
import { openStoreForWriting } from "../../src/store/embedded/open-embedded-store.ts";
import { type ArticleSketch, articleFrom, DIMENSIONS } from "../store/article-fixture.ts";
import { temporaryPlace } from "../store/embedded/temporary-place.ts";
import { testEmbedder } from "../test-embedder.ts";

const words = fc.array(fc.constantFrom("harbour", "fee", "boat", "herring", "quay", "rain"), {
  minLength: 1,
  maxLength: 12,
});
const passages = fc.array(
  words.map((list) => ({ words: list.join(" ") })),
  { minLength: 1, maxLength: 5 },
);

/** What happens to the index between two pages: an article comes, changes or goes. */
const write = fc.record({ key: fc.nat(11), passages: fc.option(passages) });

type Passages = readonly { readonly words: string }[];
interface Write {
  readonly key: number;
  /** Null where the article goes. */
  readonly passages: Passages | null;
}

const sketchOf = (key: number, of: Passages): ArticleSketch => ({ key: `${key}`, passages: of });
const idsOf = (hits: readonly Hit[]) => hits.flatMap(({ chunk, alsoIn }) => [chunk.id, ...alsoIn.map(({ id }) => id)]);
const hitsOf = ({ hits }: SearchResult) => hits.map(({ hit }) => hit);

const ask = (search: Search, first: number, after: string | null): Promise<SearchResult> =>
  search.search({ query: "harbour fee", mode: "LEXICAL", kinds: null, filter: {}, first, after });

/** All pages, with a write after each. */
async function pageThrough(search: Search, first: number, write: () => Promise<void>): Promise<readonly Hit[]> {
  const hits: Hit[] = [];
  for (let after: string | null = null; ; ) {
    const page = await ask(search, first, after);
    hits.push(...hitsOf(page));
    after = page.hits.at(-1)?.cursor ?? after;
    if (!page.hasNextPage) return hits;
    await write();
  }
}

describe("pages of a search", () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await testEmbedder();
  });

  async function check(articles: readonly Passages[], writes: readonly Write[], first: number): Promise<void> {
    const store = await openStoreForWriting({ ...temporaryPlace(), dimensions: DIMENSIONS });
    for (const [key, each] of articles.entries()) await store.put(articleFrom(sketchOf(key, each)));
    const search = createSearch({ store, embedder });
    const atFirst = idsOf(hitsOf(await ask(search, 100, null)));
    const left = [...writes];
    const hits = await pageThrough(search, first, async () => {
      const next = left.shift();
      if (next?.passages) await store.put(articleFrom(sketchOf(next.key, next.passages)));
      else if (next) await store.remove([articleFrom(sketchOf(next.key, [])).article.id]);
    });
    await store.close();
    const written = new Set(writes.slice(0, writes.length - left.length).map(({ key }) => key));
    const untouched = articles.flatMap((each, key) =>
      written.has(key) ? [] : articleFrom(sketchOf(key, each)).chunks,
    );
    const stayed = new Set(untouched.map(({ chunk }) => chunk.id));
    expect(new Set(hits.map(({ chunk }) => chunk.id)).size).toBe(hits.length);
    expect(idsOf(hits)).toEqual(expect.arrayContaining(atFirst.filter((id) => stayed.has(id))));
  }

  it("give no hit twice and lose none, whatever is written between them", async () => {
    const articles = fc.array(passages, { minLength: 4, maxLength: 8 });
    const run = fc.asyncProperty(articles, fc.array(write, { maxLength: 8 }), fc.integer({ min: 1, max: 3 }), check);
    await fc.assert(run, { numRuns: 12 });
  });
});
