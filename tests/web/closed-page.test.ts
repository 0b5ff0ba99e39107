import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium, skipsBrowser } from "../chromium.ts";
import { type EditableServer, startEditableServer } from "../editable-server.ts";

const READ_TOKEN = "a-token-to-read-with-0001";

describe.skipIf(skipsBrowser("The page of a closed server"))("the page of a closed server", () => {
  let server: EditableServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startEditableServer({ VERBATIM_READ_TOKEN: READ_TOKEN });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("is behind the form, leads to what was asked for, and back to the form when the cookie is gone", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.url}/?q=flood+defences`);
    const signIn = async () => {
      await page.getByLabel("Token").fill(READ_TOKEN);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.locator(".hit").first().waitFor();
    };
    await signIn();
    expect(new URL(page.url()).search).toBe("?q=flood+defences");
    expect(await page.getByRole("button", { name: "Sign out" }).count()).toBe(1);
    await context.clearCookies();
    await page.getByRole("searchbox").fill("harbour fee");
    await page.keyboard.press("Enter");
    await signIn();
    expect(new URL(page.url()).searchParams.get("q")).toBe("harbour fee");
    await context.close();
  });
});
