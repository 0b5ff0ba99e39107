import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partKeys, personName } from "../../../src/extract/entities/person-name.ts";
import { extractText, quotesOf } from "../extract-text.ts";

const speakersOf = (text: string) => quotesOf(text).map((row) => row.split(" | ")[1]);

describe("names of one person", () => {
  it.each([
    ["the first of two surnames", "Ana Herrera Campos met us.\n\n“It is open,” Herrera said.", "Ana Herrera Campos"],
    ["both surnames", "João Silva dos Santos met us.\n\n“It is open,” Silva dos Santos said.", "João Silva dos Santos"],
    [
      "a surname with its particles",
      "Pieter van den Broek met us.\n\n“It is open,” Van den Broek said.",
      "Pieter van den Broek",
    ],
    [
      "an Arabic surname",
      "Sheikh Omar bin Salim al-Haddad met us.\n\n“It is open,” al-Haddad said.",
      "Omar bin Salim al-Haddad",
    ],
    [
      "a name before the father's",
      "Elena Mammadova Hasan qizi met us.\n\n“It is open,” Mammadova said.",
      "Elena Mammadova Hasan qizi",
    ],
    ["a name without its strokes", "Mayor Anna Đukić met us.\n\n“It is open,” Dukic said.", "Anna Đukić"],
    ["a surname in capitals", "REHN Anna signed it.\n\n“It is open,” Rehn said.", "Anna Rehn"],
    [
      "a nickname before a surname that is a word",
      "Anna (Annie) Cook met us.\n\n“It is open,” Cook said.",
      "Anna Cook",
    ],
    ["the nickname before the surname", "Anna “Boots” Rehn met us.\n\n“It is open,” Boots Rehn said.", "Anna Rehn"],
    ["the nickname, which stands first", "Boots Rehn met us.\n\n“It is open,” said Anna “Boots” Rehn.", "Anna Rehn"],
    [
      "a surname that stands first, and is a woman's given name elsewhere",
      "Li Xiaoming, the builder, met us.\n\n“It is open,” Mr. Li said.",
      "Li Xiaoming",
    ],
    [
      "a surname before a given name whose halves are words",
      "Kim Sang-woo, the builder, met us.\n\n“It is open,” Mr. Kim said.",
      "Kim Sang-woo",
    ],
    [
      "a given name that stands last, behind a form of address",
      "The builder Nguyen Thi Khai met us.\n\n“It is open,” Ms. Khai said.",
      "Nguyen Thi Khai",
    ],
    [
      "a surname before a given name of two syllables",
      "Han Geun-seo, the builder, met us.\n\n“It is open,” Han said.",
      "Han Geun-seo",
    ],
    ["a name around a nickname", "Anna “Boots” Rehn met us.\n\n“It is open,” Rehn said.", "Anna Rehn"],
  ])("are joined: %s", (_how, text, name) => {
    expect(speakersOf(text)).toEqual([name]);
  });

  it("keeps apart who stands in brackets, and who bears the nickname for a first name", () => {
    const sons = "He leaves his sons Tom (Anna) Rehn and Karl (Mia) Rehn.\n\n“He loved boats,” Anna said.";
    expect(speakersOf(sons)).not.toEqual(["Tom Rehn"]);
    const namesakes = "Gordon “Jack” Rehn and Jack Holm met us.\n\n“It is open,” Jack said.";
    expect(speakersOf(namesakes)).toEqual(["Jack Holm"]);
    const brothers = "Tom “Buck” Holm met us.\n\n“It is open,” said Olav “Buck” Holm, his brother.";
    expect(speakersOf(brothers)).toEqual(["Olav Holm"]);
  });

  it("keeps father and son apart, whatever stands between", () => {
    const text =
      "Walter Rehn Sr. built it. Walter Rehn, Jr., runs it.\n\n“I built it,” Rehn Sr. said.\n\n“I run it,” said Rehn Jr.";
    expect(speakersOf(text)).toEqual(["Walter Rehn Sr.", "Walter Rehn Jr."]);
  });

  it("puts a bare surname to whom a form of address brought in, though another is named in full before", () => {
    const text =
      "Rehn opens the bridge.\n\n“It is open,” Mr. Rehn said on Friday.\n\nHis wife, Anna Rehn, was there.\n\nThe town owes it to Peter Rehn.\n\n“It will last,” Rehn said.";
    expect(speakersOf(text)).toEqual(["Peter Rehn", "Peter Rehn"]);
  });

  it("takes a surname that is an office for a surname before Jr.", () => {
    expect(extractText("Martin Ludwig King Jr. came.").people).toEqual(["Martin Ludwig King Jr."]);
  });

  it("knows a king by his number", () => {
    expect(extractText("King Leopold IV came.").people).toEqual(["Leopold IV (King)"]);
  });
});

describe("partKeys", () => {
  it("gives every run of two words or more but the whole", () => {
    const word = fc.constantFrom("Ana", "Rehn", "Berg", "Holm", "Tarn");
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const n = words.length;
        expect(partKeys(words)).toHaveLength(n < 2 ? 0 : (n * (n - 1)) / 2 - 1);
      }),
    );
  });
});

describe("personName", () => {
  it("reads words, generation and what is printed", () => {
    expect(personName(["Walter", "REHN", "Jr."])).toEqual({
      text: "Walter Rehn Jr.",
      words: ["Walter", "Rehn"],
      generation: "jr",
    });
  });
});

describe("a surname that is a trade", () => {
  it("is a name behind a form of address, where the article has it in full", () => {
    const { people } = extractText("Anna Baker wrote the book. Mr. Smith read it, and Mrs. Baker was glad.");
    expect(people.find((row) => row.startsWith("Anna Baker"))).toContain("Baker");
  });
});
