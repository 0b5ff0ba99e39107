import { describe, expect, it } from "vitest";
import { decodeCharset } from "../../src/ingest/decode-charset.ts";
import { readEmail } from "../../src/ingest/email.ts";

describe("bytes in an encoding", () => {
  it.each(["windows-1252", "cp1252", "iso-8859-1", "latin1"])(
    "have the quotation marks of Windows-1252 under the name %s",
    (name) => {
      expect(decodeCharset(Uint8Array.of(0x93, 0x49, 0x74, 0x92, 0x73, 0x94, 0x20, 0x97, 0x20, 0x80), name)).toBe(
        "“It’s” — €",
      );
    },
  );

  it("keep what Windows-1252 has nothing for, and letters with accents", () => {
    expect(decodeCharset(Uint8Array.of(0x81, 0x9d, 0xe4, 0xff), "windows-1252")).toBe("\u0081\u009däÿ");
  });

  it("are read as they are in other encodings", () => {
    expect(decodeCharset(Buffer.from("“Fähre”"), "utf-8")).toBe("“Fähre”");
    expect(decodeCharset(Uint8Array.of(0x84), "windows-1251")).toBe("„");
  });

  it("are refused where they are none of it, and where nobody knows it", () => {
    expect(() => decodeCharset(Uint8Array.of(0x93), "utf-8")).toThrow(TypeError);
    expect(() => decodeCharset(Uint8Array.of(0x93), "tide-table")).toThrow(RangeError);
  });
});

describe("a message in Windows-1252", () => {
  it("keeps its quotation marks", async () => {
    const head =
      "From: Ana Rehn <ana@example.org>\r\nSubject: The weir\r\nContent-Type: text/plain; charset=windows-1252\r\n\r\n";
    const bytes = Buffer.concat([
      Buffer.from(head),
      Uint8Array.of(0x93),
      Buffer.from("It is mended,"),
      Uint8Array.of(0x94),
      Buffer.from(" said Rehn.\r\n"),
    ]);
    const { text } = await readEmail(bytes, { name: "weir.eml", sourceKey: "weir", details: {} } as never);
    expect(text).toContain("“It is mended,” said Rehn.");
  });
});
