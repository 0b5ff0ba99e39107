import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { openStoreForWriting } from "../../src/store/embedded/open-embedded-store.ts";
import { WriterLock } from "../../src/store/embedded/writer-lock.ts";
import { type EditableServer, startEditableServer, TOKEN } from "../editable-server.ts";
import { runCommand } from "../run-command.ts";

const ARTICLES = [
  {
    id: "ferry",
    title: "Ferry stays at the north quay",
    publishedAt: "2031-05-02",
    publisher: "The Quay Post",
    text: "Ferry stays at the north quay\n\n“The ferry stays where it is, whatever the board may say,” said Lena Marsh, the mayor.\n\nTom Okafor runs the boatyard beside it. “We shall count the boats again before winter,” said Okafor.",
  },
  {
    id: "quarry",
    title: "Quarry closed for good",
    publishedAt: "2031-05-09",
    text: "Quarry closed for good\n\n“The rock below the quarry is not sound,” said Lena Marsh, a geologist.",
  },
];

const ADD = `mutation ($articles: [ArticleInput!]!) { addArticles(articles: $articles) {
  added { outcome article { id title quotes(first: 9) { nodes { id text speaker { id name } } } } } refused { message code } } }`;
const CORRECTION = "id kind sentence by reason namesBefore people { id name } undone { by }";
const CORRECT = `mutation ($quote: ID!, $to: AttributionTo!, $speaker: ID, $speakerName: String, $assertion: Assertion, $reason: String) {
  correctAttribution(quote: $quote, to: $to, speaker: $speaker, speakerName: $speakerName, assertion: $assertion, reason: $reason) { ${CORRECTION} } }`;
const UNDO = `mutation ($id: ID!) { undoCorrection(id: $id) { ${CORRECTION} } }`;
const HIDE = `mutation ($quote: ID!) { hideQuote(quote: $quote) { ${CORRECTION} } }`;
const QUOTE =
  "query ($id: ID!) { quote(id: $id) { text speaker { name } confidence isSpeakerSure assertion correction { sentence reason } } }";
const VERIFY = `query ($text: String!, $speaker: String) { verifyQuote(text: $text, speaker: $speaker) { verdict source { quote { speaker { name } } } } }`;
const SEARCH = `{ search(query: "ferry", kinds: [QUOTE]) { nodes { quote { id } } facets { speakers(first: 5) { values { label count } } } } }`;

