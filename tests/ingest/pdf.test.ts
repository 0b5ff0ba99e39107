import { describe, expect, it } from "vitest";
import { readInWorker } from "../../src/ingest/pdf/pdf-process.ts";
import { spanText } from "../../src/model/span.ts";
import { column, makePdf, type Printed, pdfOf, streamOf } from "./make-pdf.ts";
import { failureOf, paragraphsOf, readOne } from "./read-all.ts";

const GIVEN = { format: "PDF", maxArticleBytes: 5_000_000 } as const;
const read = (pages: readonly (readonly Printed[])[], info = "") => readOne(makePdf(pages, info), GIVEN);
const flat = (paragraphs: readonly string[]) => paragraphs.map((paragraph) => paragraph.replace(/\n/g, " "));

const LEFT = [
  "The lighthouse keeper of Orm has",
  "asked for a second lamp, as the",
  "first one has failed in four of",
  "the last seven winters there.",
];
const RIGHT = [
  "Nobody at the harbour office has",
  "answered her yet, and the ships",
  "still pass close to the rocks in",
  "the fog, as they did last year.",
];

describe("a PDF", () => {
  it("is read down one column, then the next, below a heading across the page", async () => {
    const article = await read([
      [...column(72, 720, ["A second lamp for Orm"], 18), ...column(72, 660, LEFT), ...column(320, 660, RIGHT)],
    ]);
    expect(article.titleSpan && spanText(article.text, article.titleSpan)).toBe("A second lamp for Orm");
    expect(flat(paragraphsOf(article))).toEqual([LEFT.join(" "), RIGHT.join(" ")]);
  });

  it("is read in the order of the page where it was drawn in another", async () => {
    const article = await read([[...column(72, 600, RIGHT), ...column(72, 700, LEFT)]]);
    expect(flat(paragraphsOf(article))).toEqual([LEFT.join(" "), RIGHT.join(" ")]);
  });

  it("keeps labels beside the words that they label", async () => {
    const lines = [
      ...column(72, 700, ["KEEPER", "", "CLERK"], 10),
      ...column(150, 700, [": The lamp has failed, and it", "failed twice in March.", ": We have it in hand."]),
    ];
    expect((await read([lines])).text).toBe(
      "KEEPER : The lamp has failed, and it\nfailed twice in March.\nCLERK : We have it in hand.",
    );
  });

  it("leaves out the sign of a note, and keeps a small line above a headline off it", async () => {
    const page = [
      { text: "The Orm Post", x: 72, y: 728, size: 7 },
      { text: "A second lamp", x: 72, y: 720, size: 20 },
      { text: "The lamp has failed", x: 72, y: 690 },
      { text: "2", x: 162, y: 693.4, size: 6 },
      { text: " in four of the last seven winters.", x: 166, y: 690 },
    ];
    expect((await read([page])).text).toBe(
      "The Orm Post\n\nA second lamp\n\nThe lamp has failed in four of the last seven winters.",
    );
  });

  it("begins a paragraph behind a gap and at an indent", async () => {
    const [first = "", ...rest] = LEFT;
    const body = [
      ...column(72, 700, LEFT),
      { text: first, x: 84, y: 652 },
      ...column(72, 640, rest),
      ...column(72, 580, RIGHT),
    ];
    expect(flat(paragraphsOf(await read([body])))).toEqual([LEFT.join(" "), LEFT.join(" "), RIGHT.join(" ")]);
  });

  it("makes words whole that a hyphen parts, and keeps a hyphen that the word has elsewhere", async () => {
    const lines = ["The light-", "house stands. A well-known keeper, well-", "known in Orm, lit it."];
    expect((await read([column(72, 700, lines)])).text).toBe(
      "The lighthouse\nstands. A well-known keeper, well-known\nin Orm, lit it.",
    );
  });

  it("goes on from page to page without running heads and page numbers", async () => {
    const page = (number: number, lines: readonly string[]) => [
      ...column(72, 770, [`Harbour reports, volume ${number}`]),
      ...column(72, 700, lines),
      ...column(300, 30, [String(number)]),
    ];
    const article = await read([
      page(1, ["The keeper wrote to the harbour office that the lamp"]),
      page(2, ["had failed in four of the last seven winters."]),
      page(3, ["Nobody has answered her yet."]),
    ]);
    expect(flat(paragraphsOf(article))).toEqual([
      "The keeper wrote to the harbour office that the lamp had failed in four of the last seven winters.",
      "Nobody has answered her yet.",
    ]);
  });

  it("takes its title from what it says of itself, and none from the name of a file", async () => {
    const pages = [column(72, 700, LEFT)];
    expect((await read(pages, "/Title (Lamps of Orm)")).title).toBe("Lamps of Orm");
    expect((await read(pages, "/Title (lamps-final2.docx)")).title).toBeNull();
  });

  it("leaves no listeners behind, however many are read", async () => {
    const warnings: string[] = [];
    const note = ({ name }: Error): void => void warnings.push(name);
    process.on("warning", note);
    for (let i = 0; i < 12; i++) await read([column(72, 700, LEFT)]);
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });

  it("finds the turns of a transcript", async () => {
    const article = await read([
      column(72, 700, [
        "THE KEEPER: The lamp has failed.",
        "THE CLERK: We have it in hand.",
        "THE KEEPER: Since March?",
      ]),
    ]);
    expect(article.turns.map(({ words }) => words.map((span) => spanText(article.text, span)).join(" "))).toEqual([
      "The lamp has failed.",
      "We have it in hand.",
      "Since March?",
    ]);
  });
});

