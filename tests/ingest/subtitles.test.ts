import { describe, expect, it } from "vitest";
import { extractArticle } from "../../src/extract/extract-article.ts";
import type { ReadableArticle } from "../../src/model/article.ts";
import { quoteText } from "../../src/model/quote.ts";
import { momentOf } from "../../src/model/recording.ts";
import { spanText } from "../../src/model/span.ts";
import { failureOf, paragraphsOf, readOne } from "./read-all.ts";

const GIVEN = { format: "SUBTITLES" } as const;
const read = (subtitles: string) => readOne(subtitles, GIVEN);

/** `speaker | words | start-end` of each turn. */
const turnsOf = ({ text, turns, recording }: ReadableArticle): readonly string[] =>
  turns.map(({ speaker, words }) => {
    const moment = momentOf(recording, words);
    const said = words.map((span) => spanText(text, span)).join(" … ");
    return `${speaker === null ? "?" : spanText(text, speaker)} | ${said} | ${moment?.start}-${moment?.end}`;
  });

const VOICES = `WEBVTT - Budget evening

NOTE made by hand

1
00:00:01.000 --> 00:00:04.000 align:start
<v Edda Falk>The <i>swimming pool</i> stays open

2
00:04.000 --> 00:07.500
<v Edda Falk>until the roof is mended.</v>

00:08.000 --> 00:09.000
<v.low Jon Reyes>Who pays &amp; when?
`;

describe("WebVTT", () => {
  it("joins the cues of a voice to sentences, and knows when they are heard", async () => {
    const article = await read(VOICES);
    expect(article.title).toBe("Budget evening");
    expect(paragraphsOf(article)).toEqual([
      "Edda Falk: The swimming pool stays open until the roof is mended.",
      "Jon Reyes: Who pays & when?",
    ]);
    expect(turnsOf(article)).toEqual([
      "Edda Falk | The swimming pool stays open until the roof is mended. | 1-7.5",
      "Jon Reyes | Who pays & when? | 8-9",
    ]);
  });

  it("takes the speaker from the line above the times, where a meeting's export names one there", async () => {
    const article = await read(
      'WEBVTT\n\n1 "Edda Falk" (31876)\n00:01.000 --> 00:02.000\nCan you hear me?\n\n2 "Jon Reyes" (11876)\n00:02.000 --> 00:03.000\nYes.\n\nthree\n00:03.000 --> 00:04.000\nGood.\n',
    );
    expect(turnsOf(article)).toEqual(["Edda Falk | Can you hear me? | 1-2", "Jon Reyes | Yes. Good. | 2-4"]);
  });

  it("gives each turn to its speaker as a quote", async () => {
    const article = await read(VOICES);
    const { quotes, entities } = extractArticle(article);
    const said = quotes.map(({ speakerId, spans }) => [
      entities.find(({ id }) => id === speakerId)?.name,
      quoteText(article, spans),
    ]);
    expect(said).toEqual([
      ["Edda Falk", "The swimming pool stays open until the roof is mended."],
      ["Jon Reyes", "Who pays & when?"],
    ]);
  });

  it("drops a line that rolls up into the next cue, and keeps a short one that is said twice", async () => {
    const article = await read(
      "WEBVTT\n\n00:01.000 --> 00:02.000\nthe ferry leaves at noon\n\n" +
        "00:02.000 --> 00:04.000\nthe ferry leaves at noon\nand comes back at six\n\n" +
        "00:05.000 --> 00:06.000\nNo.\n\n00:06.000 --> 00:07.000\nNo.\n",
    );
    expect(article.text).toBe("the ferry leaves at noon and comes back at six No. No.");
  });

  it("joins automatic captions, which roll up word by word", async () => {
    const article = await read(
      "WEBVTT\nKind: captions\n\n00:00.000 --> 00:02.000 align:start\n \nso<00:00:00.500><c> we</c>\n\n" +
        "00:02.000 --> 00:02.010\nso we\n \n\n00:02.010 --> 00:04.000\nso we\nhave<00:00:02.500><c> no</c><00:00:03.000><c> ferry</c>\n",
    );
    expect(article.text).toBe("so we have no ferry");
  });

  it("leaves out how letters look", async () => {
    const srt = '1\n00:00:01,000 --> 00:00:02,000\n<font color="#ffff00">FALK: <b>Now</b></font> 3 < 5.\n';
    expect((await read(srt)).text).toBe("FALK: Now 3 < 5.");
  });

  it("names nobody where the voice is nobody known, and finds name and role in it", async () => {
    const cues = ["Speaker 1", "Edda Falk (Treasurer)", "UNIDENTIFIED WOMAN #2", "Reyes, Jon"];
    const article = await read(
      `WEBVTT\n\n${cues.map((voice, i) => `00:0${i}.000 --> 00:0${i + 1}.000\n<v ${voice}>Word.\n`).join("\n")}`,
    );
    expect(
      article.turns.map(({ speaker, role }) => [speaker, role].map((span) => span && spanText(article.text, span))),
    ).toEqual([
      [null, null],
      ["Edda Falk", "Treasurer"],
      [null, null],
      ["Jon Reyes", null],
    ]);
  });

  it("is running text, without turns, where no cue tells of a speaker", async () => {
    const article = await read("WEBVTT\n\n00:01.000 --> 00:02.000\nThe ferry leaves at noon.\n");
    expect(article.turns).toEqual([]);
    expect(momentOf(article.recording, article.paragraphs)).toEqual({ url: null, start: 1, end: 2 });
  });
});

