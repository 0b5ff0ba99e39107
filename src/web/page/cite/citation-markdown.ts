import { escapeMarkdown } from "../../../model/escape-markdown.ts";
import { type Citable, citedEdition, citedParts, citedSpeaker, linkToWords, speakerPage } from "./citable.ts";

const GAPS = { PARAGRAPH: "\n>\n> ", INTERRUPTION: " … ", END: "" } as const;

/** A citation as Markdown: a block quote, and under it the source with a link that opens it at the words. */
export function citationMarkdown(citable: Citable, origin: string): string {
  const words = citedParts(citable).map(({ words, followedBy }) => escapeMarkdown(words) + GAPS[followedBy]);
  const article = `[${escapeMarkdown(citable.source.title ?? "article without a title")}](<${linkToWords(citable, origin)}>)`;
  const speaker = citedSpeaker(citable);
  const page = speakerPage(citable);
  const who =
    speaker === null || page === null ? speaker && escapeMarkdown(speaker) : `[${escapeMarkdown(speaker)}](<${page}>)`;
  const source = [...(who === null ? [] : [who]), article, ...citedEdition(citable).map(escapeMarkdown)];
  return `> ${words.join("")}\n>\n> — ${source.join(", ")}`;
}
