import { describe, expect, it } from "vitest";
import { VerbatimError } from "../../src/errors.ts";
import { GRAPHQL_FAULT_WORDS } from "../../src/graphql/errors/graphql-fault-words.ts";
import { TOOL_FAULT_WORDS } from "../../src/mcp/tool-fault-words.ts";
import { inWords } from "../../src/model/fault.ts";
import {
  PLAIN_FAULT_WORDS,
  RequestError,
  type RequestFault,
  type RequestFaultWords,
} from "../../src/model/request-fault.ts";
import { wordsOf } from "../../src/web/page/graphql/page-fault-words.ts";

const FAULTS: readonly RequestFault[] = [
  { fault: "PAGE_SIZE", size: 0, most: 100 },
  { fault: "STATEMENT_COUNT", statements: 99, most: 20 },
  { fault: "NO_CURSOR", cursor: "zz" },
  { fault: "CURSOR_OF_ANOTHER_LIST" },
  { fault: "CURSOR_OF_ANOTHER_SEARCH" },
  { fault: "NO_ID", id: "zz" },
  { fault: "ID_OF_ANOTHER_TYPE", type: "Article", wanted: ["Person", "Place"] },
  { fault: "QUERY_EMPTY" },
  { fault: "QUERY_TOO_LONG", characters: 2_000, most: 1_000 },
  { fault: "CLAIM_EMPTY" },
  { fault: "CLAIM_TOO_LONG", characters: 3_000, most: 2_000 },
  { fault: "SPEAKER_BLANK" },
  { fault: "FILTER_TOO_LARGE", most: 400 },
  { fault: "NO_TIME", time: "soon" },
];
/** Names that only one surface has. */
const OF_GRAPHQL = /`(?:first|after|edges|pageInfo|maxStatements)`/;
const OF_TOOLS = /`(?:limit|cursor|statements)`|nextCursor|find_entity/;

const pageWords = (fault: RequestFault): string => wordsOf({ message: "the server's", extensions: { ...fault } });

describe("what is wrong with a request", () => {
  it("is known with words for each fault", () => {
    expect(FAULTS.map(({ fault }) => fault).sort()).toEqual(Object.keys(PLAIN_FAULT_WORDS).sort());
  });

  it.each<[string, (fault: RequestFault) => string, RegExp]>([
    ["a command", (fault) => new RequestError(fault).message, new RegExp(`${OF_GRAPHQL.source}|${OF_TOOLS.source}`)],
    ["GraphQL", inThe(GRAPHQL_FAULT_WORDS), OF_TOOLS],
    ["a tool", inThe(TOOL_FAULT_WORDS), OF_GRAPHQL],
    ["the page", pageWords, new RegExp(`${OF_GRAPHQL.source}|${OF_TOOLS.source}`)],
  ])("is worded for whoever uses %s, by no other surface's names", (_, words, foreign) => {
    for (const fault of FAULTS) {
      expect(words(fault)).toMatch(/^\S.{15,}$/);
      expect(words(fault)).not.toMatch(foreign);
    }
  });

  it.each([
    ["a page's size", { fault: "PAGE_SIZE", size: 0, most: 100 }, "BAD_INPUT", "0 is no size of a page"],
    ["an id", { fault: "NO_ID", id: "zz" }, "BAD_ID", '"zz" is not an id'],
    ["a cursor", { fault: "NO_CURSOR", cursor: "zz" }, "BAD_CURSOR", '"zz" is no cursor'],
  ] as const)("carries its code and its parameters: %s", (_, fault, code, sentence) => {
    const error = new RequestError(fault);
    expect(error).toBeInstanceOf(VerbatimError);
    expect(error).toMatchObject({ code, details: fault, message: expect.stringContaining(sentence) });
  });

  it("is the server's sentence on the page where the page knows no such fault", () => {
    expect(wordsOf({ message: "Too many at once.", extensions: { code: "BUSY", fault: "toString" } })).toBe(
      "Too many at once.",
    );
    expect(wordsOf({ message: "Too many at once." })).toBe("Too many at once.");
  });
});

function inThe(words: RequestFaultWords): (fault: RequestFault) => string {
  return (fault) => inWords(words, fault);
}
