import { describe, expect, it } from "vitest";
import { readAll } from "../read-all.ts";
import { turnRow } from "./transcript.ts";

const INTRODUCTION =
  "<p>The two met on the quay on Friday, for a long talk about boats, dues and the weather of the bay.</p>";

async function turnsOnPage(body: string): Promise<readonly string[]> {
  const html = `<html><body><article><h1>Talk of the harbour</h1>${INTRODUCTION}${body}</article></body></html>`;
  const { articles } = await readAll(html, { format: "HTML" });
  return articles.flatMap(({ article }) => article.turns.map((turn) => turnRow(article.text, turn)));
}

const STOLT = "Good morning. I want to begin with the dues, because you asked me to.";
const KEEL = "Thank you. We have paid nine crowns a trip since the spring, and we cannot pay ten.";

describe("a page tells who speaks by", () => {
  it.each([
    ["a definition list", `<dl><dt>Vera Stolt</dt><dd>${STOLT}</dd><dt>Ivo Keel</dt><dd>${KEEL}</dd></dl>`],
    ["a heading for each speaker", `<h3>Vera Stolt</h3><p>${STOLT}</p><h3>Ivo Keel</h3><p>${KEEL}</p>`],
    [
      "a table, whose heads are left out",
      `<table><tr><th>Speaker</th><th>Words</th></tr><tr><td>Vera Stolt</td><td>${STOLT}</td></tr><tr><td><p>Ivo Keel</p></td><td><p>${KEEL}</p></td></tr></table>`,
    ],
    ["bold labels", `<p><b>Vera Stolt:</b> ${STOLT}</p><p><strong>Ivo Keel</strong>: ${KEEL}</p>`],
    [
      "labels below questions that a click opens, which are no answer",
      `<details><summary>Who pays?</summary><p><b>Vera Stolt:</b> ${STOLT}</p></details><details><summary>And who waits?</summary><p><b>Ivo Keel:</b> ${KEEL}</p></details>`,
    ],
    ["bold names without a colon", `<p><b>Vera Stolt</b> ${STOLT}</p><p><b>Ivo <i>Keel</i></b> ${KEEL}</p>`],
    ["a name, a line break and the words", `<p><b>Vera Stolt</b><br>${STOLT}</p><p><b>Ivo Keel</b><br>${KEEL}</p>`],
  ])("%s", async (_name, body) => {
    expect(await turnsOnPage(body)).toEqual([`Vera Stolt: ${STOLT}`, `Ivo Keel: ${KEEL}`]);
  });

  it("labels in preformatted text, whose lines stay lines", async () => {
    const body = `<pre>\nVERA STOLT: Good morning. I want to begin\nwith the dues.\nIVO KEEL: ${KEEL}\n\nSTOLT: And when?\n</pre>`;
    expect(await turnsOnPage(body)).toEqual([
      "VERA STOLT: Good morning. I want to begin with the dues.",
      `IVO KEEL: ${KEEL}`,
      "STOLT: And when?",
    ]);
  });

  it.each([
    [
      "a class for the name, and boxes in a row",
      `<div class="row"><div class="speaker">Vera Stolt</div><div>${STOLT}</div></div><div class="row"><div class="speaker">Ivo Keel</div><div>${KEEL}</div></div>`,
      "",
    ],
    [
      "a class for the name before the words",
      `<p><span class="speaker">Vera Stolt</span>${STOLT}</p><p><span class="speaker">Ivo Keel</span>${KEEL}</p>`,
      "",
    ],
    [
      "a time behind the name",
      `<p><span class="speaker-name">Vera Stolt</span><span>00:01</span> ${STOLT}</p><p><span class="speaker-name">Ivo Keel</span><span>00:09</span> ${KEEL}</p>`,
      "timed",
    ],
  ])("%s", async (_name, body, timed) => {
    const times = timed === "" ? ["", ""] : [" [1]", " [9]"];
    expect(await turnsOnPage(body)).toEqual([`Vera Stolt${times[0]}: ${STOLT}`, `Ivo Keel${times[1]}: ${KEEL}`]);
  });

  it("no preformatted text of more lines than a page has elements", async () => {
    const { failures } = await readAll(`<pre>${"VERA STOLT: I said.\n\n".repeat(60_000)}</pre>`, {
      format: "HTML",
      maxArticleBytes: 10_000_000,
    });
    expect(failures.map(({ error }) => error.message)).toEqual([expect.stringContaining("more than 50000 elements")]);
  });

  it("a box for each speaker, whatever the share of one of them", async () => {
    const box = (name: string, words: string) =>
      `<div class="contribution"><h4>${name}</h4><div><p>${words}</p></div></div>`;
    const html = `<html><body><article><h1>Dues</h1>${box("Vera Stolt MP", `${STOLT} I have waited, as you know, and I shall wait.`)}${box("Mr Speaker", "I call Mr Keel.")}${box("Ivo Keel", KEEL)}</article></body></html>`;
    const { articles } = await readAll(html, { format: "HTML" });
    expect(articles.flatMap(({ article }) => article.turns.map((turn) => turnRow(article.text, turn)))).toEqual([
      `Vera Stolt: ${STOLT} I have waited, as you know, and I shall wait.`,
      "Mr Speaker: I call Mr Keel.",
      `Ivo Keel: ${KEEL}`,
    ]);
  });

  it("questions in bold type or italics, above or before the answers", async () => {
    const body =
      "<p><strong>Do you like boats?</strong></p><p>I do. I always did.</p><p><em>And ice, do you?</em></p><p>No. My mother did.</p>" +
      "<h2>Dues</h2><p><b>What do you pay?</b> Nine crowns. We pay it weekly.</p>";
    expect(await turnsOnPage(body)).toEqual([
      "- QUESTION: Do you like boats?",
      "- ANSWER: I do. I always did.",
      "- QUESTION: And ice, do you?",
      "- ANSWER: No. My mother did.",
      "- ANSWER: Nine crowns. We pay it weekly.",
    ]);
  });

  it("names between the paragraphs that only their class sets apart", async () => {
    const body = `<p class="speaker-name">Vera Stolt</p><p>${STOLT}</p><p class="speaker-name">Ivo Keel</p><p>${KEEL}</p>`;
    expect(await turnsOnPage(body)).toEqual([`Vera Stolt: ${STOLT}`, `Ivo Keel: ${KEEL}`]);
  });

  it("no words in italics between those of a speaker, which tell of the hall", async () => {
    const body = `<p><b>VERA STOLT:</b> ${STOLT}</p><p><em>Laughter in the hall.</em></p><p>I mean it.</p><p><b>IVO KEEL:</b> ${KEEL}</p>`;
    expect(await turnsOnPage(body)).toEqual([`VERA STOLT: ${STOLT} / I mean it.`, `IVO KEEL: ${KEEL}`]);
  });

  it("what is put forward in bold type as well, where questions in bold type have no label", async () => {
    const body = `<p><b>Ivo Keel:</b> Is it paid?</p><p><b>Vera Stolt:</b> ${STOLT}</p><p><b>You don't like it.</b></p><p>I do not.</p><p><b>Will you pay?</b></p><p>I will.</p>`;
    expect(await turnsOnPage(body)).toEqual([
      "Ivo Keel: Is it paid?",
      `Vera Stolt: ${STOLT}`,
      "- QUESTION: You don't like it.",
      "- ANSWER: I do not.",
      "- QUESTION: Will you pay?",
      "- ANSWER: I will.",
    ]);
  });

  it("a line in bold type with the name, where an office with its holder tells of a house", async () => {
    const body = `<p><b>Vera Stolt (Port Ansel)</b></p><p>${STOLT}</p><p><b>Madam Speaker (Dame Ana Rook)</b></p><p>Order. The house must sit down.</p>`;
    expect(await turnsOnPage(body)).toEqual([
      `Vera Stolt (Port Ansel): ${STOLT}`,
      "Dame Ana Rook (Madam Speaker): Order. The house must sit down.",
    ]);
  });

  it("no headings of candidates, whatever these are quoted with", async () => {
    const body =
      "<h2>Vera Stolt</h2><p>A teacher for nine years. She says “I will not rest”.</p><h2>Ivo Keel</h2><p>Runs the harbour, and has no family.</p>";
    expect(await turnsOnPage(body)).toEqual([]);
  });
});
