import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRealIndex, type RealIndex } from "../real-index.ts";
import { articleFrom } from "../store/article-fixture.ts";

const PAVE = "The old quay has to be paved before winter";
const RIVAL = "Torvald Myhre has promised a paved quay three times";
const FERRY = "The ferry needs a second deck";
const FOR_HIM = "Mr Brekke will pay for the lighthouse himself";
const OTHERS = [
  "The quay is sinking and nobody will pay for it",
  "A quay of stone is what this town was built on",
  "They laid the quay on sand",
];

const ARTICLES = [
  articleFrom({
    key: "quay",
    entities: [
      { name: "Ilva Strandin" },
      { name: "Torvald Myhre", mentions: 0, mentionedIn: [2] },
      { name: "Anders Brekke", mentions: 0, mentionedIn: [3] },
      { name: "Rut Hamre" },
    ],
    passages: [
      { words: "Notices of the week" },
      { words: PAVE, by: "Ilva Strandin" },
      { words: RIVAL, by: "Ilva Strandin" },
      { words: FOR_HIM, by: "Rut Hamre", onBehalfOf: "Anders Brekke" },
      ...OTHERS.map((words) => ({ words, by: "Rut Hamre" })),
    ],
  }),
  articleFrom({
    key: "ferry",
    entities: [{ name: "Olle Sandvik", aliases: ["Sandvik"] }, { name: "Varg" }],
    passages: [
      { words: FERRY, by: "Olle Sandvik" },
      { words: "Varg waved from the ferry", by: "Varg" },
    ],
  }),
];

let index: RealIndex;

beforeAll(async () => {
  index = await openRealIndex(ARTICLES);
});

afterAll(() => index?.close());

const find = async (query: string) => {
  const asked = { query, mode: "LEXICAL", kinds: null, filter: {}, first: 2, after: null } as const;
  const { hits, reading, totalCount } = await index.search.search(asked);
  const { speakers, speakersAre, areAsked, unknown } = reading;
  const named = speakers.map(({ name }) => name);
  return { texts: hits.map(({ hit }) => hit.chunk.text), totalCount, named, speakersAre, areAsked, unknown };
};
const answer = async (question: string) => {
  const { statements, coverage } = await index.search.answer({ question, filter: {}, maxStatements: 5 });
  return { by: [...new Set(statements.map(({ speaker }) => speaker?.name))], ...coverage };
};

describe("a question for the words of somebody who is mentioned only", () => {
  const SHAPES = [
    "Where does Torvald Myhre stand on the quay?",
    "has Myhre promised a paved quay",
    "Torvald Myhre's view of the quay",
    "did Torvald Myhre say that the quay is paved?",
    "What is Myhre's position on the quay?",
  ];

  it.each(SHAPES)("finds what others say of them, and says so: %s", async (question) => {
    expect(await find(question)).toEqual({
      texts: [RIVAL],
      totalCount: 1,
      named: ["Torvald Myhre"],
      speakersAre: "MENTIONED",
      areAsked: true,
      unknown: null,
    });
  });

  it.each(SHAPES)("is answered by nobody else: %s", async (question) => {
    expect(await answer(question)).toMatchObject({
      by: [],
      isAnswered: false,
      note: "Torvald Myhre is not quoted in the index.",
    });
  });
});

describe("a question for the words of somebody who spoke of other things", () => {
  it("finds nobody else's words on the matter where theirs are not on it", async () => {
    const found = await find("what did Olle Sandvik say about the lighthouse and who will pay");
    expect(found).toMatchObject({ texts: [], speakersAre: "MENTIONED", named: ["Olle Sandvik"] });
  });

  it("is not answered, and says who is not quoted on it", async () => {
    expect(await answer("what did Olle Sandvik say about the lighthouse and who will pay")).toMatchObject({
      by: [],
      isAnswered: false,
      note: "Olle Sandvik is not quoted with anything to this question.",
    });
  });

  it("stays with their words where these are on it, whatever page is asked for", async () => {
    expect(await find("what did Ilva Strandin say about the quay")).toMatchObject({
      texts: [RIVAL, PAVE],
      speakersAre: "BOOST",
    });
    const asked = { query: "what did Ilva Strandin say about the quay", mode: "LEXICAL", kinds: null } as const;
    const first = await index.search.search({ ...asked, filter: {}, first: 1, after: null });
    const second = await index.search.search({
      ...asked,
      ...{ filter: {}, first: 1, after: first.hits[0]?.cursor ?? "" },
    });
    expect([...first.hits, ...second.hits].map(({ hit }) => hit.chunk.text)).toEqual([RIVAL, PAVE]);
  });

  it("pages on through what mentions them", async () => {
    const asked = { query: "has Myhre promised a quay", mode: "LEXICAL", kinds: null, filter: {}, first: 1 } as const;
    const { hits } = await index.search.search({ ...asked, after: null });
    const next = await index.search.search({ ...asked, after: hits[0]?.cursor ?? "" });
    expect([hits.length, next.hits.length, next.reading.speakersAre]).toEqual([1, 0, "MENTIONED"]);
  });
});

describe("a question for the words of somebody for whom others speak", () => {
  it("gives what was said on behalf of them, and says so", async () => {
    expect(await find("what did Anders Brekke say about the lighthouse")).toMatchObject({
      texts: [FOR_HIM],
      speakersAre: "SPOKEN_FOR",
    });
    const answered = await answer("what did Anders Brekke say about the lighthouse");
    expect(answered.by).toEqual(["Rut Hamre"]);
    expect(answered.note).toContain(
      "Anders Brekke is not quoted in the index: others speak on behalf of Anders Brekke.",
    );
  });
});

describe("a question for the words of a stranger", () => {
  it.each([
    ["of whom no passage has the surname", "What did Petra Kvamme say about the quay?", "Petra Kvamme"],
    ["who shares the surname of somebody else", "What did Petra Strandin say about the quay?", "Petra Strandin"],
    [
      "who shares it with whom articles call by it alone",
      "What did Petra Sandvik say about the quay?",
      "Petra Sandvik",
    ],
  ])("is answered by nobody %s", async (_, question, name) => {
    expect((await find(question)).unknown).toBe(name);
    expect(await answer(question)).toMatchObject({ by: [], note: `Nothing in the index names ${name}.` });
  });
});

describe("a question for somebody whose first name no article gives", () => {
  it("may ask for whoever is known by the surname alone", async () => {
    expect((await find("What did Petra Varg say about the ferry?")).unknown).toBeNull();
  });
});

describe("a name beside a matter", () => {
  it("asks for nobody's words alone, so that others' are found behind theirs", async () => {
    const asked = { query: "Ilva Strandin quay sinking sand", mode: "LEXICAL", kinds: null, filter: {} } as const;
    const { hits, reading } = await index.search.search({ ...asked, first: 9, after: null });
    expect(reading).toMatchObject({ areAsked: false, speakersAre: "BOOST" });
    expect(hits.map(({ hit }) => hit.chunk.text)).toEqual(expect.arrayContaining([PAVE, ...OTHERS]));
  });
});