const cue = (n: number, seconds: number, ...lines: readonly string[]) =>
  `${n}\r\n00:00:${String(seconds).padStart(2, "0")},000 --> 00:00:${String(seconds + 1).padStart(2, "0")},500\r\n${lines.join("\r\n")}\r\n\r\n`;

describe("SubRip", () => {
  it("reads labels in capitals with what the speaker is, and lets unlabelled cues go on", async () => {
    const article = await read(
      cue(1, 1, "EDDA FALK, TREASURER: The pool", "stays open.") + cue(2, 3, "All winter.") + cue(3, 5, "REYES: Good."),
    );
    expect(turnsOf(article)).toEqual(["EDDA FALK | The pool stays open. All winter. | 1-4.5", "REYES | Good. | 5-6.5"]);
    expect(article.turns.map(({ role }) => role && spanText(article.text, role))).toEqual(["TREASURER", null]);
  });

  it("takes a dash and >> for somebody else, whom nobody names", async () => {
    const article = await read(cue(1, 1, "- Who pays?", "- The town does.") + cue(2, 4, ">> EDDA FALK: Partly."));
    expect(turnsOf(article)).toEqual([
      "? | Who pays? | 1-2.5",
      "? | The town does. | 1-2.5",
      "EDDA FALK | Partly. | 4-5.5",
    ]);
  });

  it("takes one word in small letters for a label only where it comes again", async () => {
    const once = await read(cue(1, 1, "Remember: the pool closes at ten."));
    expect(once.turns).toEqual([]);
    const again = await read(
      cue(1, 1, "Edda: Hello.") + cue(2, 3, "Jon: Yes?") + cue(3, 5, "Edda: Now.") + cue(4, 7, "Jon: No."),
    );
    expect(turnsOf(again)).toHaveLength(4);
  });

  it("reads names in brackets, and takes no sound for one", async () => {
    const article = await read(
      "1\n00:00:01,000 --> 00:00:02,000\n(EDDA) The pool stays open.\n\n2\n00:00:02,500 --> 00:00:03,000\n[Jan Orth] For how long?\n\n3\n00:00:03,500 --> 00:00:04,000\n(LAUGHS) Well, you asked.\n\n4\n00:00:05,000 --> 00:00:06,000\n[WOMAN] Louder!",
    );
    expect(turnsOf(article)).toEqual([
      "EDDA | The pool stays open. | 1-2",
      "Jan Orth | For how long? (LAUGHS) Well, you asked. | 2.5-4",
      "? | Louder! | 5-6",
    ]);
  });

  it("leaves sounds in the text, and out of everybody's words", async () => {
    const article = await read(cue(1, 1, "FALK: The pool") + cue(2, 3, "[applause]") + cue(3, 5, "{\\an8}stays open."));
    expect(paragraphsOf(article)).toEqual(["FALK: The pool [applause] stays open."]);
    expect(turnsOf(article)).toEqual(["FALK | The pool … stays open. | 1-6.5"]);
  });

  it("begins a paragraph behind a pause, within a turn", async () => {
    const article = await read(cue(1, 1, "FALK: First.") + cue(2, 30, "Second."));
    expect(paragraphsOf(article)).toEqual(["FALK: First.", "Second."]);
    expect(article.turns).toHaveLength(1);
  });

  it("reads times as exports write them", async () => {
    const article = await read(
      "1\n0:00:01,5 --> 0:00:03\nFALK: Now.\n\n2\n61:00.250 --> 61:02.000 X1:0\nFALK: Then.\n",
    );
    expect(article.recording?.times.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds])).toEqual([
      [1.5, 3],
      [3_660.25, 3_662],
    ]);
  });

  it("keeps the words of a cue whose end is not behind its beginning", async () => {
    const article = await read("1\n00:00:05,000 --> 00:00:03,000\nFALK: Now.\n");
    expect(turnsOf(article)).toEqual(["FALK | Now. | 5-5.001"]);
  });
});

