import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capped, oneLine, quotedLines, shownUrl } from "../../src/mcp/quoted-material.ts";

const anyText = fc.string({ unit: "binary", maxLength: 200 });
const CONTROL = /[^\P{Cc}\n\t]/u;

describe("quoted lines", () => {
  it("put every line behind a mark, whatever breaks it", () => {
    expect(quotedLines("one\ntwo\r\nthree\rfour\u2028five\u2029six\u0085seven\veight\fnine")).toBe(
      "> one\n> two\n> three\n> four\n> five\n> six\n> seven\n> eight\n> nine",
    );
  });

  it("let no text out of the block", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const quoted = quotedLines(text);
        expect(quoted.split(/[\n\r\v\f\u0085\u2028\u2029]/).every((line) => line.startsWith("> "))).toBe(true);
        expect(quoted).not.toMatch(CONTROL);
      }),
    );
  });

  it("drop what shows nothing: controls, turned reading order, tags that spell a hidden message", () => {
    expect(quotedLines("a\u0000b\u001b[31mc\u202ed\u2066e\u{e0041}\u{e0042}f")).toBe("> ab[31mcdef");
  });

  it("keep tabs, accents, emoji and other scripts to the letter", () => {
    expect(quotedLines("Zoë\tsaid 👩‍🚀 и по-русски")).toBe("> Zoë\tsaid 👩‍🚀 и по-русски");
  });
});

describe("capped text", () => {
  it("stays whole when it is short enough", () => {
    expect(capped("six by", 6)).toEqual({ text: "six by", isCut: false });
  });

  it("is cut between words", () => {
    expect(capped("the harbour bridge opens", 20)).toEqual({ text: "the harbour bridge", isCut: true });
  });

  it("is cut within a word that is nearly all of it", () => {
    expect(capped(`a ${"x".repeat(50)}`, 20)).toEqual({ text: `a ${"x".repeat(18)}`, isCut: true });
  });

  it("never ends with half a character", () => {
    expect(capped("👩👩👩", 3)).toEqual({ text: "👩", isCut: true });
  });

  it("is a beginning of the text and no longer than allowed", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 100 }), (text, maxLength) => {
        const whole = capped(text, Number.POSITIVE_INFINITY).text;
        const start = capped(text, maxLength);
        expect(start.text.length).toBeLessThanOrEqual(maxLength);
        expect(whole.startsWith(start.text)).toBe(true);
        expect(start.isCut).toBe(whole.length > maxLength);
      }),
    );
  });
});

describe("one line", () => {
  it("joins the lines of a title and marks where it was cut", () => {
    expect(oneLine("  Ferry\n  timetable ", 50)).toBe("Ferry timetable");
    expect(oneLine("Ferry timetable changes", 17)).toBe("Ferry timetable…");
  });

  it("has no line break, whatever it is made of", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(oneLine(text, 80)).not.toMatch(/[\n\r\v\f\u0085\u2028\u2029]/);
      }),
    );
  });
});

describe("an article's url", () => {
  it("is given whole or not at all", () => {
    expect(shownUrl("https://tide.example/ferry")).toBe("https://tide.example/ferry");
    expect(shownUrl(`https://tide.example/${"x".repeat(2_000)}`)).toBeNull();
    expect(shownUrl(null)).toBeNull();
  });
});
