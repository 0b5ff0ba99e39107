import { type Citable, citedEdition, citedParts, citedSpeaker, linkToWords, speakerPage } from "./citable.ts";

const GAPS = { PARAGRAPH: "\n>\n> ", INTERRUPTION: " … ", END: "" } as const;

/** A citation as Markdown: a block quote, and under it the source with a link that opens it at the words. */
export function citationMarkdown(citable: Citable, origin: string): string {
  const words = citedParts(citable).map(({ words, followedBy }) => escaped(words) + GAPS[followedBy]);
  const article = `[${escaped(citable.source.title ?? "article without a title")}](<${linkToWords(citable, origin)}>)`;
  const speaker = citedSpeaker(citable);
  const page = speakerPage(citable);
  const who = speaker === null || page === null ? speaker && escaped(speaker) : `[${escaped(speaker)}](<${page}>)`;
  const source = [...(who === null ? [] : [who]), article, ...citedEdition(citable).map(escaped)];
  return `> ${words.join("")}\n>\n> — ${source.join(", ")}`;
}

/** A backslash makes any mark of Markdown a plain character, also those that mean something at the start of a line. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|&#]/g, "\\$&")
    .replace(/^([-+=])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/\s+/g, " ");
