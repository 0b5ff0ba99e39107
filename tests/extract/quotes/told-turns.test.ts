import { describe, expect, it } from "vitest";
import { extractText, quotesOf } from "../extract-text.ts";

const paragraphs = (...texts: readonly string[]): string => texts.join("\n\n");

describe("turns that the layout tells", () => {
  it("are of one person, whatever the label has of the name, and the role is a title", () => {
    const { quotes, people } = extractText(
      paragraphs(
        "VERA STOLT, HOST: Good evening. I see you.",
        "IVO KEEL, BYLINE: I see you.",
        "STOLT (voice-over): And so it goes.",
      ),
    );
    expect(quotes).toEqual([
      "TRANSCRIPT | Vera Stolt | Good evening. I see you.",
      "TRANSCRIPT | Ivo Keel | I see you.",
      "TRANSCRIPT | Vera Stolt | And so it goes.",
    ]);
    expect(people).toEqual(["Vera Stolt = Stolt (host)", "Ivo Keel"]);
  });

  it("are nobody's where the label names nobody, whoever spoke before", () => {
    expect(
      quotesOf(paragraphs("VERA STOLT: I ask you.", "UNIDENTIFIED WOMAN: Me?", "STOLT: You.", ">> So be it.")),
    ).toContain("TRANSCRIPT | - | Me?");
  });

  it("answer, in a reply by mail, whoever wrote the questions, and are not theirs", () => {
    const rows = quotesOf(
      paragraphs(
        "Dear Vera,",
        "My answers are below.",
        "On Mon, Vera Stolt <vera@post.example> wrote:",
        "> Did you know of the leak?",
        "I did not. I was told in May.",
        "> Should the keeper go?",
        "That is for him to say.",
      ),
    );
    expect(rows).toContain("TRANSCRIPT | - | I did not. I was told in May.");
    expect(rows.filter((row) => row.includes("| Vera Stolt |"))).toEqual([]);
  });

  it("are of whom a directory names surname first, of a body, and of nobody by a number", () => {
    const { quotes, organizations } = extractText(
      paragraphs(
        "Stolt, Anna   0:05\nI think we begin.",
        "Harbour Police   0:11\nYou may.",
        "JUROR 4   0:20\nMay we?",
        "Stolt, Anna   0:31\nYou may.",
      ),
    );
    expect(quotes).toEqual([
      "TRANSCRIPT | Anna Stolt | I think we begin.",
      "TRANSCRIPT | Harbour Police | You may.",
      "TRANSCRIPT | - | May we?",
      "TRANSCRIPT | Anna Stolt | You may.",
    ]);
    expect(organizations).toEqual(["Harbour Police"]);
  });

  it("are of a name of everyday words where it comes again or the layout has nothing but names, and else of nobody", () => {
    const speakers = (text: string) => quotesOf(text).map((row) => row.split(" | ")[1]);
    const talk = ["Per Sand: I saw it.", "Vera Stolt: You did?", "Per Sand: I did.", "Vera Stolt: Good."];
    expect(speakers(paragraphs(...talk))).toEqual(["Per Sand", "Vera Stolt", "Per Sand", "Vera Stolt"]);
    expect(speakers("Per Sand   0:05\nI saw it.\n\nVera Stolt   0:11\nYou did?\n\nVera Stolt   0:20\nGood.")).toEqual([
      "Per Sand",
      "Vera Stolt",
      "Vera Stolt",
    ]);
    expect(speakers(paragraphs("Vera Stolt: I saw it.", "Per Sand: You did.", "Vera Stolt: Good."))[1]).toBe("-");
  });

  it("are of whoever the label has with an abbreviated office, a particle or a form of address of another language", () => {
    const rows = quotesOf(
      paragraphs(
        "SEC. VERA STOLT: I saw it.",
        "Mme Ana Rook: You did?",
        "SEC. STOLT: I did.",
        "Piet van 't Zand: Good.",
      ),
    );
    expect(rows.map((row) => row.split(" | ")[1])).toEqual([
      "Vera Stolt",
      "Ana Rook",
      "Vera Stolt",
      "Piet van 't Zand",
    ]);
  });

  it("are of somebody whose surname is a place's word", () => {
    expect(
      quotesOf(
        paragraphs("LORNA HILL: I saw it.", "JUSTICE LAKE: You did?", "HILL: I did.", "The Court: Thank you."),
      ).map((row) => row.split(" | ")[1]),
    ).toEqual(["Lorna Hill", "Lake", "Lorna Hill", "Court"]);
  });

  it("are of an officer by the whole of the office", () => {
    expect(
      quotesOf(
        paragraphs(
          "The SPEAKER pro tempore. The gentleman is recognized.",
          "Mr. KEEL. I thank you, Mr. Chair.",
          "The SPEAKER pro tempore. We meet at noon.",
        ),
      )[0],
    ).toBe("TRANSCRIPT | Speaker pro tempore | The gentleman is recognized.");
  });

  it("of two who speak at once name both", () => {
    const { quotes, people } = extractText(
      paragraphs("VERA STOLT AND IVO KEEL: We do.", "ANA ROOK: I do not.", "STOLT: You do."),
    );
    expect(quotes[0]).toBe("TRANSCRIPT | Vera Stolt | We do.");
    expect(people.map((row) => row.split(" =")[0])).toEqual(["Vera Stolt", "Ivo Keel", "Ana Rook"]);
  });

  it("end where the narrator takes over, if only labels part them", () => {
    expect(
      quotesOf(
        paragraphs(
          "VERA STOLT: I ask you.",
          "I ask again.",
          "The exchange lasted for an hour.",
          "IVO KEEL: I am here.",
          "STOLT: You are.",
        ),
      ),
    ).toEqual([
      "TRANSCRIPT | Vera Stolt | I ask you. ¶ I ask again.",
      "TRANSCRIPT | Ivo Keel | I am here.",
      "TRANSCRIPT | Vera Stolt | You are.",
    ]);
  });
});

