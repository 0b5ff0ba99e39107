import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Citable, linkToWords } from "../../src/web/page/cite/citable.ts";
import { citationBibtex } from "../../src/web/page/cite/citation-bibtex.ts";
import { citationMarkdown } from "../../src/web/page/cite/citation-markdown.ts";
import { citationText } from "../../src/web/page/cite/citation-text.ts";

const HERE = "http://127.0.0.1:4000";
const at = (exact: string) => ({ exact, prefix: "", suffix: "" });

const PERSON = { kind: "PERSON", sameAs: [] as string[] } as const;
const MIRELA = { ...PERSON, id: "p", name: "Ana Mirela", currentTitle: "Minister of Works" };
const TOLD: NonNullable<Citable["quote"]> = {
  ...{ kind: "DIRECT", assertion: "ASSERTED", reports: "WORDS" },
  ...{ isSpeakerSure: true, speakerMention: "the minister", speaker: MIRELA, speakers: [MIRELA], onBehalfOf: null },
  sentence: { text: "“The bridge holds,” the minister said.", start: 0, end: 38 },
  media: null,
  correction: null,
};
const NOBODY = { ...TOLD, speaker: null, speakers: [] };

const CITABLE: Citable = {
  voice: "DIRECT",
  text: "The bridge holds.",
  selectors: [at("The bridge holds.")],
  quote: TOLD,
  source: {
    id: "a",
    title: "A bridge holds",
    publisher: "Velmora Courier",
    author: null,
    publishedAt: "2025-03-14T00:00:00.000Z",
    url: "https://courier.example/bridge",
  },
  anchor: "quote-q",
};
const UNKNOWN_SOURCE = { id: "a", title: null, publisher: null, author: null, publishedAt: null, url: null };
const INTERRUPTED = { text: "The bridge, holds.", selectors: [at("The bridge,"), at("holds.")] };

const TARN = { ...PERSON, id: "t", name: "Ivo Tarn", currentTitle: null };

const saidBy = (quote: Partial<typeof TOLD>): Citable => ({ ...CITABLE, quote: { ...TOLD, ...quote } });

describe("a BibTeX entry", () => {
  it("names who wrote the article before who published it", () => {
    const entry = citationBibtex({ ...CITABLE, source: { ...CITABLE.source, author: "Edda Falk" } });
    expect(entry).toContain("author = {{Edda Falk}}");
    expect(entry).toContain("publisher = {{Velmora Courier}}");
  });
});

describe("a citation of a recording", () => {
  const heard = saidBy({ media: { url: "https://media.example/council.mp4#t=725.5,731", start: 725.5 } });

  it("says when the words are heard, and opens the recording there", () => {
    expect(citationText(heard)).toContain(", 14 March 2025, at 12:05, https://media.example/council.mp4#t=725.5,731");
    expect(citationMarkdown(heard, HERE)).toContain("(<https://media.example/council.mp4#t=725.5,731>)");
    expect(citationBibtex(heard)).toContain("url = {https://media.example/council.mp4#t=725.5,731}");
    expect(linkToWords(heard, HERE)).toBe("https://media.example/council.mp4#t=725.5,731");
  });

  it("says when the words are heard even where no recording is known", () => {
    const citable = saidBy({ media: { url: null, start: 4_000 } });
    expect(citationText(citable)).toContain(", at 1:06:40, https://courier.example/bridge");
  });

  it("links to no address that a browser would run", () => {
    expect(linkToWords(saidBy({ media: { url: "javascript:1", start: 0 } }), HERE)).toContain("courier.example");
  });
});

