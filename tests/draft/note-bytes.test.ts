import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOfNote } from "../../src/draft/note-bytes.ts";
import type { ArticleFormat } from "../../src/ingest/article-source.ts";
import { readArticles } from "../../src/ingest/read-articles.ts";

async function textOfNote(format: ArticleFormat, text: string): Promise<string> {
  const bytes = (async function* () {
    yield bytesOfNote(format, text);
  })();
  const source = { name: "note", format, bytes, details: {}, sourceKey: "note" };
  for await (const result of readArticles(source, { maxArticleBytes: 1_000_000 })) {
    if ("error" in result) throw result.error;
    return result.article.text;
  }
  throw new Error("The note holds no article.");
}

const SAID = "“We will dredge the Zoë basin – at last,” Åsa Brink said.";
const PAGE = `<article><h1>The basin is dry</h1><p>${SAID} The council had put the work off for nine years, and the boats of the yard lay on the mud.</p>
<p>Two firms have offered to do it before the winter, and the harbour board will choose between them on Friday, when it meets in the old customs house.</p>
<p>The yard itself pays a third of the costs, as it did when the basin was last dredged, and the town and the county pay the rest of them.</p></article>`;

const mail = (...lines: readonly string[]) => ["From: Åsa Brink <asa@quay.example>", ...lines].join("\r\n");

describe("the text of a note", () => {
  it.each<[string, ArticleFormat, string]>([
    ["a page", "HTML", `<meta charset=windows-1252>${PAGE}`],
    ["a page under a byte order mark", "HTML", `\ufeff<meta charset="iso-8859-1">${PAGE}`],
    ["a message", "EMAIL", mail("Content-Type: text/plain; charset=windows-1252", "", SAID)],
    [
      "a message whose type goes on in a second line",
      "EMAIL",
      mail("Content-Type: text/plain;", '\tcharset="ISO-8859-1"', "Content-Transfer-Encoding: 8bit", "", SAID),
    ],
    [
      "a part of a message",
      "EMAIL",
      mail(
        ...["Content-Type: multipart/alternative; boundary=b", "", "--b"],
        ...["Content-Type: text/plain; charset=windows-1252", "", SAID, "--b--", ""],
      ),
    ],
  ])("is not decoded again by the charset that it declares: %s", async (_, format, text) => {
    expect(await textOfNote(format, text)).toContain(SAID);
  });

  it("is decoded by its charset where a message has it encoded", async () => {
    const text = mail(
      ...["Subject: Grüße", "Content-Type: text/plain; charset=koi8-r"],
      ...["Content-Transfer-Encoding: quoted-printable", "", "=F7=CF=C4=C1 is the word for it."],
    );
    expect(await textOfNote("EMAIL", text)).toContain("Вода is the word for it.");
  });

  it("is decoded by its charset where that stands in ASCII for other letters", async () => {
    const text = mail("Content-Type: text/plain; charset=iso-2022-jp", "", "\u001b$B9A\u001b(B is the word for it.");
    expect(await textOfNote("EMAIL", text.replace("Åsa Brink", "Asa Brink"))).toContain("港 is the word for it.");
  });

  it("is the same for a message of any charset", async () => {
    const charset = fc.constantFrom("utf-8", "windows-1252", "iso-8859-15", "koi8-r", "shift_jis", "gb18030");
    const words = fc.stringMatching(/^[a-zß-öø-ÿąžшф漢][a-zß-öø-ÿ“”–ąžшф漢]{0,40}$/u);
    await fc.assert(
      fc.asyncProperty(charset, words, async (charset, words) => {
        const text = mail(`Content-Type: text/plain; charset=${charset}`, "", words);
        expect(await textOfNote("EMAIL", text)).toBe(words);
      }),
    );
  });

  it("keeps what the body of a message says of charsets in other words", async () => {
    const text = mail("Subject: Letters", "", "The old page had charset=koi8-r in its head, and nobody saw why.");
    expect(await textOfNote("EMAIL", text)).toContain("had charset=koi8-r in its head");
  });
});
