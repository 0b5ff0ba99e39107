import { webUrl } from "../quote/web-url.ts";
import { type Citable, citedParts, citedSpeaker, linkToRecording, speakerPage } from "./citable.ts";

const GAPS = { PARAGRAPH: " ", INTERRUPTION: " … ", END: "" } as const;
/** How BibTeX names months, as a style may print them in its own language. */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** A BibTeX entry for the article, the words and who said them in its note. @misc, since every style knows it. */
export function citationBibtex(citable: Citable): string {
  const { title, publisher, author, publishedAt } = citable.source;
  const url = linkToRecording(citable) ?? webUrl(citable.source);
  const published = publishedAt === null ? null : new Date(publishedAt);
  const fields = [
    // Braces within braces: the name of a body, which has no first and last name.
    author !== null && `author = {{${escaped(author)}}}`,
    publisher !== null && `${author === null ? "author" : "publisher"} = {{${escaped(publisher)}}}`,
    title !== null && `title = {${escaped(title)}}`,
    published !== null && `year = {${published.getUTCFullYear()}}`,
    published !== null && `month = ${MONTHS[published.getUTCMonth()]}`,
    url !== null && `url = {${encodedUrl(url)}}`,
    `note = {${escaped(noteOf(citable))}}`,
  ].filter((field) => field !== false);
  return `@misc{${keyOf(citable, published)},\n${fields.map((field) => `  ${field},\n`).join("")}}`;
}

function noteOf(citable: Citable): string {
  const words = citedParts(citable).map(({ words, followedBy }) => words + GAPS[followedBy]);
  const speaker = citedSpeaker(citable);
  const page = speakerPage(citable);
  const who = speaker === null || page === null ? speaker : `${speaker} (${page})`;
  return who === null ? words.join("") : `${words.join("")} – ${who}`;
}

/** Such as `mirela2025bridge`: who, when, and the first long word of the title. */
function keyOf({ quote, source }: Citable, published: Date | null): string {
  const who = asciiWords(quote?.speaker?.name ?? source.publisher ?? "").at(-1) ?? "verbatim";
  const what = asciiWords(source.title ?? "").find((word) => word.length > MAX_SHORT_WORD) ?? "";
  return `${who}${published?.getUTCFullYear() ?? ""}${what}`;
}

/** Articles and prepositions are mostly no longer than this, in letters. */
const MAX_SHORT_WORD = 4;

const asciiWords = (text: string): readonly string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [];

/** Those that a backslash does not make plain; BibTeX counts a brace even behind one. */
const LATEX: Readonly<Record<string, string>> = {
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** What LaTeX would take for a command, it prints. */
const escaped = (text: string): string =>
  text.replace(/[\\~^{}$&#_%]/g, (mark) => LATEX[mark] ?? `\\${mark}`).replace(/\s+/g, " ");

/** An address stands as it is, but for what would end the field. */
const encodedUrl = (url: string): string => url.replace(/[{}\\\s]/g, encodeURIComponent);
