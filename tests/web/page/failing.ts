import { expect, it } from "vitest";
import { firstHit, type Site, searchFor } from "./site.ts";

export function failing({ open }: Site): void {
  it.each([
    ["/article/QXJ0aWNsZTpub25l", "No such article"],
    ["/person/UGVyc29uOm5vbmU", "No such person"],
  ])("says so when nothing is there: %s", async (address, heading) => {
    const { page } = await open(address);
    await page.getByRole("heading", { name: heading }).waitFor();
  });

  it("says in its own words why a question can't be answered", async () => {
    const { page } = await open(searchFor("NATO ".repeat(300)));
    await expect
      .poll(() => page.getByRole("alert").textContent())
      .toMatch(/That are 1500 characters, and 1000 can be searched for/);
    await page.getByRole("searchbox").fill("NATO");
    await firstHit(page).waitFor();
  });

  it("says so when the server is away, and goes on when it is back", async () => {
    const { page } = await open("/");
    await page.getByRole("heading", { name: "Latest articles" }).waitFor();
    // Not the whole context's network: other pages share it.
    await page.route("**/graphql", (route) => route.abort());
    await page.getByRole("searchbox").fill("flood defences");
    await expect.poll(() => page.getByRole("alert").textContent()).toMatch(/does not answer/);
    await page.unroute("**/graphql");
    await page.getByRole("button", { name: "Try again" }).click();
    await firstHit(page).waitFor();
  });

  it("shows the shape of what is to come while it waits", async () => {
    const { page } = await open("/");
    await page.route("**/graphql", () => {});
    await page.getByRole("searchbox").fill("flood defences");
    await page.locator(".skeleton", { hasText: "Searching" }).waitFor();
  });
}
