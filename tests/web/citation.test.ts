import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Citable, linkToWords } from "../../src/web/page/cite/citable.ts";
import { citationBibtex } from "../../src/web/page/cite/citation-bibtex.ts";
import { citationMarkdown } from "../../src/web/page/cite/citation-markdown.ts";
import { citationText } from "../../src/web/page/cite/citation-text.ts";

const HERE = "http://127.0.0.1:4000";
const at = (exact: string) => ({ exact, prefix: "", suffix: "" });

const CITABLE: Citable = {
  voice: "DIRECT",
  text: "The bridge holds.",
  selectors: [at("The bridge holds.")],
  speaker: { id: "p", name: "Ana Mirela", kind: "PERSON", currentTitle: "Minister of Works", sameAs: [] },
  speakerMention: "the minister",
  source: {
    id: "a",
    title: "A bridge holds",
    publisher: "Velmora Courier",
    publishedAt: "2025-03-14T00:00:00.000Z",
    url: "https://courier.example/bridge",
  },
  anchor: "quote-q",
};
const UNKNOWN_SOURCE = { id: "a", title: null, publisher: null, publishedAt: null, url: null };
const INTERRUPTED = { text: "The bridge, holds.", selectors: [at("The bridge,"), at("holds.")] };

const KNOWN: Citable = {
  ...CITABLE,
  speaker: {
    id: "p",
    name: "Ana Mirela",
    kind: "PERSON",
    currentTitle: null,
    sameAs: ["https://www.wikidata.org/wiki/Q42", "https://works.example/mirela"],
  },
};

describe("a citation of somebody whom the authority file knows", () => {
  it("says where one reads who it is", () => {
    expect(citationText(KNOWN)).toContain(" – Ana Mirela (https://www.wikidata.org/wiki/Q42), in: ");
    expect(citationMarkdown(KNOWN, HERE)).toContain("— [Ana Mirela](<https://www.wikidata.org/wiki/Q42>), ");
    expect(citationBibtex(KNOWN)).toContain("– Ana Mirela (https://www.wikidata.org/wiki/Q42)");
  });

  it("links to nothing that is no address", () => {
    const speaker = {
      id: "p",
      name: "Ana Mirela",
      kind: "PERSON" as const,
      currentTitle: null,
      sameAs: ["javascript:1"],
    };
    expect(citationText({ ...KNOWN, speaker })).toContain(" – Ana Mirela, in: ");
  });
});

describe("a citation as text", () => {
  it("has the words in marks, the speaker with title, the article, its publisher, date and address", () => {
    expect(citationText(CITABLE)).toBe(
      "“The bridge holds.” – Ana Mirela, Minister of Works, in: “A bridge holds”, Velmora Courier, 14 March 2025, https://courier.example/bridge",
    );
  });

  it("gives each part of an interrupted quote marks of its own", () => {
    expect(citationText({ ...CITABLE, ...INTERRUPTED })).toMatch(/^“The bridge,” … “holds\.” – /);
  });

  it("leaves out nothing between the paragraphs of one quote", () => {
    const paragraphs = { text: "The bridge holds.\n\nIt will.", selectors: [at("The bridge holds."), at("It will.")] };
    expect(citationText({ ...CITABLE, ...paragraphs })).toMatch(/^“The bridge holds\.”\n\n“It will\.” – /);
  });

  it("puts no marks around a paraphrase, and says that it is one", () => {
    const cited = citationText({ ...CITABLE, voice: "INDIRECT" });
    expect(cited).toMatch(/^The bridge holds\. – Ana Mirela, Minister of Works, paraphrase, in: /);
  });

  it("puts the article's own words to nobody", () => {
    expect(citationText({ ...CITABLE, voice: "PARAGRAPH", speaker: null, speakerMention: null })).toMatch(
      /^“The bridge holds.” – in: “A bridge holds”/,
    );
  });

  it("calls a speaker whom the article does not name as the article does", () => {
    expect(citationText({ ...CITABLE, speaker: null })).toMatch(/ – the minister, in: /);
  });

  it("leaves out what is not known of the article", () => {
    expect(citationText({ ...CITABLE, source: UNKNOWN_SOURCE })).toBe(
      "“The bridge holds.” – Ana Mirela, Minister of Works, in an article without a title",
    );
  });
});

describe("a link to the words", () => {
  it("opens the article on the web at the words", () => {
    const selectors = [at("The bridge holds for good.")];
    expect(linkToWords({ ...CITABLE, selectors }, HERE)).toBe(
      "https://courier.example/bridge#:~:text=The%20bridge%20holds%20for%20good.",
    );
  });

  it.each([null, "javascript:alert(1)", "file:///etc/passwd"])("leads here for an article at %s", (url) => {
    const source = { ...CITABLE.source, url };
    expect(linkToWords({ ...CITABLE, source }, HERE)).toBe("http://127.0.0.1:4000/article/a#quote-q");
  });
});

describe("a citation as Markdown", () => {
  it("is a block quote with a link to the words", () => {
    expect(citationMarkdown(CITABLE, HERE)).toBe(
      "> “The bridge holds.”\n>\n> — Ana Mirela, Minister of Works, [A bridge holds](<https://courier.example/bridge#:~:text=The%20bridge%20holds.>), Velmora Courier, 14 March 2025",
    );
  });

  it("shows marks of Markdown as they are", () => {
    const text = "1. *No* [way]_ever_ <b>";
    expect(citationMarkdown({ ...CITABLE, voice: "INDIRECT", text, selectors: [at(text)] }, HERE)).toMatch(
      /^> 1\\\. \\\*No\\\* \\\[way\\\]\\_ever\\_ \\<b\\>\n/,
    );
  });
});

describe("a citation as BibTeX", () => {
  it("is an entry with the words in its note", () => {
    expect(citationBibtex(CITABLE)).toBe(`@misc{mirela2025bridge,
  author = {{Velmora Courier}},
  title = {A bridge holds},
  year = {2025},
  month = mar,
  url = {https://courier.example/bridge},
  note = {“The bridge holds.” – Ana Mirela, Minister of Works},
}`);
  });

  it("has a key and a note where nothing else is known", () => {
    expect(citationBibtex({ ...CITABLE, speaker: null, speakerMention: null, source: UNKNOWN_SOURCE })).toBe(
      "@misc{verbatim,\n  note = {“The bridge holds.” – speaker not named},\n}",
    );
  });

  it("keeps its braces in pairs, whatever the words are", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("{", "}", "\\", "%", "~", "a", "$", "\n") }), (words) => {
        const source = { ...CITABLE.source, title: words, publisher: words };
        const entry = citationBibtex({ ...CITABLE, text: words, selectors: [at(words)], source });
        let pairs = entry.replace(/[^{}]/g, "");
        while (pairs.includes("{}")) pairs = pairs.replaceAll("{}", "");
        expect(pairs).toBe("");
      }),
    );
  });
});
