import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findMeant, mayBeMeant } from "../../../src/search/names/meant-by.ts";
import { openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { articleFrom, DIMENSIONS } from "../../store/article-fixture.ts";

const NAMES = ["Dermot O'Fallon", "Dermot O'Fallon Jr.", "Samuel Achterberg Jr.", "Inés Paloma Cardeña Ruscalleda"];

describe("whether somebody may be the one who is meant", () => {
  let store: QuoteStoreWriter;
  const directory = mkdtempSync(join(tmpdir(), "verbatim-meant-"));
  beforeAll(async () => {
    store = await openStoreForWriting({ directory, model: "example/model", dimensions: DIMENSIONS });
    await store.put(articleFrom({ key: "all", entities: NAMES.map((name) => ({ name })) }));
  });
  afterAll(async () => {
    await store?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const whoMayBe = async (name: string) => {
    const [meant] = await findMeant(store, [name]);
    const { items } = await store.listEntities({}, { first: 10, after: null });
    return items.flatMap(({ value }) => (meant && mayBeMeant(meant, value) ? [value.name] : [])).sort();
  };

  it.each([
    ["Samuel Achterberg", ["Samuel Achterberg Jr."]],
    ["Samuel Achterberg Sr.", []],
    ["Dermot OFallon", ["Dermot O'Fallon"]],
    ["Dermot O’Fallon Jr", ["Dermot O'Fallon Jr."]],
    ["D. O'Fallon", ["Dermot O'Fallon", "Dermot O'Fallon Jr."]],
    ["Ines Paloma Cardena", ["Inés Paloma Cardeña Ruscalleda"]],
    ["Cardeña", ["Inés Paloma Cardeña Ruscalleda"]],
    ["Rosa Cardeña", []],
  ])("tells father and son apart where both are known, and knows a part of a name: %s", async (name, expected) => {
    expect(await whoMayBe(name)).toEqual(expected);
  });
});