describe("bad subtitles", () => {
  it("of other content are refused with what cues look like", async () => {
    const sentence =
      /ARTICLE_UNREADABLE story: story holds no cue such as "00:00:01\.000 --> .*Save a text without times as \.txt\./;
    expect(await failureOf("A story of a pool.\n\nIt closed.", GIVEN)).toMatch(sentence);
    expect(await failureOf("WEBVTT\n\n", GIVEN)).toMatch(sentence);
  });

  it("that are empty, or not text, are refused", async () => {
    expect(await failureOf(" \n", GIVEN)).toContain("is empty");
    expect(await failureOf(new Uint8Array([0, 1, 2, 0]), GIVEN)).toContain("binary content");
  });

  it("with a line of times that is none are refused with the line", async () => {
    expect(await failureOf("WEBVTT\n\n00:01.000 --> 00:0x\nWord.\n", GIVEN)).toContain(
      'story line 3: "00:01.000 --> 00:0x" is no pair of times such as',
    );
    expect(await failureOf("WEBVTT\n\n100:00:01.000 --> 100:00:02.000\nWord.\n", GIVEN)).toContain(
      "is no pair of times",
    );
  });

  it("whose times run backwards are refused with the two times", async () => {
    const message = await failureOf(
      "WEBVTT\n\n01:00:00.000 --> 01:00:01.000\nLate.\n\n00:00:02.000 --> 00:00:03.000\nEarly.\n",
      GIVEN,
    );
    expect(message).toContain(
      "run backwards, from 01:00:00.000 to 00:00:02.000. Give each recording a file of its own.",
    );
  });

  it("that break off are read as far as they go", async () => {
    const article = await read(VOICES.slice(0, VOICES.indexOf("until the") + 9));
    expect(turnsOf(article)).toEqual(["Edda Falk | The swimming pool stays open until the | 1-7.5"]);
  });

  it("of a hundred thousand cues, and of deep tags, are read in one go", async () => {
    const time = (i: number) => new Date(i * 500).toISOString().slice(11, 23);
    const many = Array.from({ length: 100_000 }, (_, i) => `${time(i)} --> ${time(i + 1)}\nWord.\n`).join("\n");
    const article = await readOne(`WEBVTT\n\n${many}`, { ...GIVEN, maxArticleBytes: 10_000_000 });
    expect(article.recording?.times).toHaveLength(100_000);
    const deep = await read(`WEBVTT\n\n00:01.000 --> 00:02.000\n${"<i>".repeat(20_000)}Word.\n`);
    expect(deep.text).toContain("Word.");
  });
});
