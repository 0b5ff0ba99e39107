import { describe, expect, it } from "vitest";
import { readConfig } from "../src/config.ts";

describe("the public address", () => {
  it("is not known until it is told", () => {
    expect(readConfig({}).publicUrl).toBeNull();
  });

  it("is taken without the slash at its end", () => {
    expect(readConfig({ VERBATIM_PUBLIC_URL: "https://quotes.example/" }).publicUrl).toBe("https://quotes.example");
    expect(readConfig({ VERBATIM_PUBLIC_URL: "http://10.0.0.7:4000" }).publicUrl).toBe("http://10.0.0.7:4000");
  });

  it.each(["quotes.example", "ftp://quotes.example", "https://"])("is refused as %s, with an example", (setting) => {
    expect(() => readConfig({ VERBATIM_PUBLIC_URL: setting })).toThrow(
      `VERBATIM_PUBLIC_URL is "${setting}", which won't do: give an address such as https://quotes.example.`,
    );
  });
});
