import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTokensFile } from "../../src/access/read-tokens-file.ts";
import { readConfig } from "../../src/config.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const EDDA = { name: "Edda", role: "write", token: "token-of-edda-0001" };
const JON = { name: "Jon", role: "read", token: "token-of-jon-00002" };

const fileWith = (content: string): string => join(temporaryFolder({ "tokens.jsonl": content }), "tokens.jsonl");

describe("a file of tokens", () => {
  it("is JSON Lines, or one list", () => {
    expect(readTokensFile(fileWith(`${JSON.stringify(EDDA)}\n\n${JSON.stringify(JON)}\n`))).toEqual([EDDA, JON]);
    expect(readTokensFile(fileWith(JSON.stringify([EDDA, JON], null, 2)))).toEqual([EDDA, JON]);
  });

  it.each([
    ["", /holds no token/],
    ["Edda: token", /is not JSON.*one entry a line/],
    [JSON.stringify({ ...EDDA, name: " " }), /entry 1 of .* has no name/],
    [JSON.stringify({ ...EDDA, role: "admin" }), /neither the role read nor write/],
    [JSON.stringify({ ...EDDA, token: "short" }), /16 characters or more/],
    [JSON.stringify([EDDA, { ...JON, token: EDDA.token }]), /two entries .* have one token/],
    ["[1]", /entry 1 of .* has no name/],
  ])("is refused as %j, with a sentence that holds no token", (content, sentence) => {
    const read = () => readTokensFile(fileWith(content));
    expect(read).toThrow(sentence);
    expect(read).not.toThrow(/token-of-edda/);
  });

  it("that is not there is told of", () => {
    expect(() => readTokensFile("/no/such/file")).toThrow(
      /VERBATIM_TOKENS_FILE: \/no\/such\/file can't be read \(ENOENT\)/,
    );
  });
});

describe("the settings of tokens", () => {
  it("come together, those without a name under one that tells what they are", () => {
    const VERBATIM_TOKENS_FILE = fileWith(JSON.stringify(EDDA));
    const { tokens } = readConfig({
      VERBATIM_TOKEN: "a-token-to-write",
      VERBATIM_READ_TOKEN: "a-token-to-read0",
      VERBATIM_TOKENS_FILE,
    });
    expect(tokens).toEqual([
      { name: "the editor", role: "write", token: "a-token-to-write" },
      { name: "a reader", role: "read", token: "a-token-to-read0" },
      EDDA,
    ]);
    expect(readConfig({}).tokens).toEqual([]);
  });

  it("refuse a short one without repeating it", () => {
    expect(() => readConfig({ VERBATIM_TOKEN: "hunter2" })).toThrow(
      /VERBATIM_TOKEN has 7 characters, which won't do: give 16/,
    );
    expect(() => readConfig({ VERBATIM_READ_TOKEN: "hunter2" })).not.toThrow(/hunter2/);
  });
});
