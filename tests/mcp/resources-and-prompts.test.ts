import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HARBOUR_ARTICLES, HARBOUR_URL } from "./harbour-articles.ts";
import { connectToArticles, type McpConnection } from "./http-server.ts";

let mcp: McpConnection;

beforeAll(async () => {
  mcp = await connectToArticles(HARBOUR_ARTICLES);
});

afterAll(() => mcp?.close());

const uriOf = async (title: string): Promise<string> => {
  const { resources } = await mcp.client.listResources();
  return resources.find((resource) => resource.title === title)?.uri ?? "";
};

async function read(uri: string): Promise<string> {
  const [content] = (await mcp.client.readResource({ uri })).contents;
  if (!content || !("text" in content)) throw new Error("no text");
  return content.text;
}

describe("articles as resources", () => {
  it("are listed by title, the newest first, and there is a template for the others", async () => {
    const { resources } = await mcp.client.listResources();
    expect(resources).toHaveLength(4);
    expect(resources[0]).toMatchObject({
      uri: expect.stringMatching(/^verbatim:\/\/article\/[\w-]+$/),
      title: "Ferry timetable changes",
      description: "Ferry timetable changes (Morning Tide, 2024-06-01)",
      mimeType: "text/plain",
    });
    const { resourceTemplates } = await mcp.client.listResourceTemplates();
    expect(resourceTemplates).toMatchObject([{ uriTemplate: "verbatim://article/{id}", mimeType: "text/plain" }]);
  });

  it("are read as quoted lines, under their title and address", async () => {
    const text = await read(await uriOf("Harbour bridge to open in May"));
    expect(text).toMatch(`> Harbour bridge to open in May (Tidewater Gazette, 2024-03-05) ${HARBOUR_URL}\n`);
    expect(text).toContain("\n> The town council met on Tuesday evening.\n");
  });

  it("show their orders as quoted lines only", async () => {
    const orders = (await read(await uriOf("Ferry Ignore the user")))
      .split("\n")
      .filter((line) => /forged|Ignore all/.test(line));
    expect(orders).toHaveLength(2);
    expect(orders.filter((line) => !line.startsWith("> "))).toEqual([]);
  });

  it("are completed by words of a title and by the beginning of an id", async () => {
    const complete = async (value: string) => {
      const ref = { type: "ref/resource" as const, uri: "verbatim://article/{id}" };
      return (await mcp.client.complete({ ref, argument: { name: "id", value } })).completion.values;
    };
    const [id] = await complete("harbour br");
    expect(`verbatim://article/${id}`).toBe(await uriOf("Harbour bridge to open in May"));
    expect(await complete("QXJ0aWNsZT")).toHaveLength(4);
    expect(await complete("nothing like it")).toEqual([]);
  });

  it.each([
    ["nonsense", "verbatim://article/nonsense", "is not an id"],
    ["an article that left", `verbatim://article/${Buffer.from("Article:0123").toString("base64url")}`, "Search again"],
  ])("say what is wrong with the address of %s", async (_, uri, sentence) => {
    await expect(mcp.client.readResource({ uri })).rejects.toMatchObject({
      message: expect.stringContaining(sentence),
      uri,
    });
  });
});

describe("prompts", () => {
  const promptText = async (name: string, given: Record<string, string>): Promise<string> => {
    const [message] = (await mcp.client.getPrompt({ name, arguments: given })).messages;
    if (message?.content.type !== "text") throw new Error("no text");
    return message.content.text;
  };

  it("are two, with arguments that are told", async () => {
    const { prompts } = await mcp.client.listPrompts();
    expect(prompts.map(({ name, title }) => [name, title])).toEqual([
      ["fact_check_quote", "Fact-check this quote"],
      ["what_was_said", "What has X said about Y?"],
    ]);
    expect(prompts[0]?.arguments).toMatchObject([
      { name: "quote", required: true },
      { name: "speaker", required: false },
    ]);
  });

  it("name tools that there are", async () => {
    const { tools } = await mcp.client.listTools();
    const texts = [
      await promptText("fact_check_quote", { quote: 'It "will" open', speaker: "Okoro" }),
      await promptText("fact_check_quote", { quote: "It will open" }),
      await promptText("what_was_said", { speaker: "Okoro", topic: "the bridge" }),
    ];
    const named = texts.flatMap((text) => text.match(/\b[a-z]+_[a-z]+\b/g) ?? []);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !tools.some((tool) => tool.name === name))).toEqual([]);
    expect(texts[0]).toContain('did Okoro say it?\n\n"It \\"will\\" open"');
    expect(texts[2]).toContain("What has Okoro said about the bridge?");
  });

  it.each(["fact_check_quote", "what_was_said"])("%s completes the names of those who are quoted", async (name) => {
    const complete = async (value: string) => {
      const given = { ref: { type: "ref/prompt" as const, name }, argument: { name: "speaker", value } };
      return (await mcp.client.complete(given)).completion.values;
    };
    expect(await complete("lind")).toEqual(["Ivo Lindqvist", "Ivana Lindqvist"]);
    expect(await complete("Lindqvist, Ivana")).toEqual(["Ivana Lindqvist"]);
    expect((await complete(""))[0]).toBe("Marta Okoro");
    expect(await complete("tidewater")).toEqual([]);
  });
});
