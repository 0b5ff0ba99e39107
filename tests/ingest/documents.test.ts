import { describe, expect, it } from "vitest";
import { spanText } from "../../src/model/span.ts";
import { makeZip } from "./make-zip.ts";
import { failureOf, paragraphsOf, readOne } from "./read-all.ts";

const LIMIT = { maxArticleBytes: 10_000_000 };

/** A document of Word with this body. */
const docx = (body: string, more: Readonly<Record<string, string | Buffer>> = {}): Buffer =>
  makeZip({
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
const paragraph = (text: string, properties = "", run = "") =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

describe("a document of Word", () => {
  const given = { format: "DOCX", ...LIMIT } as const;

  it("is its headings and paragraphs, without what is struck out", async () => {
    const body =
      paragraph("The weir is mended", '<w:pStyle w:val="Heading1"/>') +
      paragraph("“It took a week,” Sanna Wick said.") +
      paragraph("Withdrawn.", "", "<w:strike/>");
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>';
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>';
    const article = await readOne(
      docx(body, { "word/styles.xml": styles, "word/_rels/document.xml.rels": rels }),
      given,
    );
    expect(article.title).toBe("The weir is mended");
    expect(paragraphsOf(article)).toEqual(["“It took a week,” Sanna Wick said."]);
  });

  it("has turns where its lines are labelled", async () => {
    const lines = ["SANNA WICK: It took a week.", "OLE BRANDT: Who paid?", "SANNA WICK: The mill."];
    const article = await readOne(docx(lines.map((line) => paragraph(line)).join("")), given);
    expect(article.turns.map(({ speaker }) => speaker && spanText(article.text, speaker))).toEqual([
      "SANNA WICK",
      "OLE BRANDT",
      "SANNA WICK",
    ]);
  });

  it("is refused where it is empty, cut in half, something else, or of an old Word", async () => {
    const whole = docx(paragraph("The weir is mended."));
    expect(await failureOf("", given)).toContain("is empty");
    expect(await failureOf(docx(""), given)).toContain("is empty");
    expect(await failureOf(whole.subarray(0, whole.length / 2), given)).toContain(
      "story is damaged, or not what its ending says.",
    );
    expect(await failureOf("The weir is mended.", given)).toContain("is damaged, or not what its ending says.");
    expect(await failureOf(makeZip({ "a.txt": "no document" }), given)).toContain(
      "is damaged, or no document of Word.",
    );
    expect(await failureOf(Buffer.from("d0cf11e0a1b11ae1", "hex"), given)).toContain(
      "Save it as .docx without a password.",
    );
  });

  it("is refused where a few bytes unpack to a flood, whatever the archive says of their length", async () => {
    const flood = docx(paragraph("x"), { "word/flood.xml": Buffer.alloc(40_000_000, " ") });
    expect(await failureOf(flood, given)).toContain("unpacks to more than a document should hold (32 MB).");
    const short = Buffer.alloc(4);
    short.writeUInt32LE(1_000);
    const long = Buffer.alloc(4);
    long.writeUInt32LE(40_000_000);
    const lying = Buffer.from(
      flood.toString("latin1").replaceAll(long.toString("latin1"), short.toString("latin1")),
      "latin1",
    );
    expect(await failureOf(lying, given)).toContain("is damaged, or not what its ending says.");
  });

  it("is refused where it has more elements than any document", async () => {
    expect(await failureOf(docx("<w:p/>".repeat(1_000_001)), given)).toContain("has more parts than a document has");
  });

  it("is refused where its elements nest without end, or its entities do", async () => {
    const deep = "<w:ins>".repeat(50_000) + "</w:ins>".repeat(50_000);
    expect(await failureOf(docx(deep), given)).toMatch(/is damaged, or no document of Word|is empty/);
    const bomb = `<!DOCTYPE x [<!ENTITY a "${"ha".repeat(100)}"><!ENTITY b "${"&a;".repeat(100)}"><!ENTITY c "${"&b;".repeat(1_000)}">]>`;
    const document = `${bomb}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph("&c;")}</w:body></w:document>`;
    const outcome = await failureOf(docx("", { "word/document.xml": document }), given).catch(async () => {
      const { text } = await readOne(docx("", { "word/document.xml": document }), given);
      return `${text.length} characters`;
    });
    expect(outcome).toMatch(/damaged|^\d{1,2} characters/);
  });
});

describe("Markdown", () => {
  const given = { format: "MARKDOWN" } as const;

  it("is read as it is shown, with the fields above it", async () => {
    const article = await readOne(
      '---\ntitle: "The weir"\nauthor: Sanna Wick\ndate: 2024-03-05\nurl: https://weir.example/a\n---\n# The weir is mended\n\nIt took *a week*, and [the mill](https://mill.example) paid.\n\n- One sluice\n- Two gates\n',
      given,
    );
    expect(article).toMatchObject({
      title: "The weir",
      author: "Sanna Wick",
      url: "https://weir.example/a",
      publishedAt: "2024-03-05T00:00:00.000Z",
    });
    expect(paragraphsOf(article)).toEqual(["It took a week, and the mill paid.", "One sluice", "Two gates"]);
  });

  it("keeps a turn a line", async () => {
    const article = await readOne(
      "**Sanna Wick:** It took a week.\n**Ole Brandt:** Who paid?\n**Sanna Wick:** The mill.\n",
      given,
    );
    expect(article.turns).toHaveLength(3);
  });

  it("prints an attributed block quote as a quote", async () => {
    const article = await readOne("The weir is mended.\n\n> It took a week.\n> — Sanna Wick\n", given);
    expect(paragraphsOf(article)[1]).toBe("“It took a week.” — Sanna Wick");
  });

  it("is refused where it is empty or nests without end", async () => {
    expect(await failureOf("---\ntitle: x\n---\n", given)).toContain("is empty");
    const deep = await failureOf(`${">".repeat(20_000)} x`, given);
    expect(deep).toMatch(/nests too deeply|levels of nesting/);
  });

  it("is refused where lists lie within lists without end, or a table is filled up to millions of cells", async () => {
    const lists = Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(2 * depth)}- a`).join("\n");
    const table = `${"|a".repeat(10_000)}\n${"|-".repeat(10_000)}\n${"|b|c\n".repeat(1_000)}`;
    for (const bomb of [lists, table])
      expect(await failureOf(bomb, { ...given, ...LIMIT })).toContain("nests too deeply, or has too wide a table");
  });
});

describe("an e-mail message", () => {
  const given = { format: "EMAIL" } as const;
  const HEAD =
    "From: Sanna Wick <wick@mill.example>\r\nDate: Tue, 05 Mar 2024 10:00:00 +0100\r\nSubject: =?utf-8?q?The_weir_=E2=80=93_mended?=\r\n";

  it("is its text, with sender, date and subject", async () => {
    const article = await readOne(
      `${HEAD}Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe weir at H=F6l is mended.\r\n\r\nIt took a week.\r\n`,
      given,
    );
    expect(article).toMatchObject({
      title: "The weir – mended",
      author: "Sanna Wick",
      publishedAt: "2024-03-05T09:00:00.000Z",
    });
    expect(article.text).toBe("The weir at Höl is mended.\n\nIt took a week.");
  });

  it("is its HTML where it has no text", async () => {
    const article = await readOne(
      `${HEAD}Content-Type: text/html\r\n\r\n<h1>Mended</h1><p>The weir is <b>mended</b>.</p>`,
      given,
    );
    expect(paragraphsOf(article)).toEqual(["The weir is mended."]);
  });

  it("is the page where a browser saved one so, at its address", async () => {
    const page = `<html><head><title>Mended</title></head><body><article><h1>Mended</h1><p>${"The weir is mended. ".repeat(10)}</p><p>“It holds,” said Sanna Wick.</p></article></body></html>`;
    const saved = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://mill.example/weir\r\nSubject: Mended\r\nDate: Tue, 05 Mar 2024 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${page}\r\n--b--\r\n`;
    const article = await readOne(saved, given);
    expect(article).toMatchObject({
      title: "Mended",
      url: "https://mill.example/weir",
      author: null,
      publishedAt: null,
    });
    expect(paragraphsOf(article)).toContain("“It holds,” said Sanna Wick.");
  });

  it("is refused where it is empty or none", async () => {
    expect(await failureOf("", given)).toContain("is empty");
    expect(await failureOf(`${HEAD}\r\n`, given)).toContain("is empty");
    expect(await failureOf("The weir is mended.\n\nIt took a week.", given)).toContain("is no e-mail message");
    const boundary = `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n`;
    const nested = "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".repeat(5_000);
    expect(await failureOf(boundary + nested, { ...given, maxArticleBytes: 1_000_000 })).toMatch(
      /longer heads, or more parts within parts|is empty/,
    );
  });
});

describe("a book", () => {
  const given = { format: "EPUB", ...LIMIT } as const;
  const CONTAINER = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>';
  const OPF = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Weirs</dc:title><dc:creator>Sanna Wick</dc:creator><dc:publisher>Mill Press</dc:publisher><dc:date>2024-03-05</dc:date></metadata><manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="two%20b.xhtml"/><item id="a" href="one.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>`;
  const chapter = (body: string) =>
    `<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${body}</body></html>`;
  const book = {
    "META-INF/container.xml": CONTAINER,
    "OPS/book.opf": OPF,
    "OPS/nav.xhtml": chapter("<ol><li>Contents</li></ol>"),
    "OPS/one.xhtml": chapter("<h1>One</h1><p>The weir is mended.</p>"),
    "OPS/two b.xhtml": chapter("<p>It took a week.</p>"),
  };

  it("is its chapters in the order of the spine, with what it tells of itself", async () => {
    const article = await readOne(makeZip(book), given);
    expect(article).toMatchObject({
      title: "Weirs",
      author: "Sanna Wick",
      publisher: "Mill Press",
      publishedAt: "2024-03-05T00:00:00.000Z",
    });
    expect(paragraphsOf(article)).toEqual(["One", "The weir is mended.", "It took a week."]);
  });

  it("is refused where it is cut in half, no book, or a flood", async () => {
    const whole = makeZip(book);
    expect(await failureOf(whole.subarray(0, whole.length - 100), given)).toContain("is damaged");
    expect(await failureOf(makeZip({ "a.txt": "x" }), given)).toContain("is damaged, or no EPUB");
    const flood = { ...book, "OPS/one.xhtml": Buffer.alloc(40_000_000, " ") };
    expect(await failureOf(makeZip(flood), given)).toContain("unpacks to more than a document should hold");
  });

  it("has each chapter once, however often its spine names it, and no more paragraphs than books have", async () => {
    const spine = (places: string): string => OPF.replace(/<spine.*<\/spine>/s, `<spine>${places}</spine>`);
    const again = spine('<itemref idref="a"/>'.repeat(5_000));
    const once = spine('<itemref idref="a"/>');
    const [repeated, single] = await Promise.all(
      [again, once].map((opf) => readOne(makeZip({ ...book, "OPS/book.opf": opf }), given)),
    );
    expect(repeated?.text).toBe(single?.text);
    const chapter = `<html><body>${"<p>a</p>".repeat(30_000)}</body></html>`;
    const chapters = [1, 2, 3, 4].map((number) => [`OPS/c${number}.xhtml`, chapter]);
    const items = [1, 2, 3, 4].map((number) => `<item id="c${number}" href="c${number}.xhtml"/>`).join("");
    const long = spine([1, 2, 3, 4].map((number) => `<itemref idref="c${number}"/>`).join("")).replace(
      "<manifest>",
      `<manifest>${items}`,
    );
    const flood = makeZip({ ...book, "OPS/book.opf": long, ...Object.fromEntries(chapters) });
    expect(await failureOf(flood, given)).toContain("more than 100000 paragraphs");
  });
});