describe("a citation of somebody whom the authority file knows", () => {
  const addresses = ["https://www.wikidata.org/wiki/Q42", "https://works.example/mirela"];
  const known = { ...MIRELA, currentTitle: null, sameAs: addresses };

  it("says where one reads who it is", () => {
    const citable = saidBy({ speakers: [known] });
    expect(citationText(citable)).toContain(" – Ana Mirela (https://www.wikidata.org/wiki/Q42), in: ");
    expect(citationMarkdown(citable, HERE)).toContain("— [Ana Mirela](<https://www.wikidata.org/wiki/Q42>), ");
    expect(citationBibtex(citable)).toContain("– Ana Mirela (https://www.wikidata.org/wiki/Q42)");
  });

  it("links to nothing that is no address", () => {
    const citable = saidBy({ speakers: [{ ...known, sameAs: ["javascript:1"] }] });
    expect(citationText(citable)).toContain(" – Ana Mirela, in: ");
  });

  it("puts no address behind several names, which it would pass for", () => {
    expect(citationText(saidBy({ speakers: [known, TARN] }))).toContain(" – Ana Mirela and Ivo Tarn, in: ");
    expect(citationText(saidBy({ speakers: [known], onBehalfOf: TARN }))).toContain(
      " – Ana Mirela, for Ivo Tarn, in: ",
    );
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
    const sentence = { text: "The minister told us that the bridge holds.", start: 0, end: 43 };
    const told = {
      ...CITABLE,
      text: "the bridge holds",
      selectors: [at("the bridge holds")],
      voice: "INDIRECT",
    } as const;
    const cited = citationText({ ...told, quote: { ...TOLD, kind: "INDIRECT", sentence } });
    expect(cited).toMatch(
      /^The minister told us that the bridge holds\. – Ana Mirela, Minister of Works, paraphrase, in: /,
    );
  });

  it("gives what is denied in the sentence that denies it, and says so", () => {
    const sentence = { text: "The minister never said “The bridge holds.”", start: 0, end: 43 };
    const cited = citationText({ ...CITABLE, quote: { ...TOLD, assertion: "DENIED", sentence } });
    expect(cited).toMatch(
      /^The minister never said “The bridge holds\.” – Ana Mirela, Minister of Works \(denied that it was said\), in: /,
    );
  });

  it("goes on behind the sentence where the statement does", () => {
    const sentence = { text: "The minister refused to close the bridge.", start: 0, end: 41 };
    const parts = {
      text: "to close the bridge\n\nto open the ford",
      selectors: [at("to close the bridge"), at("to open the ford")],
    };
    const quote = { ...TOLD, kind: "INDIRECT", assertion: "REFUSED", sentence } as const;
    expect(citationText({ ...CITABLE, ...parts, voice: "INDIRECT", quote })).toMatch(
      /^The minister refused to close the bridge\.\n\nto open the ford – .* paraphrase \(refuses\), in: /,
    );
  });

  it("names all who said it, for whom, and says perhaps of one who is not sure", () => {
    const who = (quote: Partial<typeof TOLD>) => citationText(saidBy(quote));
    expect(who({ speakers: [MIRELA, TARN] })).toContain(" – Ana Mirela and Ivo Tarn, in: ");
    expect(who({ isSpeakerSure: false })).toContain(" – perhaps Ana Mirela, Minister of Works, in: ");
    expect(who({ ...NOBODY, speakerMention: "a spokesman", onBehalfOf: MIRELA })).toContain(
      " – a spokesman, for Ana Mirela, in: ",
    );
  });

  it("puts the article's own words to nobody", () => {
    expect(citationText({ ...CITABLE, voice: "PARAGRAPH", quote: null })).toMatch(
      /^“The bridge holds.” – in: “A bridge holds”/,
    );
  });

  it("calls a speaker whom the article does not name as the article does", () => {
    expect(citationText({ ...CITABLE, quote: NOBODY })).toMatch(/ – the minister, in: /);
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
    expect(linkToWords({ ...CITABLE, source }, HERE)).toBe("http://127.0.0.1:4000/article/a?quote=q#quote-q");
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
    expect(citationMarkdown({ ...CITABLE, voice: "INDIRECT", text, selectors: [at(text)], quote: null }, HERE)).toMatch(
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
    expect(citationBibtex({ ...CITABLE, quote: null, source: UNKNOWN_SOURCE })).toBe(
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
