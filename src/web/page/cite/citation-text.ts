import { type Citable, citedEdition, citedParts, citedSpeaker, linkToRecording, speakerPage } from "./citable.ts";

const GAPS = { PARAGRAPH: "\n\n", INTERRUPTION: " … ", END: "" } as const;

/**
 * A citation as plain text, such as `“The bridge holds.” – Ana Mirela, Minister of Works, in: “The bridge”, Courier,
 * 14 March 2025, https://…`. The parts of a quote that the article interrupts have marks of their own.
 */
export function citationText(citable: Citable): string {
  const words = citedParts(citable).map(({ words, followedBy }) => words + GAPS[followedBy]);
  const { title } = citable.source;
  const url = linkToRecording(citable) ?? citable.source.url;
  const article = title === null ? "in an article without a title" : `in: “${title}”`;
  const page = speakerPage(citable);
  const speaker = citedSpeaker(citable);
  const who = speaker === null || page === null ? speaker : `${speaker} (${page})`;
  const source = [who, article, ...citedEdition(citable), url].filter((part) => part !== null);
  return `${words.join("")} – ${source.join(", ")}`;
}
