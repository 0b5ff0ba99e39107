import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draftRoutes } from "../../src/web/draft-routes.ts";
import { serveRouter } from "../serve-router.ts";

const MAX_BYTES = 1_000;

describe("the text of a draft's file", () => {
  let server: Awaited<ReturnType<typeof serveRouter>>;
  beforeAll(async () => {
    server = await serveRouter({ router: draftRoutes(MAX_BYTES), close: async () => {} });
  });
  afterAll(() => server?.close());

  const send = async (address: string, body: string, type = "application/octet-stream") => {
    const response = await fetch(server.url + address, { method: "POST", headers: { "Content-Type": type }, body });
    return { status: response.status, answer: (await response.json()) as unknown };
  };

  it("is what the reader of its format makes of it", async () => {
    const { status, answer } = await send("/draft/text?name=tide.md", "# Tides\n\nThe *moon* is late.");
    expect({ status, answer }).toEqual({ status: 200, answer: { text: "Tides\n\nThe moon is late." } });
  });

  it.each([
    ["no name", "/draft/text", "x", 400, /Name the file in the address/],
    ["another kind of file", "/draft/text?name=tide.png", "x", 400, /These can: \.txt/],
    ["a file of many articles", "/draft/text?name=tide.jsonl", "{}", 400, /a draft is one/],
    ["nothing in it", "/draft/text?name=tide.txt", "", 400, /is empty/],
    ["too much in it", "/draft/text?name=tide.txt", "x".repeat(MAX_BYTES + 1), 413, /more than 1,000 bytes/],
  ])("is refused with a sentence for %s", async (_, address, body, wanted, sentence) => {
    const { status, answer } = await send(address, body);
    expect(status).toBe(wanted);
    expect((answer as { error: string }).error).toMatch(sentence);
  });

  it("is not read from a form of another site's page", async () => {
    expect((await send("/draft/text?name=tide.txt", "x", "text/plain")).status).toBe(400);
  });
});
