import { afterAll, beforeAll, expect, it } from "vitest";
import { toGlobalId } from "../../src/model/global-id.ts";
import { LEAFLET, QUARRY } from "../quarry-articles.ts";
import { type GraphqlServer, startGraphqlServer } from "./graphql-server.ts";

let server: GraphqlServer;

beforeAll(async () => {
  server = await startGraphqlServer([QUARRY, LEAFLET]);
});

afterAll(() => server?.close());

const DRAFT = `Osterby weighs its pit

“We shall blast the granite only on Sundays,” said Aksel Brink.

“The dust of the moon is blue,” said Greta Lund.`;

const CHECK = `query ($text: String!, $filter: ArchiveFilter) { verifyDraft(text: $text, filter: $filter) {
  summary title text needingALook unchecked paragraphs { start end }
  quotes {
    text start end spans { start end } kind speaker speakerMention quoted verdict needsALook summary
    changes { kind claim source } verification { diff { kind claim source } } saidBy { name } source { text url article { title } }
  } } }`;

it("gives each quote of a draft with its place, its verdict and its source", async () => {
  const { data, errors } = await server.ask(CHECK, { text: DRAFT });
  expect(errors).toBeUndefined();
  const { verifyDraft } = data;
  expect(verifyDraft).toMatchObject({
    summary: "2 quotes: 1 altered, 1 not found. 2 need a look.",
    title: "Osterby weighs its pit",
    text: DRAFT,
    needingALook: 2,
    unchecked: 0,
    quotes: [
      {
        text: "We shall blast the granite only on Sundays,",
        kind: "DIRECT",
        speaker: "Aksel Brink",
        speakerMention: "Aksel Brink",
        quoted: "SPEECH",
        verdict: "ALTERED",
        needsALook: true,
        changes: [{ claim: "Sundays", source: "Mondays" }],
        saidBy: [{ name: "Aksel Brink" }, { name: "Greta Lund" }],
        source: { text: "We shall blast the granite only on Mondays", article: { title: QUARRY.article.title } },
      },
      { verdict: "NOT_FOUND", needsALook: true, changes: [], verification: { diff: [] }, saidBy: [], source: null },
    ],
  });
  const [{ start, end }] = verifyDraft.quotes;
  expect(DRAFT.slice(start, end)).toBe("We shall blast the granite only on Sundays,");
  const [title] = verifyDraft.paragraphs;
  expect(DRAFT.slice(title.start, title.end)).toBe(verifyDraft.title);
});

it("holds it against the articles of a filter", async () => {
  const text = "“Let the quarry swallow the chapel whole,” said Greta Lund.";
  const verdictIn = async (article: string) => {
    const filter = { article: [toGlobalId("Article", article)] };
    return (await server.ask(CHECK, { text, filter })).data.verifyDraft.quotes[0].verdict;
  };
  expect(await verdictIn(LEAFLET.article.id)).toBe("VERBATIM");
  expect(await verdictIn(QUARRY.article.id)).toBe("DISPUTED");
});

it.each([
  ["an empty draft", " ", undefined, "ARTICLE_EMPTY", "empty"],
  ["a draft that is too long", "x ".repeat(300_000), undefined, "ARTICLE_TOO_LONG", "Check it in parts"],
  ["the id of something else", "“Oh,” she said.", { article: [toGlobalId("Quote", "1")] }, "BAD_USER_INPUT", "id"],
])("tells in a sentence what is wrong with %s", async (_, text, filter, code, sentence) => {
  const { errors } = await server.ask(CHECK, { text, filter });
  expect(errors?.[0]?.extensions.code).toBe(code);
  expect(errors?.[0]?.message).toContain(sentence);
});

it("gives hostile HTML back as the text that it is", async () => {
  const text = "<script>alert(1)</script>\n\n“<img src=x onerror=alert(1)> is late,” said Greta Lund.";
  const { data } = await server.ask(CHECK, { text });
  expect(data.verifyDraft.text).toBe(text);
  expect(data.verifyDraft.quotes[0].text).toBe("<img src=x onerror=alert(1)> is late,");
});
