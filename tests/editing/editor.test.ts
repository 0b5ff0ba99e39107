import { describe, expect, it, onTestFinished } from "vitest";
import { createEditor } from "../../src/editing/editor.ts";
import type { IndexingParts } from "../../src/indexing/index-articles.ts";
import { openStoreForWriting } from "../../src/store/embedded/open-embedded-store.ts";
import { type ArticleSketch, articleFrom, joinedId } from "../store/article-fixture.ts";
import { quoteIn } from "../store/correction-fixture.ts";
import { temporaryPlace } from "../store/embedded/temporary-place.ts";

const FERRY: ArticleSketch = {
  key: "ferry",
  passages: [{ words: "The ferry stays where it is.", by: "Lena Marsh" }],
  entities: [{ name: "Lena Marsh" }, { name: "Tom Okafor" }, { name: "Quay Board", kind: "ORGANIZATION" }],
};
const SIGNED = { by: "Edda", reason: null };

/** An editor of an index with one article, at times that the test gives one after the other. */
async function editorAt(times: readonly string[]) {
  const store = await openStoreForWriting(temporaryPlace());
  onTestFinished(() => store.close());
  await store.put(articleFrom(FERRY));
  const clock = [...times];
  const write = <T>(work: (parts: IndexingParts) => Promise<T>) => work({ store } as IndexingParts);
  const now = () => new Date(clock.shift() ?? 0);
  return { store, editor: createEditor({ write, limits: { maxArticleBytes: 1_000 }, now }) };
}

const quoteId = quoteIn(articleFrom(FERRY), 0).id;
const marsh = joinedId("lena marsh");

describe("an editor", () => {
  it("makes each correction the latest, though the clock goes back", async () => {
    const { store, editor } = await editorAt(["2031-06-01T09:00:00Z", "2030-01-01T00:00:00Z"]);
    const first = await editor.correctAttribution(quoteId, { kind: "NOBODY" }, SIGNED);
    const second = await editor.correctAttribution(
      quoteId,
      { kind: "SPEAKER", speakerId: joinedId("tom okafor") },
      SIGNED,
    );
    expect([first.at, second.at]).toEqual(["2031-06-01T09:00:00.000Z", "2031-06-01T09:00:00.001Z"]);
    expect((await store.quotes([quoteId]))[0]?.speakerId).toBe(joinedId("tom okafor"));
  });

  it("keeps what was before, who signed, and why", async () => {
    const { store, editor } = await editorAt(["2031-06-01T09:00:00Z"]);
    const made = await editor.hideQuote(quoteId, { by: "Edda", reason: "It is a motto" });
    expect(made).toMatchObject({ by: "Edda", reason: "It is a motto", undone: null });
    expect(made.before).toEqual({ names: ["Lena Marsh"], assertion: "ASSERTED" });
    expect(await store.corrections([made.id])).toEqual([made]);
  });

  it("refuses what is not there, or is no person, with a sentence and no change", async () => {
    const { store, editor } = await editorAt([]);
    const refused = [
      editor.hideQuote("nothing", SIGNED),
      editor.correctAttribution(quoteId, { kind: "SPEAKER", speakerId: "nobody" }, SIGNED),
      editor.mergePeople([marsh], marsh, SIGNED),
      editor.mergePeople([joinedId("quay board", "ORGANIZATION")], marsh, SIGNED),
      editor.splitPerson(marsh, ["elsewhere"], null, SIGNED),
      editor.renamePerson(marsh, "x".repeat(121), SIGNED),
      editor.undoCorrection("nothing", "Edda"),
    ];
    for (const each of refused) await expect(each).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(editor.removeArticle("nothing")).rejects.toMatchObject({ code: "ARTICLE_NOT_FOUND" });
    expect((await store.listCorrections({ first: 1, after: null })).total).toBe(0);
  });
});
