import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { type Site, violations, widthOf } from "./site.ts";

const DRAFT = `The fee comes back

“We oppose this tax, and we will oppose it in May,” Marta Selk said.

“There is no such thing as a free metre,” said Rosalind Feeney. “Bananas shall be legal tender from Tuesday,” she added.

Follow us on the quay.`;

/** The narrowest phone in wide use, in pixels. */
const PHONE = { viewport: { width: 360, height: 740 } };

export function drafting({ open }: Site): void {
  const chosen = (page: Page) => page.getByRole("region", { name: "The chosen quote" });
  const marked = (page: Page) => page.locator(".claimed");

  async function pasted(page: Page, draft = DRAFT): Promise<void> {
    await page.getByLabel("The draft").fill(draft);
    await page.getByRole("button", { name: "Check", exact: true }).click();
  }

  it("shows a pasted draft to the letter, each quote marked by what became of it", async () => {
    const { page } = await open("/");
    await page.getByRole("link", { name: "Check a draft" }).click();
    await pasted(page);
    await expect
      .poll(() => page.locator(".draft-summary").textContent())
      .toBe("3 quotes: 1 said in these words, 1 altered, 1 not found. 2 need a look.");
    const shown = await page.locator(".draft-text").evaluate((text) => {
      const copy = text.cloneNode(true) as HTMLElement;
      for (const sign of Array.from(copy.querySelectorAll(".claimed-icon"))) sign.remove();
      return Array.from(copy.querySelectorAll("p"), ({ textContent }) => textContent?.trim());
    });
    expect(shown).toEqual(DRAFT.split("\n\n"));
    const classes = await marked(page).evaluateAll((marks) => marks.map(({ className }) => className.split(" ")[1]));
    expect(classes).toEqual(["is-bad", "is-good", "is-doubtful"]);
    const lines = await marked(page).evaluateAll((marks) =>
      marks.map((mark) => getComputedStyle(mark).textDecorationStyle),
    );
    expect(new Set(lines).size).toBe(3);
  });

  it("goes from problem to problem by the keyboard, with the difference and the source of each", async () => {
    const { page } = await open("/draft");
    await pasted(page);
    await marked(page).first().waitFor();
    await page.locator(".draft-summary").click();
    await page.keyboard.press("n");
    await expect
      .poll(() => chosen(page).textContent())
      .toMatch(/The draft gives it to Marta Selk; in the source it is/);
    expect(await chosen(page).locator(".diff blockquote del").allTextContents()).toEqual(["tax"]);
    await expect.poll(() => new URL(page.url()).hash).toBe("#quote-1");
    await page.keyboard.press("n");
    await expect.poll(() => chosen(page).textContent()).toMatch(/Not found/);
    await expect.poll(() => page.locator(".problem-steps").textContent()).toMatch(/2 of 2/);
    await page.keyboard.press("p");
    await expect.poll(() => new URL(page.url()).hash).toBe("#quote-1");
    await chosen(page).locator(".source-title").click();
    await page.locator(".said.is-sought", { hasText: "We oppose this fee" }).waitFor();
    await page.goBack();
    await expect.poll(() => chosen(page).textContent()).toMatch(/Marta Selk/);
  });

  it("sets off the quotes of one verdict, and keeps that in the address", async () => {
    const { page } = await open("/draft");
    await pasted(page);
    await page.getByRole("button", { name: /^Not found 1/ }).click();
    await expect.poll(() => page.locator(".claimed:not(.is-muted)").count()).toBe(1);
    expect(new URL(page.url()).searchParams.get("verdict")).toBe("NOT_FOUND");
    await page.goBack();
    await expect.poll(() => page.locator(".claimed.is-muted").count()).toBe(0);
  });

  it("reads a file that is dropped on it, and one that is chosen", async () => {
    const { page } = await open("/draft");
    const file = {
      name: "draft.md",
      mimeType: "text/markdown",
      content: "# News\n\n“There is no such thing as a **free** metre,” said Feeney.",
    };
    const transfer = await page.evaluateHandle(({ name, content }) => {
      const data = new DataTransfer();
      data.items.add(new File([content], name));
      return data;
    }, file);
    await page.locator(".draft-form").dispatchEvent("drop", { dataTransfer: transfer });
    await expect.poll(() => page.locator(".draft-summary").textContent()).toMatch(/^1 quote: 1 said in these words/);
    await page.getByText("The text", { exact: true }).click();
    const buffer = Buffer.from("“The fog has a key to every door,” said Feeney.");
    await page.getByLabel("Choose a file").setInputFiles({ name: "draft.txt", mimeType: "text/plain", buffer });
    await expect.poll(() => page.locator(".draft-summary").textContent()).toMatch(/^1 quote: 1 not found/);
    expect(await page.getByLabel("The draft").inputValue()).toBe(buffer.toString());
  });

  it.each([
    ["draft.exe", "MZ", /draft\.exe can't be read as a draft\. These can: \.txt/],
    ["draft.txt", "\u0000\u0001\u0002", /binary/],
    ["draft.txt", "", /draft\.txt is empty/],
    ["draft.docx", "no archive", /draft\.docx is damaged/],
    ["long.txt", "gulls ".repeat(100_000), /long\.txt has 600,000 characters; at most 500,000/],
    ["huge.txt", "gulls ".repeat(2_000_000), /more than 10,000,000 bytes/],
  ])("says in a sentence why it can't check %s", async (name, content, sentence) => {
    const { page } = await open("/draft");
    const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(content) };
    await page.getByLabel("Choose a file").setInputFiles(file);
    await expect.poll(() => page.getByRole("alert").textContent()).toMatch(sentence);
    await pasted(page);
    await marked(page).first().waitFor();
  });

  it("says so of a draft without quotes, and shows hostile HTML as the text that it is", async () => {
    const { page, seen } = await open("/draft");
    await pasted(page, "The tide came in.\n\n<img src=x onerror=alert(1)><script>alert(2)</script>");
    await expect.poll(() => page.locator(".draft-summary").textContent()).toMatch(/^No quote was found in the draft/);
    expect(await page.locator(".draft-text").textContent()).toContain("<script>alert(2)</script>");
    expect(await page.locator(".draft-text img").count()).toBe(0);
    expect(seen.complaints).toEqual([]);
  });

  it("takes notes beside the draft for its sources, and leaves them out again", async () => {
    const { page } = await open("/draft");
    const said = "“The fog has a key to every door,” said Feeney.";
    const buffer = Buffer.from(
      "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Rosalind Feeney>The fog has a key to every door.\n",
    );
    await page.getByLabel("Add notes").setInputFiles({ name: "fog.vtt", mimeType: "text/vtt", buffer });
    await page.getByRole("list", { name: "Notes" }).getByText("fog.vtt").waitFor();
    await pasted(page, said);
    await expect.poll(() => page.locator(".draft-summary").textContent()).toMatch(/^1 quote: 1 said in these words/);
    await marked(page).click();
    await expect.poll(() => chosen(page).locator(".source").textContent()).toBe("fog.vtt your notes");
    await page.getByText("The text", { exact: true }).click();
    await page.getByRole("button", { name: "Leave out fog.vtt" }).click();
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await expect.poll(() => page.locator(".draft-summary").textContent()).toMatch(/^1 quote: 1 not found/);
  });

  it("says in a sentence why notes can't be read", async () => {
    const { page } = await open("/draft");
    const buffer = Buffer.from("no archive");
    await page.getByLabel("Add notes").setInputFiles({ name: "fog.docx", mimeType: "application/zip", buffer });
    await expect.poll(() => page.getByRole("alert").textContent()).toMatch(/fog\.docx is damaged/);
  });

  it("says in a sentence which notes are not in UTF-8, rather than taking them garbled", async () => {
    const { page } = await open("/draft");
    for (const name of ["fog.txt", "fog.srt"]) {
      const buffer = Buffer.from("1\n00:00:01,000 --> 00:00:04,000\nThe caf\xe9 has a key to every door.\n", "latin1");
      await page.getByLabel("Add notes").setInputFiles({ name, mimeType: "text/plain", buffer });
      await expect.poll(() => page.getByRole("alert").textContent()).toContain(`${name} is not valid UTF-8`);
    }
    expect(await page.getByRole("list", { name: "Notes" }).count()).toBe(0);
  });

  it("takes notes in another encoding that they tell", async () => {
    const { page } = await open("/draft");
    const buffer = Buffer.from("\ufeff“The café has a key to every door,” said Feeney.", "utf16le");
    await page.getByLabel("Add notes").setInputFiles({ name: "fog.txt", mimeType: "text/plain", buffer });
    await page.getByRole("list", { name: "Notes" }).getByText("fog.txt").waitFor();
    await pasted(page, "“The café has a key to every door,” said Feeney.");
    await expect.poll(() => page.locator(".draft-summary").textContent()).toMatch(/^1 quote: 1 said in these words/);
  });

  it("shows a long draft before all of it is checked, and marks its quotes as they are", async () => {
    const { page } = await open("/draft");
    const line = (_: unknown, i: number) => `“Herring number ${i} is late,” Selk said.`;
    await pasted(page, Array.from({ length: 60 }, line).join("\n\n"));
    const told = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const seen = new Set<string>();
          const look = () => {
            const words = document.querySelector(".draft-summary")?.textContent ?? "";
            seen.add(words);
            if (words.startsWith("60 quotes")) resolve([...seen]);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    expect(told.filter((words) => /^Checking: \d+ of 60 quotes so far\.$/.test(words)).length).toBeGreaterThan(1);
    expect(await marked(page).count()).toBe(60);
  });

  it("gives out a ClaimReview of what the reader has rated, under the reader's name", async () => {
    const { page } = await open("/draft");
    await pasted(page);
    await page.getByRole("button", { name: "Next problem" }).click();
    expect(await page.getByRole("button", { name: "ClaimReview" }).count()).toBe(0);
    await chosen(page).getByLabel("Your rating").fill("Misquoted");
    const button = page.getByRole("button", { name: "ClaimReview" });
    expect(await button.isDisabled()).toBe(true);
    await page.getByLabel("Rated by").fill("Ada Rook");
    expect(await violations(page)).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    expect(download.suggestedFilename()).toBe("reviews.jsonld");
    const { "@graph": reviews } = JSON.parse(await readFile(await download.path(), "utf8"));
    expect(reviews).toMatchObject([
      {
        claimReviewed: "We oppose this tax, and we will oppose it in May,",
        reviewRating: { alternateName: "Misquoted" },
        author: { name: "Ada Rook" },
        itemReviewed: { author: { "@type": "Person", name: "Marta Selk" } },
      },
    ]);
  });

  it("saves a report for the desk, a table, references, and lines for programs", async () => {
    const { page } = await open("/draft");
    await pasted(page);
    const saved = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
      return { file: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
    };
    const report = await saved("Report");
    expect(report.file).toBe("quotes.md");
    expect(report.text).toMatch(/^# Quotes of The fee comes back\n.*## To look at.*“tax” for “fee”/s);
    const table = await saved("CSV");
    expect(table).toMatchObject({ file: "quotes.csv", text: expect.stringContaining("“tax” for “fee”") });
    const references = await saved("BibTeX");
    expect(references.file).toBe("quotes.bib");
    expect(references.text.match(/^@misc/gm)).toHaveLength(2);
    const { text } = await saved("JSON Lines");
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ verdict }) => verdict)).toEqual(["ALTERED", "VERBATIM", "NOT_FOUND"]);
    for (const { start, end, text: words } of lines) expect(DRAFT.slice(start, end)).toBe(words);
  });

  it.each(["light", "dark"] as const)("has nothing that axe objects to, %s", async (colorScheme) => {
    const { page } = await open("/draft", { colorScheme, bypassCSP: true });
    await page.getByLabel("The draft").waitFor();
    expect(await violations(page)).toEqual([]);
    await pasted(page);
    await page.getByRole("button", { name: "Next problem" }).click();
    await chosen(page).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: /^Not found 1/ }).click();
    expect(await violations(page)).toEqual([]);
  });

  it("fits a phone, where what was found of a quote lies below its words", async () => {
    const { page } = await open("/draft", PHONE);
    await pasted(page);
    await page.getByRole("button", { name: "Next problem" }).click();
    const words = await page.locator(".claimed.is-sought").boundingBox();
    const card = await chosen(page).boundingBox();
    expect(words?.y).toBeGreaterThanOrEqual(0);
    expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual(card?.y ?? 0);
    expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.viewport.width);
  });
}
