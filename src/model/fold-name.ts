import { plainLetters } from "./text-noise.ts";

/**
 * Letters that Unicode does not take apart into a letter and a mark, with what is written for them where a keyboard or a
 * newspaper lacks them.
 */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  đ: "d", // Croatian, Vietnamese: Đurđević is Durdevic
  ð: "d", // Icelandic, Faroese: Sigurðsson is Sigurdsson
  þ: "th", // Icelandic: Þórsson is Thorsson
  ł: "l", // Polish: Wałęsa is Walesa
  ø: "o", // Danish, Norwegian: Jørgensen is Jorgensen
  æ: "ae", // Danish, Norwegian, Icelandic: Kjær is Kjaer
  œ: "oe", // French: Lebœuf is Leboeuf
  ß: "ss", // German: Weiß is Weiss
  ı: "i", // Turkish: Yıldız is Yildiz
  ə: "a", // Azerbaijani: Məmmədov is Mammadov
  ħ: "h", // Maltese: Għarb is Gharb
  ŧ: "t", // Sami
  ŋ: "n", // Sami
};
const UNDIVIDED = new RegExp(`[${Object.keys(PLAIN_LETTERS).join("")}]`, "g");
const BEYOND_ASCII = /\P{ASCII}/u;

/**
 * A name as it is compared: lower case, no accents, strokes or ligatures, no stops, nothing that does not show, single spaces.
 * `Dr. José  Núñez` is `dr jose nunez`, `Đukić` is `dukic`.
 */
export function foldName(name: string): string {
  const plain = BEYOND_ASCII.test(name) ? withoutMarks(name) : name.toLowerCase();
  return plain
    .replace(/[’‘`]/g, "'")
    .replace(/[^\p{L}\p{N}'-]+/gu, " ")
    .trim();
}

const withoutMarks = (name: string): string =>
  plainLetters(name)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(UNDIVIDED, (letter) => PLAIN_LETTERS[letter] ?? letter);
