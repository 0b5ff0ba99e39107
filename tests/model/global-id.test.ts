import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localIdOf, NODE_TYPES, parseGlobalId, toGlobalId } from "../../src/model/global-id.ts";

describe("global ids", () => {
  it("lead back to type and local id", () => {
    fc.assert(
      fc.property(fc.constantFrom(...NODE_TYPES), fc.stringMatching(/^[0-9a-f:]{1,40}$/), (type, localId) => {
        expect(parseGlobalId(toGlobalId(type, localId))).toEqual({ type, localId });
      }),
    );
  });

  it("are told from anything else", () => {
    const others = ["", "42", "Mara Voss", "not base64url!", toGlobalId("Quote", "x").concat("="), " ", "😀"];
    for (const other of others) expect(parseGlobalId(other)).toBeNull();
    expect(parseGlobalId(Buffer.from("Dog:1").toString("base64url"))).toBeNull();
    expect(parseGlobalId(Buffer.from("Quote:").toString("base64url"))).toBeNull();
  });

  it("of another type are refused by name", () => {
    expect(() => localIdOf(toGlobalId("Article", "1"), "Quote")).toThrow("That is the id of an Article");
  });
});
