import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { findNamedSpeakers } from "../../../src/search/names/named-speakers.ts";
import { openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { articleFrom } from "../../store/article-fixture.ts";
import { temporaryPlace } from "../../store/embedded/temporary-place.ts";

const ARTICLE = articleFrom({
  key: "quay",
  entities: [
    { name: "Henny Okkels", titles: ["Mayor of Strand"] },
    { name: "Ivar Rune" },
    { name: "Okkels campaign", kind: "ORGANIZATION" },
    { name: "Strand", kind: "PLACE" },
    { name: "Vera Sluice" },
    { name: "Silent Okkels" },
    { name: "Ada Waver" },
    { name: "Fia O'Dwyer" },
    { name: "Ulla Brede", titles: ["harbour master"] },
    { name: "Nils Farsang" },
    { name: "Tarn Guild", kind: "ORGANIZATION" },
  ],
  passages: [
    { words: "The quay will be paved.", by: "Henny Okkels" },
    { words: "I shall pave nothing.", by: "Ivar Rune" },
    { words: "The mayor paves.", by: "Okkels campaign" },
    { words: "He would rather walk.", by: "Vera Sluice", onBehalfOf: "Nils Farsang" },
    { words: "I painted it.", by: "Ada Waver" },
    { words: "Green is best.", by: "Fia O'Dwyer" },
    { words: "Open the sluice.", by: "Ivar Rune" },
    { words: "A sluice is a door for water, and waves are none.", by: "Vera Sluice" },
  ],
});

describe("who a query says should speak", () => {
  let store: QuoteStoreWriter;
  beforeEach(async () => {
    const opened = await openStoreForWriting(temporaryPlace());
    onTestFinished(() => opened.close());
    await opened.put(ARTICLE);
    store = opened;
  });

  /** The names, and what is left to look for. */
  const speakers = async (query: string) => {
    const named = await findNamedSpeakers(store, query);
    return named && [named.speakers.map(({ name }) => name).join(" + "), named.matter];
  };

  it.each([
    ["what did Okkels say about the quay", "Henny Okkels", "what about the quay"],
    ["what did Strand mayor Henny Okkels ever say", "Henny Okkels", "what"],
    ["what did the Okkels campaign say about paving", "Okkels campaign", "what about paving"],
    ["according to the mayor of Strand, who paves", "Henny Okkels", "who paves"],
    ["according to Rune it is paved", "Ivar Rune", "it is paved"],
    ["what did Rune, Okkels and the weather say", "Ivar Rune + Henny Okkels", "what"],
    ["what did Henny Okels say about the quay", "Henny Okkels", "what about the quay"],
    ["What’s Okkels’s view of the quay?", "Henny Okkels", "What of the quay?"],
    ["why didn't Okkels say when", "Henny Okkels", "why when"],
    ["What'd Fia O’Dwyer say about green?", "Fia O'Dwyer", "What about green?"],
    ["Where does Ivar Rune stand on paving?", "Ivar Rune", "on paving?"],
    ["has Rune endorsed Okkels", "Ivar Rune", "Okkels"],
    ["Rune's view of the quay", "Ivar Rune", "of the quay"],
    ["Is the mayor of Strand against paving?", "Henny Okkels", "paving?"],
    ["views of Ivar Rune on paving", "Ivar Rune", "on paving"],
    ["what was said by Okkels and Rune about paving", "Henny Okkels + Ivar Rune", "what was about paving"],
    ["did Rune not promise a quay", "Ivar Rune", "a quay"],
    ["what hasn't the mayor of Strand said", "Henny Okkels", "what"],
  ])("is known in “%s”", async (query, name, matter) => {
    expect(await speakers(query)).toEqual([name, matter]);
  });

  it.each(["Ivar Rune", "ivar rune", "Rune, Ivar", "Mr Rune", "Rune", "I. Rune", "Ivar Runee", "Rune’s", "Ivar Rune?"])(
    "is known where a name is all of it: “%s”",
    async (query) => {
      expect(await findNamedSpeakers(store, query)).toMatchObject({
        speakers: [{ name: "Ivar Rune" }],
        place: "ALONE",
      });
    },
  );

  it("is a body where its name is all of it, and nobody where that stands beside a matter", async () => {
    expect(await speakers("Okkels campaign")).toEqual(["Okkels campaign", ""]);
    expect(await speakers("Okkels campaign paving")).toBeNull();
    expect(await speakers("Tarn Guild")).toBeNull();
  });

  it.each([
    ["Ivar Rune paving", "paving"],
    ["ivar rune paving quay", "paving quay"],
  ])("is known by a full name beside a matter: “%s”", async (query, matter) => {
    expect(await findNamedSpeakers(store, query)).toMatchObject({
      speakers: [{ name: "Ivar Rune" }],
      matter,
      place: "BESIDE",
    });
  });

  it.each([
    ["Rune paving", "Ivar Rune", "paving"],
    ["Mr Rune paving", "Ivar Rune", "paving"],
    ["Mayor Okkels quay", "Henny Okkels", "quay"],
    ["mayor of Strand quay", "Henny Okkels", "quay"],
    ["Strand mayor quay", "Henny Okkels", "quay"],
    ["mayor of Strand", "Henny Okkels", ""],
    ["ODwyer paint", "Fia O'Dwyer", "paint"],
    ["Henny Okels quay", "Henny Okkels", "quay"],
  ])("is known by a surname or a long title beside a matter, too: “%s”", async (query, name, matter) => {
    expect(await speakers(query)).toEqual([name, matter]);
  });

  it.each([
    ["a word that passages use, though somebody is called so", "sluice"],
    ["a place", "Strand"],
    ["a title without a verb", "the mayor"],
    ["a surname written small, which may be a word", "rune stone"],
    ["a name behind a matter, which is part of it", "paving quay Ivar Rune"],
    ["a surname that begins a question", "Rune paves which quay?"],
    ["a surname that passages use as a word", "Sluice repairs"],
    ["somebody of another first name", "what did Lena Okkels say"],
    ["a word that passages use, though it is one letter from a name", "what did the waves say"],
    ["what somebody's supporters say", "what did critics of Ivar Rune say"],
  ])("is nobody in %s", async (_, query) => {
    expect(await speakers(query)).toBeNull();
  });

  it.each([
    "who did Rune endorse",
    "when did Rune back the quay",
    "reactions to Rune's comments",
    "Did Rune order the paving?",
    "Did Rune know about the quay?",
    "Is Rune behind schedule?",
    "Was Rune for years a member of the guild?",
  ])("is nobody where what somebody did is asked for, or others' words on it: “%s”", async (query) => {
    expect((await findNamedSpeakers(store, query))?.place).not.toBe("SAID");
  });

  it.each([
    ["somebody who is mentioned only", "what did Silent Okkels say about the quay", "NONE"],
    ["somebody who is mentioned only, by a title", "Where does the harbour master stand on the quay?", "NONE"],
    ["somebody whose spokesman is quoted", "what did Nils Farsang say about the quay", "ON_BEHALF"],
    ["somebody who is quoted", "what did Ivar Rune say about the quay", "OWN"],
  ])("is told with what there is of theirs: %s", async (_, query, words) => {
    expect(await findNamedSpeakers(store, query)).toMatchObject({ place: "SAID", words });
  });

  it("is nobody where a body is asked that is not quoted, as its officers may be", async () => {
    expect(await speakers("what did the Tarn Guild say about the quay")).toBeNull();
  });

  it("is told with the word that is taken for another", async () => {
    expect(await findNamedSpeakers(store, "what did Henny Okels say")).toMatchObject({
      slips: [{ written: "okels", meant: "okkels" }],
    });
    expect(await findNamedSpeakers(store, "what did Henny Okkels say")).toMatchObject({ slips: [] });
  });

  it("is nobody where a name has to stand there word for word, unless a verb says so", async () => {
    expect(await findNamedSpeakers(store, "Ivar Rune", true)).toBeNull();
    expect(await findNamedSpeakers(store, "what did Ivar Rune say", true)).not.toBeNull();
  });
});
