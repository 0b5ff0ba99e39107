import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { locateModel } from "../../src/inference/model-location.ts";
import { forkEmbedder } from "../../src/inference/process-embedder.ts";
import type { SearchMode } from "../../src/ranking/ranking-model.ts";
import { createSearch } from "../../src/search/create-search.ts";
import type { SearchRequest } from "../../src/search/search.ts";
import { openSamplesSearch, type SamplesSearch } from "../samples-index.ts";
import { MODELS_DIRECTORY, TEST_MODEL } from "../test-model.ts";

describe("search over the samples", () => {
  let samples: SamplesSearch;
  beforeAll(async () => {
    samples = await openSamplesSearch();
  });
  afterAll(() => samples?.close());

  const ask = (query: string, request: Partial<SearchRequest> = {}) =>
    samples.search.search({ query, mode: "HYBRID", kinds: null, filter: {}, first: 10, after: null, ...request });

  it.each([
    ["who opposed the harbour fee", /^“We oppose this fee/],
    ["flood defences", /I am not against flood defences/],
    ["how many foreign visitors came", /4\.1 million foreign visitors/],
    ["how much did trade grow", /trade between Kestria and Ostrany has risen by 17 percent/],
    ["terrorism in the desert", /terrorism there has cost both our nations dear/],
    ["housing has become dearer", /housing dearer/],
    ["what do new carriages cost", /carriages cost/],
  ])("“%s” finds its passage first", async (question, words) => {
    const { hits } = await ask(question);
    expect(hits[0]?.hit.chunk.text).toMatch(words);
  });

  it("“what was said about NATO meetings” finds what the two officers' talks were about before all else", async () => {
    const { hits } = await ask("what was said about NATO meetings");
    const speakers = await Promise.all(
      hits.slice(0, 3).map(async ({ hit }) => {
        const [quote] = await samples.store.quotes([hit.quoteIds[0] ?? ""]);
        const [speaker] = await samples.store.entities([quote?.speakerId ?? ""]);
        return speaker?.name;
      }),
    );
    expect(new Set(speakers)).toEqual(new Set(["Viktor Orlanov", "Teodor Maravin"]));
  });

  it("tells of a hit which sentence is nearest in meaning, unless words alone were searched", async () => {
    const question = "how much did trade grow";
    const nearestOf = async (mode: SearchMode) => {
      const { hits } = await ask(question, { mode });
      const hit = hits[0]?.hit;
      const sentence = await hit?.nearestSentence?.();
      return sentence ? [sentence.kind, hit?.chunk.text.slice(sentence.start, sentence.end)] : null;
    };
    expect(await nearestOf("HYBRID")).toEqual(["SENTENCE", expect.stringMatching(/^[^.]*risen by 17 percent[^.]*\.$/)]);
    expect(await nearestOf("LEXICAL")).toBeNull();
  });

  it("hits no paragraph that its quotes say already", async () => {
    const { hits } = await ask("the harbour fee and the boats", { first: 100 });
    const quoted = hits.flatMap(({ hit }) => (hit.chunk.kind === "QUOTE" ? [hit.chunk] : []));
    for (const { hit } of hits.filter(({ hit: { chunk } }) => chunk.kind === "PARAGRAPH")) {
      const [span] = hit.chunk.spans;
      if (!span) throw new Error("a paragraph without words");
      const inside = quoted.filter(({ articleId }) => articleId === hit.chunk.articleId).flatMap(({ spans }) => spans);
      const letters = (words: readonly { readonly start: number; readonly end: number }[]) =>
        words
          .filter(({ start, end }) => span.start <= start && end <= span.end)
          .reduce((n, { start, end }) => n + end - start, 0);
      expect(letters(inside)).toBeLessThan((span.end - span.start) / 2);
    }
  });

  it.each(["HYBRID", "SEMANTIC", "LEXICAL"] as const)(
    "gives the same hits page by page as at once in mode %s",
    async (mode) => {
      const whole = await ask("what will the new ferry cost", { mode, first: 100 });
      const paged: string[] = [];
      for (let after: string | null = null; ; ) {
        const page = await ask("what will the new ferry cost", { mode, first: 7, after });
        expect(page.totalCount).toBe(whole.totalCount);
        paged.push(...page.hits.map(({ hit }) => hit.chunk.id));
        if (!page.hasNextPage) break;
        expect(page.hits).toHaveLength(7);
        after = page.hits.at(-1)?.cursor ?? null;
      }
      expect(paged.slice(0, 100)).toEqual(whole.hits.map(({ hit }) => hit.chunk.id));
      expect(new Set(paged).size).toBe(paged.length);
    },
  );

  it("needs no model for a search by words alone; without one words find what they can, and the search says so", async () => {
    const closed = await forkEmbedder(locateModel(TEST_MODEL, MODELS_DIRECTORY));
    await closed.close();
    const deaf = createSearch({ store: samples.store, embedder: closed });
    const request = { query: "harbour fee", kinds: null, filter: {}, first: 3, after: null };
    const lexical = await deaf.search({ ...request, mode: "LEXICAL" });
    expect(lexical).toMatchObject({ reading: { byWordsAlone: false }, hits: { length: 3 } });
    const idsOf = ({ hits }: typeof lexical) => hits.map(({ hit }) => hit.chunk.id);
    const hybrid = await deaf.search({ ...request, mode: "HYBRID" });
    expect(hybrid.reading.byWordsAlone).toBe(true);
    expect(idsOf(hybrid)).toEqual(idsOf(lexical));
    await expect(deaf.search({ ...request, mode: "SEMANTIC" })).rejects.toMatchObject({ code: "MODEL_UNAVAILABLE" });
  });

  it("adds every score up from its trace, and orders by it", async () => {
    const { hits } = await ask("flood wall");
    for (const { hit } of hits) {
      const sum = hit.trace.signals.reduce((total, { normalized, weight }) => total + normalized * weight, 0);
      expect(hit.trace.base + sum).toBeCloseTo(hit.score, 9);
    }
    const scores = hits.map(({ hit }) => hit.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it("uses in each mode only the signals of that mode", async () => {
    const signals = async (mode: SearchRequest["mode"]) =>
      (await ask("flood wall", { mode })).hits[0]?.hit.trace.signals.map(({ signal }) => signal);
    expect(await signals("HYBRID")).toEqual(["DENSE", "LEXICAL_CONTEXT", "STATEMENT", "LENGTH"]);
    expect(await signals("SEMANTIC")).toEqual(["DENSE", "STATEMENT", "LENGTH"]);
    expect(await signals("LEXICAL")).toEqual(["LEXICAL_CONTEXT", "STATEMENT", "LENGTH"]);
  });

  it("fills a page of one speaker's quotes, whatever others said better about it", async () => {
    const { hits } = await ask("NATO, the army and the desert", { filter: { speakers: ["Orlanov"] }, first: 2 });
    expect(hits).toHaveLength(2);
    for (const { hit } of hits) {
      const [quote] = await samples.store.quotes([hit.quoteIds[0] ?? ""]);
      expect((await samples.store.entities([quote?.speakerId ?? ""]))[0]?.name).toBe("Viktor Orlanov");
    }
  });

  it.each(["quantum chromodynamics on the lattice", "football world cup final"])(
    "finds nothing for “%s” rather than the ten least bad",
    async (question) => {
      const { hits, totalCount, hasNextPage } = await ask(question);
      expect({ hits, totalCount, hasNextPage }).toEqual({ hits: [], totalCount: 0, hasNextPage: false });
    },
  );

  it("reads phrases, exclusions and filters in the query, and says so", async () => {
    const { hits, reading } = await ask('"harbour fee" -council publisher:"Port Ansel Courier" speaker:Nobody');
    expect(hits).toEqual([]);
    expect(reading).toMatchObject({
      words: ["harbour", "fee"],
      phrases: ["harbour fee"],
      excluded: ["council"],
      publishers: ["Port Ansel Courier"],
      speakersAre: "FILTER",
    });
    const exact = (await ask('"against flood defences"')).hits;
    expect(exact.map(({ hit }) => hit.chunk.text)).toEqual([expect.stringContaining("against flood defences")]);
    expect(exact[0]?.hit.highlights).toContainEqual(expect.objectContaining({ kind: "PHRASE" }));
  });

  it("takes whom a question names for who should speak, and puts their words first", async () => {
    const { hits, reading } = await ask("what did Orlanov say about NATO?");
    expect(reading.speakers.map(({ name }) => name)).toEqual(["Viktor Orlanov"]);
    expect(reading).toMatchObject({ speakersAre: "BOOST", words: ["nato"] });
    expect(hits[0]?.hit.trace.signals.find(({ signal }) => signal === "SPEAKER")?.raw).toBe(1);
  });

  it.each([
    ["what did Henrike Dahl say about the harbour fee?", "Henrike Dahl", ["harbour", "fee"]],
    ["what did the Environment Minister say about the flood wall?", "Karel Voss", ["flood", "wall"]],
    ["what did the chief of general staff think of terrorism", "Viktor Orlanov", ["terrorism"]],
    ["what the leader of the opposition said about the flood wall", "Casimir Holt", ["flood", "wall"]],
    ["summarize the mayor's position on the harbour fee", "Henrike Dahl", ["harbour", "fee"]],
    ["according to the chairman of the NATO Military Committee, what is NATO for", "Hugh Carrow", ["nato"]],
    ["what did Environment Minister Karel Voss say about the flood wall", "Karel Voss", ["flood", "wall"]],
    ["what did the President of Kestria say about trade", "Teodor Maravin", ["trade"]],
  ])("knows in “%s” who should speak, and puts their words among the first", async (question, name, words) => {
    const { hits, reading } = await ask(question);
    expect(reading).toMatchObject({ speakersAre: "BOOST", words });
    expect(reading.speakers.map((speaker) => speaker.name)).toEqual([name]);
    const quotes = await samples.store.quotes(hits.slice(0, 5).map(({ hit }) => hit.quoteIds[0] ?? ""));
    const speakers = await samples.store.entities(quotes.map((quote) => quote?.speakerId ?? ""));
    expect(speakers.map((speaker) => speaker?.name)).toContain(name);
  });

  it.each([
    ["what did Orlanov and the President of Kestria say about NATO", ["Viktor Orlanov", "Teodor Maravin"]],
    ["what did Henrike Dahl, Marta Selk and the council say about the fee", ["Henrike Dahl", "Marta Selk"]],
  ])("knows in “%s” all who should speak", async (question, names) => {
    const { reading } = await ask(question);
    expect(reading.speakers.map(({ name }) => name)).toEqual(names);
    expect(reading.words).not.toContain("kestria");
  });

  it("finds by the words around them what a named speaker says, as a wish and as a filter", async () => {
    const answer = /sand does not read our resolutions/;
    for (const question of ["Henrike Dahl on the harbour fee", "speaker:Dahl the harbour fee"]) {
      const { hits } = await ask(question);
      const first = hits.slice(0, 3).map(({ hit }) => hit.chunk.text);
      expect(
        first.filter((text) => answer.test(text)),
        question,
      ).toHaveLength(1);
    }
  });

  it.each(["what did the council say about the harbour fee", "what was said about the president's visit"])(
    "takes nobody for the speaker in “%s”",
    async (question) => {
      expect((await ask(question)).reading.speakers).toEqual([]);
    },
  );

  it("lists a speaker's words, the newest first, where nothing else is asked for", async () => {
    const { hits, reading, totalCount } = await ask("what did Orlanov say", { first: 100 });
    expect(reading).toMatchObject({ speakersAre: "FILTER", words: [] });
    expect(totalCount).toBe((await ask("speaker:Orlanov", { first: 100 })).totalCount);
    const articles = await samples.store.articles(hits.map(({ hit }) => hit.chunk.articleId));
    const dates = articles.map((article) => article?.publishedAt ?? "");
    expect(dates).toEqual([...dates].sort().reverse());
  });

  it("finds a person's words, then what mentions them, where a name is all that is asked", async () => {
    const { hits, reading } = await ask("Teodor Maravin", { first: 100 });
    expect(reading).toMatchObject({ speakersAre: "BOOST", words: [] });
    const quotes = await samples.store.quotes(hits.map(({ hit }) => hit.quoteIds[0] ?? ""));
    const [maravin] = reading.speakers;
    const isHis = quotes.map((quote) => quote?.speakerId === maravin?.id);
    expect(isHis[0]).toBe(true);
    expect(isHis.lastIndexOf(true)).toBe(isHis.filter(Boolean).length - 1);
    expect(isHis.length).toBeGreaterThan(isHis.filter(Boolean).length);
  });

  it("forgives a slip in a speaker's name, and says so", async () => {
    for (const query of ["what did Orlonav say about NATO", "speaker:Orlonav NATO"]) {
      expect((await ask(query)).reading.speakers, query).toEqual([]);
    }
    for (const query of ["what did Orlanof say about NATO", "speaker:Orlanof NATO"]) {
      const { reading } = await ask(query);
      expect(
        reading.speakers.map(({ name }) => name),
        query,
      ).toEqual(["Viktor Orlanov"]);
      expect(reading.slips, query).toEqual([{ written: "orlanof", meant: "orlanov" }]);
    }
  });

  it("keeps to the kinds asked for", async () => {
    const { hits } = await ask("the council", { kinds: ["PARAGRAPH"], first: 20 });
    expect(new Set(hits.map(({ hit }) => hit.chunk.kind))).toEqual(new Set(["PARAGRAPH"]));
  });

  it("finds quotes like a quote, itself left out", async () => {
    const { hits } = await ask("I am not against flood defences", { first: 1 });
    const quoteId = hits[0]?.hit.quoteIds[0] ?? "";
    const similar = await samples.search.similar(quoteId, 5);
    expect(similar).toHaveLength(5);
    const found = similar.flatMap(({ quoteIds }) => quoteIds);
    expect(found).not.toContain(quoteId);
    expect(new Set(found).size).toBe(5);
    expect(await samples.search.similar("unknown", 5)).toEqual([]);
  });

  it.each(['"', "*", "NEAR(", "a AND (b OR", "text:fee", "-fee ^fee", "\u0000fee", "🦀", "'; DROP TABLE chunk; --"])(
    "takes %j for words and marks, never for syntax",
    async (query) => {
      for (const mode of ["HYBRID", "LEXICAL"] as const) await expect(ask(query, { mode })).resolves.toBeDefined();
    },
  );

  it.each([
    ["nothing", "", 10, /empty/],
    ["nothing but spaces", " \n\t", 10, /empty/],
    ["100,000 characters", "x".repeat(100_000), 10, /100000 characters/],
    ["a page of none", "fee", 0, /from 1 to 100/],
    ["a page of 101", "fee", 101, /from 1 to 100/],
    ["a page of half a hit", "fee", 0.5, /from 1 to 100/],
  ])("refuses %s with a sentence", async (_what, query, first, sentence) => {
    await expect(ask(query, { first })).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringMatching(sentence),
    });
  });

  it("refuses a cursor of another search, and what is no cursor", async () => {
    const { hits } = await ask("harbour fee");
    const after = hits[0]?.cursor ?? "";
    const refused = { code: "BAD_CURSOR" };
    await expect(ask("flood wall", { after })).rejects.toMatchObject(refused);
    await expect(ask("harbour fee", { after, mode: "LEXICAL" })).rejects.toMatchObject(refused);
    await expect(ask("harbour fee", { after, filter: { speakers: ["Dahl"] } })).rejects.toMatchObject(refused);
    await expect(ask("harbour fee", { after: "no cursor" })).rejects.toMatchObject(refused);
  });
});
