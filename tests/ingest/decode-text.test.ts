import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/ingest/decode-text.ts";
import { failureOf, readOne } from "./read-all.ts";

const utf16le = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, "utf16le");
const utf16be = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, "utf16le").swap16();

describe("decodeText", () => {
  it("drops the byte order mark of UTF-8 and keeps everything else", () => {
    expect(decodeText(Buffer.from("\ufeffZo\u00eb\r\n\u201cYes\u201d \ufeff"), "a.txt")).toBe(
      "Zo\u00eb\r\n\u201cYes\u201d \ufeff",
    );
  });

  it.each([
    ["little", utf16le],
    ["big", utf16be],
  ])("reads UTF-16, %s end first, under its mark", async (_, encode) => {
    expect((await readOne(encode("“Yes,” said Zoë 🙂."))).text).toBe("“Yes,” said Zoë 🙂.");
  });

  it.each([
    ["in the middle", [0x61, 0xc3, 0xa9, 0xff, 0x62], 3],
    ["at the start", [0x80, 0x61], 0],
    ["where a sequence breaks off", [0x61, 0xe2, 0x80, 0x41], 1],
    ["where the file ends within a character", [0x61, 0x62, 0xf0, 0x9f, 0x99], 2],
    ["for half a surrogate pair", [0x61, 0xed, 0xa0, 0x80], 1],
  ])("names the byte where UTF-8 ends: %s", async (_, bytes, offset) => {
    const failure = await failureOf(Uint8Array.from(bytes));
    expect(failure).toMatch(/^ARTICLE_UNREADABLE story: story is not valid UTF-8 at byte /);
    expect(failure).toContain(`at byte ${offset} (counted from 0). Save it as UTF-8`);
  });

  it("names the same byte as trying every beginning does", () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 0x41, max: 0xff, maxLength: 12 }), (bytes) => {
        // Under the mark of UTF-16 they are no UTF-8 at all.
        fc.pre(!isMarkedUtf16(bytes));
        const offset = longestValidBeginning(bytes);
        if (offset === bytes.length) expect(decodeText(bytes, "a.txt")).toBe(Buffer.from(bytes).toString());
        else expect(() => decodeText(bytes, "a.txt")).toThrow(`at byte ${offset} (`);
      }),
    );
  });

  it("calls binary content by its name, not by its encoding", async () => {
    const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d];
    const sentence =
      "ARTICLE_UNREADABLE story: story holds binary content, not text. " +
      "Give plain text, HTML or JSON Lines; save UTF-16 without a mark as UTF-8.";
    expect(await failureOf(Uint8Array.from(png))).toBe(sentence);
    expect(await failureOf("\u0001\u0002\u0003 abc")).toBe(sentence);
    expect(await failureOf(Buffer.from("No mark here", "utf16le"))).toBe(sentence);
  });

  it("forgives a stray control character, such as the end mark of old files", async () => {
    const text = `${"The council met. ".repeat(10)}\u001a`;
    expect((await readOne(text)).text).toBe(text);
  });

  it("refuses UTF-16 that breaks off", async () => {
    expect(await failureOf(Uint8Array.from([0xff, 0xfe, 0x61]))).toMatch(/^ARTICLE_UNREADABLE .* begins as UTF-16/);
  });
});

const isMarkedUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** In bytes, by whole characters. */
function longestValidBeginning(bytes: Uint8Array): number {
  for (let end = bytes.length; end > 0; end--) {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end));
      return end;
    } catch {
      // A shorter one may do.
    }
  }
  return 0;
}