/** Form objects each of which draws the next ten times. */
function nestedForms(depth: number): Buffer {
  const resources = (n: number, i: number) =>
    i === depth - 1 ? `/Font << /F1 ${n + 2} 0 R >>` : `/XObject << /X ${n + 6 + i} 0 R >>`;
  return pdfOf((n) => [
    `<< /Type /Catalog /Pages ${n + 1} 0 R >>`,
    `<< /Type /Pages /Kids [${n + 3} 0 R] /Count 1 >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Type /Page /Parent ${n + 1} 0 R /MediaBox [0 0 612 792] /Contents ${n + 4} 0 R /Resources << /XObject << /X ${n + 5} 0 R >> >> >>`,
    streamOf("/X Do"),
    ...Array.from({ length: depth }, (_, i) =>
      streamOf(
        i === depth - 1 ? "BT /F1 10 Tf (boom) Tj ET" : "/X Do ".repeat(10),
        `/Type /XObject /Subtype /Form /BBox [0 0 600 700] /Resources << ${resources(n, i)} >>`,
      ),
    ),
  ]);
}

describe("a bad PDF", () => {
  it("that is scanned is refused with a way to recognise its text", async () => {
    expect(await failureOf(makePdf([[], []]), GIVEN)).toMatch(
      /ARTICLE_UNREADABLE story: story holds pictures of pages, no text\. .*ocrmypdf/,
    );
  });

  it("that is empty, something else, or cut in half is refused with what to do", async () => {
    expect(await failureOf("", GIVEN)).toContain("is empty");
    expect(await failureOf("A story.", GIVEN)).toContain("is damaged, or no PDF. Save it again, or its text as .txt.");
    const whole = makePdf([column(72, 700, LEFT)]);
    expect(await failureOf(whole.subarray(0, whole.length / 2), GIVEN)).toContain("is damaged, or no PDF");
  });

  it("whose objects lie in each other without end is refused", async () => {
    const nested = pdfOf((n) => [`<< /Type /Catalog /Pages ${n + 1} 0 R /X ${"[".repeat(500_000)} >>`, "<< >>"]);
    expect(await failureOf(nested, GIVEN)).toContain("is damaged");
  });

  it("whose objects draw each other ten times each is ended, and the next one is read", async () => {
    const limits = { seconds: 1, megabytes: 500 };
    const request = { bytes: nestedForms(12), maxCharacters: 1_000 };
    expect(await readInWorker(request, limits)).toEqual({ refused: "TOO_MUCH_WORK" });
    expect((await read([column(72, 700, LEFT)])).text).toBe(LEFT.join("\n"));
  });

  it("of a few bytes that unpack to more than it may take is ended", async () => {
    const bomb = pdfOf((n) => [
      `<< /Type /Catalog /Pages ${n + 1} 0 R >>`,
      `<< /Type /Pages /Kids [${n + 2} 0 R] /Count 1 >>`,
      `<< /Type /Page /Parent ${n + 1} 0 R /MediaBox [0 0 612 792] /Contents ${n + 3} 0 R >>`,
      streamOf(Buffer.alloc(200_000_000, " ")),
    ]);
    const limits = { seconds: 30, megabytes: 150 };
    expect(await readInWorker({ bytes: bomb, maxCharacters: 1_000 }, limits)).toEqual({ refused: "TOO_MUCH_WORK" });
  });
});