describe("the mutations", () => {
  let server: EditableServer;
  /** By the beginning of its words. */
  const quotes = new Map<
    string,
    { readonly id: string; readonly speaker: { readonly id: string; readonly name: string } }
  >();
  const articleIds = new Map<string, string>();
  const quote = (beginning: string) => {
    const found = [...quotes].find(([text]) => text.startsWith(beginning))?.[1];
    if (found === undefined) throw new Error(`No quote begins with ${beginning}: ${[...quotes.keys()].join(" | ")}`);
    return found;
  };
  const verdictOn = async (text: string, speaker: string | null = null) =>
    (await server.ask(VERIFY, { text, speaker })).verifyQuote.verdict;

  beforeAll(async () => {
    server = await startEditableServer();
    const { addArticles } = await server.ask(ADD, { articles: ARTICLES });
    for (const { article } of addArticles.added) {
      articleIds.set(article.title, article.id);
      for (const each of article.quotes.nodes) quotes.set(each.text, each);
    }
  });
  afterAll(() => server?.close());
  beforeEach(async () => {
    const { corrections } = await server.ask("{ corrections(first: 100) { nodes { id undone { by } } } }");
    for (const { id, undone } of corrections.nodes) if (undone === null) await server.ask(UNDO, { id });
  });

  it("put articles in, in the place of the samples, and tell of bad ones", async () => {
    const { articles } = await server.ask("{ articles(first: 9) { nodes { title } } }");
    expect(articles.nodes).toEqual([{ title: "Quarry closed for good" }, { title: "Ferry stays at the north quay" }]);
    const { addArticles } = await server.ask(ADD, { articles: [ARTICLES[0], { text: " " }] });
    expect(addArticles.added).toMatchObject([{ outcome: "UNCHANGED" }]);
    expect(addArticles.refused).toMatchObject([{ code: "ARTICLE_EMPTY" }]);
  });

  it("put a quote to another speaker, for whom it is sure, verbatim and counted, at once", async () => {
    const { id, speaker } = quote("The ferry stays");
    expect(speaker.name).toBe("Lena Marsh");
    const okafor = quote("We shall count").speaker;
    const given = { quote: id, to: "SPEAKER", speaker: okafor.id, reason: "The recording tells" };
    const { correctAttribution } = await server.ask(CORRECT, given);
    expect(correctAttribution).toMatchObject({ kind: "SPEAKER", by: "the editor", namesBefore: ["Lena Marsh"] });
    const told = (await server.ask(QUOTE, { id }, null)).quote;
    expect(told).toMatchObject({ speaker: { name: "Tom Okafor" }, confidence: 1, isSpeakerSure: true });
    expect(told.correction.sentence).toMatch(
      /^corrected on \d+ \w+ \d{4} by the editor: put to Tom Okafor, before to Lena Marsh \(The recording tells\)$/,
    );
    const words = "The ferry stays where it is, whatever the board may say";
    expect(await verdictOn(words, "Tom Okafor")).toBe("VERBATIM");
    expect(await verdictOn(words, "Lena Marsh")).toBe("MISATTRIBUTED");
    const { person } = await server.ask(`{ person(name: "Tom Okafor") { quotes { totalCount } } }`);
    expect(person.quotes.totalCount).toBe(2);
    const { search } = await server.ask(SEARCH);
    expect(search.facets.speakers.values).toContainEqual({ label: "Tom Okafor", count: 2 });
  });

  it("put a quote to somebody who is in no article, by name, and refuse half a name", async () => {
    const { id } = quote("We shall count");
    await server.ask(CORRECT, { quote: id, to: "SPEAKER", speakerName: "Ada  Brill" });
    expect((await server.ask(QUOTE, { id })).quote.speaker).toEqual({ name: "Ada Brill" });
    expect(await verdictOn("We shall count the boats again before winter", "Ada Brill")).toBe("VERBATIM");
    const half = await server.refusal(CORRECT, { quote: id, to: "SPEAKER", speakerName: "Brill" }, TOKEN);
    expect(half).toMatchObject({
      message: expect.stringMatching(/no name in full/),
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  it("put a quote to nobody, and tell it as denied", async () => {
    const { id } = quote("The ferry stays");
    await server.ask(CORRECT, { quote: id, to: "NOBODY" });
    await server.ask(CORRECT, { quote: id, to: "ASSERTION", assertion: "DENIED" });
    const told = (await server.ask(QUOTE, { id })).quote;
    expect(told).toMatchObject({ speaker: null, assertion: "DENIED", confidence: 1 });
    expect(await verdictOn("The ferry stays where it is, whatever the board may say")).toBe("DISPUTED");
  });

  it("hide what is no quote from search, verdicts, counts and exports, and show it again when that is undone", async () => {
    const { id } = quote("The ferry stays");
    const exported = async () => (await fetch(`${server.url}/?q=ferry&format=jsonl`)).text();
    const counted = async () => (await server.ask("{ index { quotes } }")).index.quotes;
    const [before, rows] = [await counted(), await exported()];
    expect(rows).toContain('"speaker":"Lena Marsh"');
    const { hideQuote } = await server.ask(HIDE, { quote: id });
    expect(await counted()).toBe(before - 1);
    expect((await server.ask(QUOTE, { id })).quote).toBeNull();
    const found = (await server.ask(SEARCH)).search.nodes.map((node: { quote: { id: string } }) => node.quote.id);
    expect(found).not.toContain(id);
    expect(await exported()).not.toContain('"speaker":"Lena Marsh"');
    const { verifyQuote } = await server.ask(VERIFY, {
      text: "The ferry stays where it is, whatever the board may say",
    });
    expect(verifyQuote.source?.quote ?? null).toBeNull();
    const again = await server.refusal(HIDE, { quote: id }, TOKEN);
    expect(again.message).toMatch(/No such quote/);
    const { undoCorrection } = await server.ask(UNDO, { id: hideQuote.id });
    expect(undoCorrection.undone).toEqual({ by: "the editor" });
    expect(undoCorrection.sentence).toMatch(
      /^corrected on .* by the editor: hidden as no quote, before put to Lena Marsh; undone on \d+ \w+ \d{4} by the editor$/,
    );
    expect(await counted()).toBe(before);
    expect((await server.refusal(UNDO, { id: hideQuote.id }, TOKEN)).message).toMatch(/undone already/);
  });

  it("tell two people of one name apart, make people one, and call them otherwise", async () => {
    const marsh = quote("The ferry stays").speaker;
    const { splitPerson } = await server.ask(
      `mutation ($person: ID!, $articles: [ID!]!) { splitPerson(person: $person, articles: $articles, name: "Lena Marsh (geologist)") { ${CORRECTION} } }`,
      { person: marsh.id, articles: [articleIds.get("Quarry closed for good")] },
    );
    const [geologist] = splitPerson.people;
    expect(geologist.name).toBe("Lena Marsh (geologist)");
    const counts = "query ($id: ID!) { person(id: $id) { name quotes { totalCount } correction { kind } } }";
    expect((await server.ask(counts, { id: geologist.id })).person).toMatchObject({ quotes: { totalCount: 1 } });
    expect((await server.ask(counts, { id: marsh.id })).person).toMatchObject({
      quotes: { totalCount: 1 },
      correction: { kind: "SPLIT" },
    });

    const okafor = quote("We shall count").speaker;
    const merge = `mutation ($people: [ID!]!, $into: ID!) { mergePeople(people: $people, into: $into) { ${CORRECTION} } }`;
    await server.ask(merge, { people: [marsh.id], into: okafor.id });
    expect((await server.ask(counts, { id: marsh.id })).person).toMatchObject({ quotes: { totalCount: 2 } });
    expect((await server.refusal(merge, { people: [marsh.id], into: okafor.id }, TOKEN)).message).toMatch(/one person/);

    const rename = `mutation ($person: ID!, $name: String!) { renamePerson(person: $person, name: $name) { ${CORRECTION} } }`;
    await server.ask(rename, { person: okafor.id, name: "Thomas Okafor" });
    expect((await server.ask(`{ person(name: "thomas okafor") { name } }`)).person).toEqual({ name: "Thomas Okafor" });
    expect((await server.refusal(rename, { person: okafor.id, name: " — " }, TOKEN)).message).toMatch(/Give a name/);
  });

  it("keep a correction over the next indexing and over removal, and list it", async () => {
    const { id } = quote("The ferry stays");
    await server.ask(CORRECT, { quote: id, to: "NOBODY" });
    const articleId = articleIds.get("Ferry stays at the north quay");
    const remove = "mutation ($id: ID!) { removeArticle(id: $id) { title } }";
    expect((await server.ask(remove, { id: articleId })).removeArticle).toEqual({
      title: "Ferry stays at the north quay",
    });
    expect((await server.refusal(remove, { id: articleId }, TOKEN)).extensions.code).toBe("ARTICLE_NOT_FOUND");
    const listed =
      "{ corrections(first: 1) { nodes { id kind article { title } quote { text } selectors { exact } } } }";
    const gone = (await server.ask(listed)).corrections.nodes[0];
    expect(gone).toMatchObject({ kind: "NOBODY", article: null, quote: null });
    expect(gone.selectors[0].exact).toMatch(/^The ferry stays/);
    await server.ask(ADD, { articles: ARTICLES });
    expect((await server.ask(QUOTE, { id })).quote).toMatchObject({ speaker: null, correction: { reason: null } });
    const { node } = await server.ask(
      "query ($id: ID!) { node(id: $id) { ... on Correction { kind article { title } } } }",
      {
        id: gone.id,
      },
    );
    expect(node).toEqual({ kind: "NOBODY", article: { title: "Ferry stays at the north quay" } });
  });

  it("keep a correction when the index is made anew, with the trained tagger in place of rules alone", async () => {
    const { id } = quote("The ferry stays");
    await server.ask(CORRECT, { quote: id, to: "SPEAKER", speakerName: "Ada Brill" });
    const input = ARTICLES.map((article) => JSON.stringify(article)).join("\n");
    const env = { VERBATIM_DATA_DIR: server.directory };
    const { code, stderr } = await runCommand("scripts/index-articles.ts", {
      args: ["-", "--format", "jsonl", "--reset"],
      env,
      input,
    });
    expect([code, stderr]).toEqual([0, expect.stringMatching(/The index is empty now/)]);
    const { quotes } = await server.ask(`{ quotes(filter: { speaker: ["Ada Brill"] }) { nodes { text confidence } } }`);
    expect(quotes.nodes).toMatchObject([{ text: expect.stringMatching(/^The ferry stays/), confidence: 1 }]);
  });

  it("come between the changes of a run that puts articles in", async () => {
    const config = readConfig({ VERBATIM_DATA_DIR: server.directory });
    const { index } = await server.ask("{ index { model dimensions } }");
    const running = await openStoreForWriting({ directory: config.dataDirectory, ...index });
    const { id } = quote("The ferry stays");
    expect((await server.ask(CORRECT, { quote: id, to: "NOBODY" })).correctAttribution.kind).toBe("NOBODY");
    expect(await running.remove(["no such article"])).toBe(0);
    await running.close();
  });

  it("say that another process writes where that one does not give way, as a restore does not, and not which", async () => {
    const lock = WriterLock.take(readConfig({ VERBATIM_DATA_DIR: server.directory }).dataDirectory);
    const refusal = await server.refusal(HIDE, { quote: quote("The ferry stays").id }, TOKEN);
    lock.release();
    expect(refusal).toMatchObject({
      message: "Another process is changing the index. Nothing was changed for you. Try again in a few minutes.",
      extensions: { code: "INDEX_BUSY" },
    });
  });

  it("are for those alone whose token may write", async () => {
    const { id } = quote("The ferry stays");
    expect(await server.refusal(HIDE, { quote: id }, null)).toMatchObject({ extensions: { code: "UNAUTHENTICATED" } });
    const wrong = await server.refusal(HIDE, { quote: id }, "a-token-of-the-desk-0002");
    expect(wrong).toMatchObject({ message: expect.stringMatching(/Bearer/), extensions: { code: "UNAUTHENTICATED" } });
    const viewer = "{ viewer { name mayWrite canSignIn } }";
    expect((await server.ask(viewer)).viewer).toEqual({ name: "the editor", mayWrite: true, canSignIn: true });
    expect((await server.ask(viewer, {}, null)).viewer).toEqual({ name: null, mayWrite: false, canSignIn: true });
  });

  it("are no reads: a link changes nothing, whoever follows it", async () => {
    const { id } = quote("The ferry stays");
    const mutation = `mutation { hideQuote(quote: "${id}") { id } }`;
    const headers = { Authorization: `Bearer ${TOKEN}` };
    const response = await fetch(`${server.url}/graphql?${new URLSearchParams({ query: mutation })}`, { headers });
    expect(response.status).toBe(405);
    expect((await server.ask(QUOTE, { id })).quote).not.toBeNull();
  });

  it("refuse arguments that do not fit each other", async () => {
    const { id, speaker } = quote("The ferry stays");
    const refused = async (given: object) => (await server.refusal(CORRECT, { quote: id, ...given }, TOKEN)).message;
    expect(await refused({ to: "SPEAKER" })).toMatch(/Give `speaker` or `speakerName`/);
    expect(await refused({ to: "NOBODY", speaker: speaker.id })).toMatch(/Give `speaker` or `speakerName`/);
    expect(await refused({ to: "NOBODY", assertion: "DENIED" })).toMatch(/goes with `to: ASSERTION`/);
    expect(await refused({ to: "NOBODY", reason: "x".repeat(501) })).toMatch(/501 characters/);
    expect(await refused({ to: "SPEAKER", speaker: id })).toMatch(/id of a Quote/);
  });
});