describe("answers in an interview without labels", () => {
  const interview = [
    "How did you begin?",
    "I had one boat.",
    "Would you do it again?",
    "I would.",
    "Do you sail alone?",
    "I never did.",
  ];

  it("are by the one whom headline and introduction name above all", () => {
    const quotes = quotesOf(
      paragraphs("Ivo Keel on boats", "Ivo Keel is a pilot. Vera Stolt took the pictures.", ...interview),
    );
    expect(quotes.slice(0, 2)).toEqual([
      "TRANSCRIPT | - | How did you begin?",
      "TRANSCRIPT | Ivo Keel | I had one boat.",
    ]);
  });

  it("are by the one who answers, and not by who asks", () => {
    const of = (introduction: string) => quotesOf(paragraphs("Ask the quay", introduction, ...interview))[1];
    expect(of("Ivo Keel, who keeps the quay, answers your letters.")).toBe("TRANSCRIPT | Ivo Keel | I had one boat.");
    expect(of("Ivo Keel has kept the quay for years. We talked there.")).toBe(
      "TRANSCRIPT | Ivo Keel | I had one boat.",
    );
    expect(of("Ivo Keel keeps the quay. He spoke with our reporter Vera Stolt.")).toBe(
      "TRANSCRIPT | Ivo Keel | I had one boat.",
    );
    expect(of("Ivo Keel keeps the quay. He spoke with Vera Stolt.")).toBe("TRANSCRIPT | - | I had one boat.");
    expect(of("Ivo Keel speaks to a pilot of the bay.")).toBe("TRANSCRIPT | - | I had one boat.");
  });

  it("are not by whom the talk is about", () => {
    const quotes = quotesOf(
      paragraphs("A talk with a pilot on the Stolt report", "Vera Stolt wrote it last year.", ...interview),
    );
    expect(quotes.filter((quote) => quote.startsWith("TRANSCRIPT | Vera Stolt"))).toEqual([]);
  });

  it("are nobody's where two are named alike", () => {
    const quotes = quotesOf(paragraphs("A talk on the quay", "Ivo Keel and Vera Stolt came early.", ...interview));
    expect(quotes[1]).toBe("TRANSCRIPT | - | I had one boat.");
  });
});

describe("words in marks with the speaker beside them", () => {
  it.each([
    ["behind a hyphen", "“We could not have found a better one.” -Commissioner Ivo Keel"],
    ["behind a dash, with an office", "“We could not have found a better one.” — Ivo Keel, mayor of Ansel"],
    ["behind a dash on the next line", "“We could not have found a better one.”\n— Ivo Keel"],
    ["with an office on the next line", "“We could not have found a better one.”\nIvo Keel, pilot, on the choice"],
  ])("%s", (_name, words) => {
    const text = paragraphs("The board met", "Vera Stolt spoke first at the meeting.", words);
    expect(quotesOf(text)).toEqual(["DIRECT | Ivo Keel | We could not have found a better one."]);
  });

  it("are not by whom the next paragraph tells of", () => {
    const text = paragraphs("The board met", "“We could not have found a better one.”", "Ivo Keel, pilot, left early.");
    expect(quotesOf(text)[0]).not.toContain("Keel");
  });

  it("do not run into the next quote", () => {
    const text = paragraphs(
      "The board met",
      "“It is gone from here for ever.” — Ivo Keel",
      "“Nobody saw it go, and nobody cared.” — Vera Stolt",
    );
    expect(quotesOf(text)).toEqual([
      "DIRECT | Ivo Keel | It is gone from here for ever.",
      "DIRECT | Vera Stolt | Nobody saw it go, and nobody cared.",
    ]);
  });

  it.each([
    ["a name and a colon", "Stolt: ‘We are all at sea’"],
    ["a colon and a name", "‘We are all at sea’: Stolt"],
    ["nobody, where the article has the words in full", "‘We are all at sea’, says pilot"],
  ])("in a headline: %s", (_name, headline) => {
    const body = ["“We are all at sea, and nobody asked us,” said Vera Stolt, the pilot.", "Ivo Keel was there."];
    expect(quotesOf(paragraphs(headline, ...body))[0]).toBe("DIRECT | Vera Stolt | We are all at sea");
  });
});

describe("a speech of several paragraphs", () => {
  it.each([
    ["curly", "“", "”"],
    ["straight", '"', '"'],
    ["guillemets", "«", "»"],
  ])("with one mark at its beginning and one at its end: %s", (_name, open, close) => {
    const speech = `${open}We waited nine years.\n\nNobody believed in it.\n\nNow it is here.${close}`;
    expect(quotesOf(paragraphs("The dock opens", `Ivo Keel said: ${speech}`, "The band played on."))).toEqual([
      "DIRECT | Ivo Keel | We waited nine years. ¶ Nobody believed in it. ¶ Now it is here.",
    ]);
  });

  it("ends with its first paragraph where nothing closes it before the next opening", () => {
    const text = paragraphs(
      "The dock opens",
      "Ivo Keel said: “We waited.",
      "It rained on the quay.",
      "“I am glad,” said Vera Stolt.",
    );
    expect(quotesOf(text)).toEqual(["DIRECT | Ivo Keel | We waited.", "DIRECT | Vera Stolt | I am glad,"]);
  });
});
