import { describe, expect, it } from "vitest";
import { type Citable, citation } from "../../src/web/page/quote/citation.ts";

const CITABLE: Citable = {
  voice: "DIRECT",
  parts: ["The bridge holds."],
  speaker: { id: "p", name: "Ana Mirela", kind: "PERSON", titles: [{ title: "Minister of Works" }] },
  speakerMention: "the minister",
  source: {
    id: "a",
    title: "A bridge holds",
    publisher: "Velmora Courier",
    publishedAt: "2025-03-14T00:00:00.000Z",
    url: "https://courier.example/bridge",
  },
};

describe("a citation", () => {
  it("has the words in marks, the speaker with title, the article, its publisher, date and address", () => {
    expect(citation(CITABLE)).toBe(
      "“The bridge holds.” – Ana Mirela, Minister of Works, in: “A bridge holds”, Velmora Courier, 14 March 2025, https://courier.example/bridge",
    );
  });

  it("gives each part of an interrupted quote marks of its own", () => {
    const parts = ["The bridge,", "holds."];
    expect(citation({ ...CITABLE, parts })).toMatch(/^“The bridge,” … “holds.” – /);
  });

  it("puts no marks around a paraphrase, and says that it is one", () => {
    const parts = ["that the bridge would hold"];
    const cited = citation({ ...CITABLE, voice: "INDIRECT", parts });
    expect(cited).toMatch(/^that the bridge would hold – Ana Mirela, Minister of Works, paraphrase, in: /);
  });

  it("puts the article's own words to nobody", () => {
    expect(citation({ ...CITABLE, voice: "PARAGRAPH", speaker: null, speakerMention: null })).toMatch(
      /^“The bridge holds.” – in: “A bridge holds”/,
    );
  });

  it("calls a speaker whom the article does not name as the article does", () => {
    expect(citation({ ...CITABLE, speaker: null })).toMatch(/ – the minister, in: /);
  });

  it("leaves out what is not known of the article", () => {
    const source = { id: "a", title: null, publisher: null, publishedAt: null, url: null };
    expect(citation({ ...CITABLE, source })).toBe(
      "“The bridge holds.” – Ana Mirela, Minister of Works, in an article without a title",
    );
  });
});
