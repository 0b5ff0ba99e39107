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

describe("a setting that is a number", () => {
  it.each([
    ["VERBATIM_PORT", "abc", "give a whole number from 0 to 65535"],
    ["VERBATIM_PORT", "70000", "give a whole number from 0 to 65535"],
    ["VERBATIM_MAX_ARTICLE_MB", "0", "give a number above 0 and up to 100"],
  ])("is refused as %s=%s, with what it may be", (name, setting, wanted) => {
    expect(() => readConfig({ [name]: setting })).toThrow(`${name} is "${setting}", which won't do: ${wanted}.`);
  });
});

describe("an index in a cluster", () => {
  it("is in no cluster unless it is told", () => {
    expect(readConfig({})).toMatchObject({
      store: "embedded",
      cluster: { prefix: "verbatim", shards: 1, replicas: 1 },
    });
  });

  it("is at several addresses, with commas between them", () => {
    const { store, cluster } = readConfig({
      VERBATIM_STORE: "opensearch",
      OPENSEARCH_URL: "https://search-1.example:9200, https://search-2.example:9200",
      OPENSEARCH_REPLICAS: "0",
    });
    expect(store).toBe("opensearch");
    expect(cluster.urls).toEqual(["https://search-1.example:9200", "https://search-2.example:9200"]);
    expect(cluster.replicas).toBe(0);
  });

  it.each(["search-1.example", "https://edda:secret@search-1.example", ","])("is not at %s", (url) => {
    expect(() => readConfig({ OPENSEARCH_URL: url })).toThrow("give addresses such as https://search-1.example:9200");
  });

  it("shows no password that stands in an address", () => {
    const read = () => readConfig({ OPENSEARCH_URL: "https://edda:secret@search-1.example" });
    expect(read).toThrow("https://…@search-1.example");
  });
});
