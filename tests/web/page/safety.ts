import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { WEB_DIRECTORY } from "../../../src/web/web-routes.ts";
import type { Site } from "./site.ts";

/** Of all scripts together, compressed: the first view needs no more. In bytes. */
const MAX_SCRIPT_BYTES = 100_000;

export function safety({ open }: Site): void {
  it("runs no script that stands in the page, and asks nothing of another host", async () => {
    const { page } = await open("/");
    await page.getByRole("heading", { name: "Latest articles" }).waitFor();
    const outcome = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.intruded = true";
      document.body.append(script);
      const elsewhere = await fetch("https://example.org/").then(
        () => "answered",
        () => "refused",
      );
      return { intruded: "intruded" in window, elsewhere };
    });
    expect(outcome).toEqual({ intruded: false, elsewhere: "refused" });
  });

  it("needs less than 100 kB of script", () => {
    const assets = join(WEB_DIRECTORY, "assets");
    const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));
    const bytes = scripts.map((name) => gzipSync(readFileSync(join(assets, name))).length);
    expect(bytes.reduce((sum, length) => sum + length, 0)).toBeLessThan(MAX_SCRIPT_BYTES);
  });
}
