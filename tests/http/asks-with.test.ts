import { describe, expect, it } from "vitest";
import { isCheap } from "../../src/http/admission/is-cheap.ts";
import { asksWith } from "../../src/http/asks-with.ts";

describe("the parameters of an address", () => {
  it.each([
    ["/graphql?query=%7Bindex%7D", true],
    ["/graphql?%71uery=%7Bindex%7D", true],
    ["/?q=toll&f%6Frmat=csv", true],
    ["//elsewhere?format=csv", true],
    ["/article/1?quote=2", false],
    ["/?q=query%3Dformat", false],
    ["/", false],
  ])("are known by their names, however written: %s", (url, asks) => {
    expect(asksWith(url, ["query", "format"])).toBe(asks);
    expect(isCheap("GET", url)).toBe(!asks);
  });
});
