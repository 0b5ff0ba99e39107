import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Entity, linkedEntityId } from "../../../src/model/entity.ts";
import type { IndexedArticle, QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom } from "../article-fixture.ts";
import { readAllPages } from "../read-all-pages.ts";
import { propertyRuns } from "./property-runs.ts";

const NAMES = ["Ada Voss", "A. Voss", "General Voss", "Bo Lind", "Bo"] as const;

const entity = fc.record({
  name: fc.constantFrom(...NAMES),
  linkKey: fc.constantFrom("voss", "lind", null),
  aliases: fc.uniqueArray(fc.constantFrom<string>("Voss", "the general", ...NAMES)),
  titles: fc.uniqueArray(fc.constantFrom("General", "Chair", "Mayor")),
  mentions: fc.nat(4),
});

/** Few keys, so that articles are replaced often. */
const article: fc.Arbitrary<ArticleSketch> = fc.record({
  key: fc.constantFrom("one", "two", "three"),
  publishedAt: fc.constantFrom(null, "2023-01-01T00:00:00.000Z", "2024-01-01T00:00:00.000Z"),
  entities: fc.uniqueArray(entity, { selector: ({ name }) => name, maxLength: 3 }),
  passages: fc.uniqueArray(fc.record({ words: fc.constantFrom("yes", "no", "maybe"), by: fc.constantFrom(...NAMES) }), {
    selector: ({ words }) => words,
  }),
});

type Step = { readonly put: ArticleSketch } | { readonly remove: string };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ put: article }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.constantFrom("one", "two", "three") }) },
);

export function describeJoining(store: () => QuoteStoreWriter): void {
  describe("joining entities", () => {
    it("comes to the same whatever the order of puts, replacements and removals", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
          await store().remove((await store().states()).map(({ id }) => id));
          const kept = await carryOut(store(), steps);
          const entities = await readAllPages((page) => store().listEntities({}, page));
          expect(entities).toEqual(joinNaively([...kept.values()]));
        }),
        { numRuns: propertyRuns(60) },
      );
    });
  });
}

async function carryOut(store: QuoteStoreWriter, steps: readonly Step[]): Promise<Map<string, IndexedArticle>> {
  const kept = new Map<string, IndexedArticle>();
  for (const each of steps) {
    if ("put" in each) {
      const indexed = articleFrom(each.put);
      kept.set(each.put.key, indexed);
      await store.put(indexed);
    } else {
      await store.remove([articleFrom({ key: each.remove }).article.id]);
      kept.delete(each.remove);
    }
  }
  return kept;
}

/** The naive oracle: groups everything anew. */
function joinNaively(articles: readonly IndexedArticle[]): readonly Entity[] {
  const members = articles.flatMap(({ article, entities, quotes }) =>
    entities.map((member) => ({
      member,
      asOf: article.publishedAt,
      quotes: quotes.filter(({ speakerId }) => speakerId === member.id).length,
    })),
  );
  const groups = new Map<string, typeof members>();
  for (const each of members) {
    const { kind, linkKey, id } = each.member;
    const key = linkKey === null ? id : linkedEntityId(kind, linkKey);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].map(joinGroup).sort((a, b) => b.mentionCount - a.mentionCount || (a.id < b.id ? -1 : 1));
}

interface Member {
  readonly member: IndexedArticle["entities"][number];
  readonly asOf: string | null;
  readonly quotes: number;
}

function joinGroup([id, group]: readonly [string, readonly Member[]]): Entity {
  const mentionsOf = (name: string) =>
    group.filter(({ member }) => member.name === name).reduce((sum, { member }) => sum + member.mentions.length, 0);
  const usesOf = (name: string) => group.filter(({ member }) => [member.name, ...member.aliases].includes(name)).length;
  const fullNames = [...new Set(group.map(({ member }) => member.name))];
  const name = fullNames.sort(
    (a, b) => mentionsOf(b) - mentionsOf(a) || b.length - a.length || (a < b ? -1 : 1),
  )[0] as string;
  const all = new Set(group.flatMap(({ member }) => [member.name, ...member.aliases]));
  all.delete(name);
  const datesOf = (title: string) =>
    group
      .flatMap(({ member, asOf }) => (member.titles.includes(title) ? [asOf ?? ""] : []))
      .sort()
      .reverse();
  const newest = (title: string) => datesOf(title)[0] ?? "";
  const byDate = [...new Set(group.flatMap(({ member }) => member.titles))].sort(
    (a, b) => -newest(a).localeCompare(newest(b)) || datesOf(b).length - datesOf(a).length || (a < b ? -1 : 1),
  );
  const ofSeveral = byDate.filter((title) => datesOf(title).length > 1);
  const settled = ofSeveral
    .map((title) => datesOf(title)[1] ?? "")
    .sort()
    .at(-1);
  const current = ofSeveral
    .filter((title) => datesOf(title)[1] === settled)
    .sort((a, b) => datesOf(b).length - datesOf(a).length)[0];
  const titles = [...new Set([...(current === undefined ? [] : [current]), ...byDate])];
  return {
    id,
    kind: "PERSON",
    name,
    aliases: [...all].sort((a, b) => usesOf(b) - usesOf(a) || (a < b ? -1 : 1)),
    titles: titles.map((title) => ({ title, asOf: newest(title) || null })),
    mayBe: [],
    authority: null,
    mentionCount: group.reduce((sum, { member }) => sum + member.mentions.length, 0),
    articleCount: new Set(group.map(({ member }) => member.articleId)).size,
    quoteCount: group.reduce((sum, { quotes }) => sum + quotes, 0),
  };
}
