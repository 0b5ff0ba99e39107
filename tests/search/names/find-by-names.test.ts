import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EntityKind } from "../../../src/model/entity.ts";
import { findByNames } from "../../../src/search/names/find-by-names.ts";
import { openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { articleFrom, DIMENSIONS } from "../../store/article-fixture.ts";

interface Known {
  readonly name: string;
  readonly kind?: EntityKind;
  readonly aliases?: readonly string[];
  readonly titles?: readonly string[];
}

const KNOWN: readonly Known[] = [
  { name: "Greta Halvorsen", titles: ["Mayor of Sandvik", "former Harbour Minister"] },
  { name: "Tobias Halvorsen", titles: ["ferry captain"] },
  { name: "Yrsa Lindqvist", aliases: ["Lindqvist", "The Falcon"], titles: ["Minister of Fisheries"] },
  { name: "Pavel Grönlund", titles: ["Deputy Minister of Fisheries"] },
  { name: "Łucja Wąsowska" },
  { name: "Øystein Bjørgaas" },
  { name: "Siobhán O’Dwyer" },
  { name: "Willem van den Broek" },
  { name: "Samuel Achterberg Jr." },
  { name: "Karin Stael-Brink", titles: ["Governor"] },
  { name: "Teodor Maravel", titles: ["President of the Republic of Ostmark"] },
  { name: "Robert Q. Zamora" },
  { name: "Nadia Feld" },
  { name: "Nadja Felt" },
  { name: "Sandvik", kind: "PLACE" },
  { name: "The Sandvik Gazette", kind: "ORGANIZATION", aliases: ["Gazette"] },
  { name: "Halvorsen campaign", kind: "ORGANIZATION" },
  { name: "White Pavilion", kind: "ORGANIZATION" },
  { name: "Dorrit Quayle", titles: ["FIC Director"] },
  { name: "Milo Tarn", titles: ["chief of the Inland Water Board"] },
  { name: "Ana Pope" },
  { name: "Ruud Marshal", titles: ["bishop"] },
  { name: "Odile Farrow", titles: ["Ostmark Sen."] },
  { name: "Chair" },
  { name: "Benno Thrale", titles: ["chairman of the Inland Water Board"] },
  { name: "Guild Bishop" },
  { name: "Inés Paloma Cardeña Ruscalleda" },
  { name: "Hugo Estrella-Montcada" },
  { name: "Walter O'Shanley Sr.", titles: ["Warden of Sandvik"] },
  { name: "Dermot O'Fallon" },
  { name: "Dermot O'Fallon Jr." },
  { name: "Leo Quist Jr." },
  { name: "Leo Quist Sr." },
];

describe("a name that is looked up", () => {
  let store: QuoteStoreWriter;
  const directory = mkdtempSync(join(tmpdir(), "verbatim-names-"));
  beforeAll(async () => {
    store = await openStoreForWriting({ directory, model: "example/model", dimensions: DIMENSIONS });
    await store.put(articleFrom({ key: "all", entities: KNOWN }));
  });
  afterAll(async () => {
    await store?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  /** Each match as `HOW name`, in alphabetical order. */
  const meant = async (name: string) => {
    const [found] = await findByNames(store, [name]);
    return found?.matches.map(({ how, entity }) => `${how} ${entity.name}`).sort();
  };

  it.each([
    ["Greta Halvorsen", ["NAME Greta Halvorsen"]],
    ["  greta   HALVORSEN ", ["NAME Greta Halvorsen"]],
    ["The Falcon", ["NAME Yrsa Lindqvist"]],
    ["Dr. Greta Halvorsen", ["NAME Greta Halvorsen"]],
    ["Lucja Wasowska", ["NAME Łucja Wąsowska"]],
    ["Oystein Bjorgaas", ["NAME Øystein Bjørgaas"]],
    ["Siobhan O'Dwyer", ["NAME Siobhán O’Dwyer"]],
    ["Siobhan ODwyer", ["NAME Siobhán O’Dwyer"]],
    ["Dermot O'Fallon", ["NAME Dermot O'Fallon"]],
    ["Dermot OFallon Jr", ["NAME Dermot O'Fallon Jr."]],
    ["Sandvik Gazette", ["NAME The Sandvik Gazette"]],
    ["the Gazette", ["NAME The Sandvik Gazette"]],
    ["the White Pavilion", ["NAME White Pavilion"]],
    ["Mr Marshal", ["SURNAME Ruud Marshal"]],
    ["the Halvorsen campaign", ["NAME Halvorsen campaign"]],
    ["Halvorsen, Greta", ["SURNAME_FIRST Greta Halvorsen"]],
    ["HALVORSEN, Mrs. Greta", ["SURNAME_FIRST Greta Halvorsen"]],
    ["Achterberg, Samuel, Jr.", ["SURNAME_FIRST Samuel Achterberg Jr."]],
    ["van den Broek, Willem", ["SURNAME_FIRST Willem van den Broek"]],
    ["Sandvik mayor Greta Halvorsen", ["NAME_WITH_TITLE Greta Halvorsen"]],
    ["sandvik mayor greta halvorsen", ["NAME_WITH_TITLE Greta Halvorsen"]],
    ["Greta Halvorsen, mayor of Sandvik", ["NAME_WITH_TITLE Greta Halvorsen"]],
    ["Greta Halvorsen of Sandvik", ["NAME_WITH_TITLE Greta Halvorsen"]],
    ["the mayor of Sandvik, Greta Halvorsen", ["NAME_WITH_TITLE Greta Halvorsen"]],
    ["Gov. Karin Stael-Brink (Sandvik)", ["NAME_WITH_TITLE Karin Stael-Brink"]],
    ["President of the Republic of Ostmark Teodor Maravel", ["NAME_WITH_TITLE Teodor Maravel"]],
    ["Teodor Maravel MP", ["NAME_WITH_TITLE Teodor Maravel"]],
    ["Prof. Greta Halvorsen, M.D.", ["NAME_WITH_TITLE Greta Halvorsen"]],
    ["Ostmark's Teodor Maravel", ["NAME_WITH_TITLE Teodor Maravel"]],
  ])("in whole is that person's: %s", async (name, expected) => {
    expect(await meant(name)).toEqual(expected);
  });

  it.each([
    ["Halvorsen", ["SURNAME Greta Halvorsen", "SURNAME Tobias Halvorsen"]],
    ["Ms Halvorsen", ["SURNAME Greta Halvorsen", "SURNAME Tobias Halvorsen"]],
    ["mayor Halvorsen", ["SURNAME Greta Halvorsen"]],
    ["Halvorsen of Sandvik", ["SURNAME Greta Halvorsen"]],
    ["Captain Halvorsen", ["SURNAME Tobias Halvorsen"]],
    ["judge Halvorsen", ["SURNAME Greta Halvorsen", "SURNAME Tobias Halvorsen"]],
    ["Lindqvist", ["SURNAME Yrsa Lindqvist"]],
    ["Bjorgaas", ["SURNAME Øystein Bjørgaas"]],
    ["Stael-Brink", ["SURNAME Karin Stael-Brink"]],
    ["Broek", ["SURNAME Willem van den Broek"]],
    ["Achterberg", ["SURNAME Samuel Achterberg Jr."]],
    ["Quist Sr.", ["SURNAME Leo Quist Sr."]],
    ["OShanley", ["SURNAME Walter O'Shanley Sr."]],
    ["President of Ostmark Maravel", ["SURNAME Teodor Maravel"]],
  ])("by the surname means all who bear it, unless a title tells them apart: %s", async (name, expected) => {
    expect(await meant(name)).toEqual(expected);
  });

  it.each([
    ["G. Halvorsen", ["OTHER_FORM Greta Halvorsen"]],
    ["Greta M. Halvorsen", ["OTHER_FORM Greta Halvorsen"]],
    ["Bob Zamora", ["OTHER_FORM Robert Q. Zamora"]],
    ["Mayor G. Halvorsen", ["OTHER_FORM Greta Halvorsen"]],
    ["Pawel Gronlund", ["OTHER_FORM Pavel Grönlund"]],
    ["Nadia Felt", ["OTHER_FORM Nadja Felt"]],
    ["Ines Paloma Cardena", ["OTHER_FORM Inés Paloma Cardeña Ruscalleda"]],
    ["Mayor Inés Cardeña", ["OTHER_FORM Inés Paloma Cardeña Ruscalleda"]],
    ["Cardena Ruscalleda", ["OTHER_FORM Inés Paloma Cardeña Ruscalleda"]],
    ["Cardeña", ["OTHER_FORM Inés Paloma Cardeña Ruscalleda"]],
    ["Hugo Estrella", ["OTHER_FORM Hugo Estrella-Montcada"]],
    ["van den Broek", ["OTHER_FORM Willem van den Broek"]],
    ["Samuel Achterberg", ["OTHER_FORM Samuel Achterberg Jr."]],
    ["Sandvik Warden Walter O’Shanley", ["OTHER_FORM Walter O'Shanley Sr."]],
    ["Walter OShanley", ["OTHER_FORM Walter O'Shanley Sr."]],
    ["Greta Halvorsen Jr.", ["OTHER_FORM Greta Halvorsen"]],
    ["Leo Quist", ["OTHER_FORM Leo Quist Jr.", "OTHER_FORM Leo Quist Sr."]],
    ["Leo Quist, Junior", ["OTHER_FORM Leo Quist Jr."]],
  ])("may come in another form: %s", async (name, expected) => {
    expect(await meant(name)).toEqual(expected);
  });

  it.each([
    ["the mayor", ["TITLE Greta Halvorsen"]],
    ["the minister", ["TITLE Yrsa Lindqvist"]],
    ["Fisheries Minister", ["TITLE Yrsa Lindqvist"]],
    ["Sandvik's mayor", ["TITLE Greta Halvorsen"]],
    ["the deputy minister", ["TITLE Pavel Grönlund"]],
    ["the FIC director", ["TITLE Dorrit Quayle"]],
    ["director of the FIC", ["TITLE Dorrit Quayle"]],
    ["the IWB chief", ["TITLE Milo Tarn"]],
    ["chief of the IWB", ["TITLE Milo Tarn"]],
    ["director of the Fisheries Inspection Council", ["TITLE Dorrit Quayle"]],
    ["the bishop", ["TITLE Ruud Marshal"]],
    ["the Ostmark senator", ["TITLE Odile Farrow"]],
    ["Gov. of Sandvik", []],
    ["the gov.", ["TITLE Karin Stael-Brink"]],
    ["the chair", ["NAME Chair", "TITLE Benno Thrale"]],
    ["chair of the IWB", ["TITLE Benno Thrale"]],
    ["the pope", ["SURNAME Ana Pope"]],
  ])("may be a title, and the deputy is not the minister: %s", async (name, expected) => {
    expect(await meant(name)).toEqual(expected);
  });

  it.each([
    ["Lindquist", ["MISSPELT Yrsa Lindqvist"]],
    ["Yrsa Lindqivst", ["MISSPELT Yrsa Lindqvist"]],
    ["Grета Halvorsn", []],
    ["Greta Halvorsn", ["MISSPELT Greta Halvorsen"]],
    ["mayor Greta Halvorssen", ["MISSPELT Greta Halvorsen"]],
    ["Halvorson, Greta", ["MISSPELT Greta Halvorsen"]],
    ["Wasowsky", ["MISSPELT Łucja Wąsowska"]],
    ["Nadia Feldt", ["MISSPELT Nadia Feld"]],
  ])("with one slip of spelling, and no more, is forgiven: %s", async (name, expected) => {
    expect(await meant(name)).toEqual(expected);
  });

  it.each([
    "Joan Halvorsen",
    "joan halvorsen",
    "a spokesman for Greta Halvorsen",
    "spokeswoman for Mayor Greta Halvorsen",
    "critics of Greta Halvorsen",
    "Greta Halvorsen's lawyer",
    "Greta Halvorsen campaign chairman",
    "Samuel Achterberg Sr.",
    "Paloma Cardeña",
    "Inés Ruscalleda Cardeña",
    "Robert X. Zamora",
    "Anna Greta Halvorsen",
    "the mayor of Ostmark",
    "the minister of trade",
    "Sandvik mayor Lena Ulv",
    "Halvorsen, Joan",
    "Nobody",
    "the",
    "…",
    "",
  ])("that is not quite anybody's is nobody's: “%s”", async (name) => {
    expect(await meant(name)).toEqual([]);
  });

  it("is looked up with others in one go, each as if alone", async () => {
    const names = ["Halvorsen", "the mayor", "Lindquist", "Nobody", "Greta Halvorsen"];
    const alone = await Promise.all(names.map(meant));
    const together = await findByNames(store, names);
    expect(together.map(({ matches }) => matches.map(({ how, entity }) => `${how} ${entity.name}`).sort())).toEqual(
      alone,
    );
    expect(await findByNames(store, [])).toEqual([]);
  });

  it("tells which word is taken for which", async () => {
    const [found] = await findByNames(store, ["Greta Halvorsn"]);
    expect(found?.matches[0]?.slip).toEqual({ written: "halvorsn", meant: "halvorsen" });
  });

  it("means the same person however it is written", async () => {
    const people = ["Greta Halvorsen", "Łucja Wąsowska", "Øystein Bjørgaas", "Siobhán O’Dwyer", "Karin Stael-Brink"];
    const spellings = fc.record({
      name: fc.constantFrom(...people),
      isPlain: fc.boolean(),
      isTurned: fc.boolean(),
      address: fc.constantFrom("", "Mr. ", "Mrs ", "Dr. ", "Prof. "),
      letters: fc.constantFrom("as they are", "SMALL", "CAPITAL"),
      apostrophe: fc.constantFrom("'", "’", "‘"),
      around: fc.constantFrom("", " ", "\u00a0"),
    });
    await fc.assert(
      fc.asyncProperty(spellings, async (spelling) => {
        const [found] = await findByNames(store, [spelled(spelling)]);
        expect(found?.matches.map(({ entity }) => entity.name)).toEqual([spelling.name]);
      }),
      { numRuns: 150 },
    );
  });

  it("is never taken for more than there is, whatever is asked", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 60 }), async (text) => {
        const [found] = await findByNames(store, [text]);
        const ids = found?.matches.map(({ entity }) => entity.id) ?? [];
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 150 },
    );
  });
});

interface Spelling {
  readonly name: string;
  readonly isPlain: boolean;
  readonly isTurned: boolean;
  readonly address: string;
  readonly letters: string;
  readonly apostrophe: string;
  readonly around: string;
}

function spelled({ name, isPlain, isTurned, address, letters, apostrophe, around }: Spelling): string {
  const [first = "", last = ""] = name.replace("’", apostrophe).split(" ");
  const ordered = isTurned ? `${last}, ${address}${first}` : `${address}${first} ${last}`;
  const written = isPlain ? withoutMarks(ordered) : ordered;
  const cased = letters === "SMALL" ? written.toLowerCase() : letters === "CAPITAL" ? written.toUpperCase() : written;
  return around + cased + around;
}

const withoutMarks = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[Łł]/g, "l").replace(/[Øø]/g, "o");
