import { bibtexEntry, bibtexKey } from "../../../model/bibtex-entry.ts";
import { webUrl } from "../quote/web-url.ts";
import { type Citable, citedParts, citedSpeaker, linkToRecording, speakerPage } from "./citable.ts";

const GAPS = { PARAGRAPH: " ", INTERRUPTION: " … ", END: "" } as const;
/** A BibTeX entry for the article, the words and who said them in its note. */
export function citationBibtex(citable: Citable): string {
  const { source, quote } = citable;
  const url = linkToRecording(citable) ?? webUrl(source);
  const who = quote?.speaker?.name ?? source.publisher ?? "";
  return bibtexEntry(bibtexKey(who, source.publishedAt, source.title ?? ""), { ...source, url, note: noteOf(citable) });
}

function noteOf(citable: Citable): string {
  const words = citedParts(citable).map(({ words, followedBy }) => words + GAPS[followedBy]);
  const speaker = citedSpeaker(citable);
  const page = speakerPage(citable);
  const who = speaker === null || page === null ? speaker : `${speaker} (${page})`;
  return who === null ? words.join("") : `${words.join("")} – ${who}`;
}
