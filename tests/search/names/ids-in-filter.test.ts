import { expect, it } from "vitest";
import { withIdsForNames } from "../../../src/search/names/ids-in-filter.ts";
import { openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { articleFrom, entityIdIn, joinedId } from "../../store/article-fixture.ts";
import { temporaryPlace } from "../../store/embedded/temporary-place.ts";

const ARTICLES = [
  articleFrom({
    key: "first",
    entities: [
      { name: "Olga Brandvold", linkKey: "olga brandvold", aliases: ["Brandvold"] },
      { name: "Petr Brandvold", aliases: ["Brandvold"] },
    ],
    passages: [{ words: "The glacier moves.", by: "Olga Brandvold" }],
  }),
  articleFrom({
    key: "second",
    entities: [{ name: "Olga Brandvold", linkKey: "olga brandvold" }],
    passages: [{ words: "It moved again.", by: "Olga Brandvold" }],
  }),
];

const OLGAS = [entityIdIn("first", "Olga Brandvold"), entityIdIn("second", "Olga Brandvold")];
const OLGA = joinedId("olga brandvold");
const PETR = joinedId("petr brandvold");

async function storeOfBrandvolds(): Promise<QuoteStoreWriter> {
  const store = await openStoreForWriting(temporaryPlace());
  for (const article of ARTICLES) await store.put(article);
  return store;
}

it("makes an id that of the entity it was joined into", async () => {
  const store = await storeOfBrandvolds();
  for (const id of OLGAS) expect(await withIdsForNames(store, { speakers: [id] })).toEqual({ speakers: [OLGA] });
  await store.close();
});

it("takes a name in any letter case, and all who share it", async () => {
  const store = await storeOfBrandvolds();
  expect(await withIdsForNames(store, { speakers: ["olga BRANDVOLD"] })).toEqual({ speakers: [OLGA] });
  const { speakers } = await withIdsForNames(store, { speakers: ["Brandvold"] });
  expect([...(speakers ?? [])].sort()).toEqual([OLGA, PETR].sort());
  await store.close();
});

it("lets a name that nobody bears match nothing", async () => {
  const store = await storeOfBrandvolds();
  expect(await withIdsForNames(store, { speakers: ["Nobody"] })).toEqual({ speakers: [] });
  await store.close();
});

it("reaches into and, or and not, and leaves the other conditions as they are", async () => {
  const store = await storeOfBrandvolds();
  const filter = {
    publishers: ["The Gull"],
    and: [{ or: [{ speakers: ["Petr Brandvold"] }, {}] }],
    not: { speakers: ["Olga Brandvold"] },
  };
  expect(await withIdsForNames(store, filter)).toEqual({
    publishers: ["The Gull"],
    and: [{ or: [{ speakers: [PETR] }, {}] }],
    not: { speakers: [OLGA] },
  });
  await store.close();
});
