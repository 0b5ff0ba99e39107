import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Correction, CorrectionChange } from "../../../src/model/correction.ts";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom } from "../article-fixture.ts";
import { correction, personNamed, undoneAt, wordsOf } from "../correction-fixture.ts";
import { readAllPages } from "../read-all-pages.ts";
import { readEverything } from "../read-everything.ts";
import { propertyRuns } from "./property-runs.ts";

const full = (first: string, last: string) => ({
  name: `${first} ${last}`,
  person: { first: first.toLowerCase(), last: last.toLowerCase(), gender: null },
  mentionedIn: [0],
});
const short = (last: string) => ({
  name: last,
  linkKey: null,
  person: { first: null, last: last.toLowerCase(), gender: null },
});

const NAMED = [full("Lena", "Marsh"), full("Otto", "Marsh"), full("Bo", "Lind"), short("Marsh"), short("Lind")];
const KEYS = ["one", "two", "three"] as const;
const SAID = ["The lamp stays lit.", "Nobody has asked me yet."] as const;

/** Two statements, said by any two of those whom the article names. */
const article = fc
  .record({
    key: fc.constantFrom(...KEYS),
    entities: fc.uniqueArray(fc.constantFrom(...NAMED), { selector: ({ name }) => name, minLength: 1, maxLength: 3 }),
    speakers: fc.tuple(fc.nat(), fc.nat()),
  })
  .map(
    ({ key, entities, speakers }): ArticleSketch => ({
      key,
      entities,
      passages: SAID.map((words, i) => ({ words, by: entities[(speakers[i] ?? 0) % entities.length]?.name ?? "" })),
    }),
  );

const wordsIn = (key: string, passage: number) =>
  wordsOf({ key, entities: [full("Bo", "Lind")], passages: SAID.map((words) => ({ words, by: "Bo Lind" })) }, passage);

const people = ["Lena Marsh", "Otto Marsh", "Bo Lind", "Ada Voss"].map(personNamed);
const person = fc.constantFrom(...people);
const words = fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(0, 1)).map(([key, passage]) => wordsIn(key, passage));

const change: fc.Arbitrary<CorrectionChange> = fc.oneof(
  fc.record({ kind: fc.constant("SPEAKER" as const), words, speaker: person }),
  fc.record({ kind: fc.constant("NOBODY" as const), words }),
  fc.record({ kind: fc.constant("ASSERTION" as const), words, assertion: fc.constantFrom("DENIED", "ASKED") }),
  fc.record({ kind: fc.constant("HIDDEN" as const), words }),
  fc.record({ kind: fc.constant("MERGED" as const), people: person.map((one) => [one]), into: person }),
  fc.record({ kind: fc.constant("RENAMED" as const), person, name: fc.constantFrom("Lena Tarn", "Otto the Rower") }),
  fc.record({
    kind: fc.constant("SPLIT" as const),
    from: person,
    into: fc.constantFrom("Other One", "Other Two").map(personNamed),
    named: fc.uniqueArray(
      fc.record({
        articleId: fc.constantFrom(...KEYS).map((key) => articleFrom({ key }).article.id),
        name: fc.constantFrom(...NAMED.map(({ name }) => name)),
      }),
      { selector: ({ articleId, name }) => articleId + name, minLength: 1, maxLength: 3 },
    ),
  }),
);

type Step =
  | { readonly put: ArticleSketch }
  | { readonly remove: string }
  | { readonly minute: number; readonly change: CorrectionChange }
  | { readonly undo: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ put: article }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.constantFrom(...KEYS) }) },
  { weight: 5, arbitrary: fc.record({ minute: fc.nat(40), change }) },
  { weight: 2, arbitrary: fc.record({ undo: fc.nat(40) }) },
);

export function describeCorrectionsInAnyOrder(store: () => QuoteStoreWriter): void {
  /** A store has no way to forget a correction, so each run undoes what the one before left. */
  const clear = async () => {
    await store().remove((await store().states()).map(({ id }) => id));
    const made = await readAllPages((page) => store().listCorrections(page), 500);
    for (const { id } of made.filter(({ undone }) => undone === null)) await store().undoCorrection(id, undoneAt(0));
  };
  let run = 0;

  describe("corrections in any order", () => {
    it("come to the same with puts, replacements, removals and undoing, as in an index into which all articles go at once", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
          await clear();
          run += 1;
          const { articles, standing } = await carryOut(store(), steps, run);
          const reached = await readEverything(store(), ["lamp", "nobody"]);
          await clear();
          for (const made of standing.values()) await store().correct({ ...made, id: `${made.id} anew` });
          await Promise.all([...articles.values()].map((sketch) => store().put(articleFrom(sketch))));
          expect(reached).toEqual(await readEverything(store(), ["lamp", "nobody"]));
        }),
        { numRuns: propertyRuns(80) },
      );
    });

    it("leave nothing behind when they are undone", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(article, { minLength: 1, maxLength: 4 }),
          fc.array(change),
          async (sketches, changes) => {
            await clear();
            run += 1;
            for (const sketch of sketches) await store().put(articleFrom(sketch));
            const before = await readEverything(store());
            for (const [i, each] of changes.entries()) await store().correct(correction(i, each, `${run} ${i}`));
            for (const i of changes.keys()) await store().undoCorrection(`${run} ${i}`, undoneAt(0));
            expect(await readEverything(store())).toEqual(before);
          },
        ),
        { numRuns: propertyRuns(60) },
      );
    });
  });
}

/** Carries the steps out, and keeps what is in then: the articles by their keys, and the corrections that stand. */
async function carryOut(store: QuoteStoreWriter, steps: readonly Step[], run: number) {
  const articles = new Map<string, ArticleSketch>();
  const standing = new Map<string, Correction>();
  for (const each of steps) {
    if ("put" in each) {
      articles.set(each.put.key, each.put);
      await store.put(articleFrom(each.put));
    } else if ("remove" in each) {
      articles.delete(each.remove);
      await store.remove([articleFrom({ key: each.remove }).article.id]);
    } else if ("undo" in each) {
      standing.delete(`${run} ${each.undo}`);
      await store.undoCorrection(`${run} ${each.undo}`, undoneAt(0));
    } else {
      const made = correction(each.minute, each.change, `${run} ${each.minute}`);
      const [known] = await store.corrections([made.id]);
      if (!known) standing.set(made.id, made);
      await store.correct(made);
    }
  }
  return { articles, standing };
}
