import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium, skipsBrowser } from "../chromium.ts";
import { type EditableServer, startEditableServer, TOKEN } from "../editable-server.ts";
import { violations, widthOf } from "./page/site.ts";

const FERRY = {
  id: "ferry",
  title: "Ferry stays at the north quay",
  publishedAt: "2031-05-02",
  text: "Ferry stays at the north quay\n\n“The ferry stays where it is, whatever the board may say,” said Lena Marsh, the mayor.\n\nTom Okafor runs the boatyard beside it. “We shall count the boats again before winter,” said Okafor.",
};
const LAMP = {
  id: "lamp",
  title: "Lamp lit again",
  publishedAt: "2031-05-04",
  text: "Lamp lit again\n\n“The lamp stays lit for as long as I am here,” said Helena Marsh, the keeper.",
};

describe.skipIf(skipsBrowser("Putting right on the reading page"))("putting right on the reading page", () => {
  let server: EditableServer;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    server = await startEditableServer();
    const add = "mutation ($articles: [ArticleInput!]!) { addArticles(articles: $articles) { refused { message } } }";
    await server.ask(add, { articles: [FERRY, LAMP] });
    browser = await launchChromium();
  });
  afterEach(async () => {
    await context?.close();
    const { corrections } = await server.ask("{ corrections(first: 100) { nodes { id undone { by } } } }");
    for (const { id, undone } of corrections.nodes) {
      if (undone === null) await server.ask("mutation ($id: ID!) { undoCorrection(id: $id) { id } }", { id });
    }
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(address: string, options = {}): Promise<Page> {
    context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(server.url + address);
    return page;
  }

  async function signIn(address: string, options = {}): Promise<Page> {
    const page = await open(address, options);
    await page.getByRole("link", { name: "Sign in" }).click();
    await page.getByLabel("Token").fill(TOKEN);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: "Sign out" }).waitFor();
    return page;
  }

  const chosen = (page: Page) => page.getByRole("region", { name: "The chosen quote" });

  async function chooseFerry(page: Page): Promise<void> {
    await page.locator(".source-title, h2 a, h3 a, a", { hasText: FERRY.title }).first().click();
    await page.locator(".said", { hasText: "The ferry stays" }).click({ position: { x: 60, y: 10 } });
    await chosen(page).waitFor();
  }

  it("asks nobody who has not signed in, and the cookie is out of reach of scripts", async () => {
    const page = await open("/");
    await chooseFerry(page);
    await chosen(page).getByRole("link", { name: "Lena Marsh" }).waitFor();
    expect(await page.getByRole("button", { name: "Wrong speaker?" }).count()).toBe(0);
    await context.close();
    const signedIn = await signIn("/");
    expect(await signedIn.evaluate(() => document.cookie)).toBe("");
    await signedIn.getByRole("button", { name: "Sign out" }).click();
    await signedIn.getByRole("link", { name: "Sign in" }).waitFor();
  });

  it("puts a quote to another speaker, says so beside it wherever it stands, and takes it back", async () => {
    const page = await signIn("/");
    await chooseFerry(page);
    await chosen(page).getByRole("button", { name: "Wrong speaker?" }).click();
    await chosen(page).getByLabel("Who said it").fill("tom okafor");
    await chosen(page).getByLabel(/^Why/).fill("The recording tells");
    await chosen(page).getByRole("button", { name: "Put right" }).click();
    const note =
      /^Corrected on \d+ \w+ \d{4} by the editor: put to Tom Okafor, before to Lena Marsh \(The recording tells\)\.$/;
    await expect.poll(() => chosen(page).locator(".correction").first().textContent()).toMatch(note);
    await chosen(page).getByRole("link", { name: "Tom Okafor", exact: true }).first().click();
    await expect.poll(() => page.locator(".said-part .correction").textContent()).toMatch(note);
    await page.goto(`${server.url}/?q=ferry`);
    await expect.poll(() => page.locator(".hit .correction").first().textContent()).toMatch(note);
    await page.goto(
      `${server.url}/verify?text=The+ferry+stays+where+it+is,+whatever+the+board+may+say&speaker=Lena+Marsh`,
    );
    await expect.poll(() => page.locator("#verdict").textContent()).toMatch(/somebody else|another/i);
    await expect.poll(() => page.locator(".hit .correction").textContent()).toMatch(note);

    await page.getByRole("link", { name: "Corrections" }).click();
    await expect.poll(() => page.locator(".corrections .correction").first().textContent()).toMatch(note);
    await page.getByRole("button", { name: "Undo" }).click();
    const undone = /\(The recording tells\); undone on \d+ \w+ \d{4} by the editor\.$/;
    await expect.poll(() => page.locator(".corrections .correction").first().textContent()).toMatch(undone);
    await page
      .getByRole("link", { name: /^The ferry stays/ })
      .first()
      .click();
    await expect.poll(() => chosen(page).textContent()).toMatch(/Lena Marsh/);
    expect(await chosen(page).locator(".correction").count()).toBe(0);
  });

  it("says in the server's sentence why a name won't do, and keeps what was filled in", async () => {
    const page = await signIn("/");
    await chooseFerry(page);
    await chosen(page).getByRole("button", { name: "Wrong speaker?" }).click();
    await chosen(page).getByLabel("Who said it").fill("Brill");
    await chosen(page).getByRole("button", { name: "Put right" }).click();
    await expect.poll(() => chosen(page).getByRole("alert").textContent()).toMatch(/no name in full/);
    expect(await chosen(page).getByLabel("Who said it").inputValue()).toBe("Brill");
  });

  it("hides what is no quote", async () => {
    const page = await signIn("/");
    await chooseFerry(page);
    await chosen(page).getByRole("button", { name: "Wrong speaker?" }).click();
    await chosen(page).getByLabel("It is no quote").check();
    await chosen(page).getByRole("button", { name: "Put right" }).click();
    await expect.poll(() => page.locator(".said", { hasText: "The ferry stays" }).count()).toBe(0);
    await page.getByText("The ferry stays where it is").waitFor();
  });

  it("makes two people one, and calls them otherwise", async () => {
    const { person } = await server.ask('{ person(name: "Helena Marsh") { id } }');
    const page = await signIn(`/person/${person.id}`);
    await page.getByRole("button", { name: "Same person?" }).click();
    await page.getByLabel("The other’s name").fill("Lena");
    await page.getByLabel(/^Lena Marsh/).check();
    await page.getByRole("button", { name: "Put right" }).click();
    await expect
      .poll(() => page.locator(".portrait .correction").textContent())
      .toMatch(/Lena Marsh and Helena Marsh are one/);
    await page.getByRole("button", { name: "Same person?" }).click();
    await page.getByLabel("The name is another").check();
    await page.getByLabel("What to call them").fill("Helena “Lena” Marsh");
    await page.getByRole("button", { name: "Put right" }).click();
    await page.getByRole("heading", { name: "Helena “Lena” Marsh" }).waitFor();
  });

  it("tells somebody apart by the articles that mean another", async () => {
    const { person } = await server.ask('{ person(name: "Helena Marsh") { id } }');
    const page = await signIn(`/person/${person.id}`);
    await page.getByRole("button", { name: "Same person?" }).click();
    await page.getByLabel("Some articles mean somebody else").check();
    await page.getByLabel(/^Lamp lit again/).check();
    await page.getByLabel("What to call the other").fill("Helena Marsh (keeper)");
    await page.getByRole("button", { name: "Put right" }).click();
    await page.goto(`${server.url}/corrections`);
    await page
      .getByText(/Helena Marsh \(keeper\) told apart from Helena Marsh/)
      .first()
      .waitFor();
  });

  it.each(["light", "dark"] as const)("has nothing that axe objects to, %s, and fits a phone", async (colorScheme) => {
    const phone = { viewport: { width: 360, height: 740 }, colorScheme, bypassCSP: true };
    const page = await signIn("/", phone);
    await chooseFerry(page);
    await chosen(page).getByRole("button", { name: "Wrong speaker?" }).click();
    await chosen(page).getByLabel("It was not said").check();
    expect(await violations(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(360);
    await chosen(page).getByRole("button", { name: "Put right" }).click();
    await chosen(page).locator(".correction").first().waitFor();
    await page.goto(`${server.url}/corrections`);
    await page.getByRole("button", { name: "Undo" }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(360);
    await page.goto(`${server.url}/sign-in`);
    expect(await violations(page)).toEqual([]);
  });
});
