import { formatDate } from "./format-date.ts";
import type { Source, Speaker } from "./fragments.ts";
import { VOICES, type VoiceName } from "./voice.ts";

/** What a citation is made of. */
export interface Citable {
  readonly voice: VoiceName;
  /** The words to the letter, a part for each span of the article. */
  readonly parts: readonly string[];
  readonly speaker: Speaker | null;
  /** What the article calls the speaker. */
  readonly speakerMention: string | null;
  readonly source: Source;
}

/**
 * A citation as plain text, such as `“The bridge holds.” – Ana Mirela, Minister of Works, in: “The bridge”, Courier,
 * 14 March 2025, https://…`. Quotation marks stand only around words that the article gives to the letter; the parts
 * of a quote that the article interrupts have marks of their own.
 */
export function citation(citable: Citable): string {
  const { voice, parts } = citable;
  const quoted = voice === "PARAGRAPH" || VOICES[voice].verbatim;
  const words = quoted ? parts.map((part) => `“${part}”`).join(" … ") : parts.join(" … ");
  const who = [speakerWords(citable), ...(isReported(voice) ? [VOICES[voice].label.toLowerCase()] : [])];
  return `${words} – ${[...who, ...sourceWords(citable.source)].filter((part) => part !== null).join(", ")}`;
}

const isReported = (voice: VoiceName): boolean => voice !== "PARAGRAPH" && !VOICES[voice].verbatim;

function speakerWords({ voice, speaker, speakerMention }: Citable): string | null {
  if (voice === "PARAGRAPH") return null;
  if (speaker === null) return speakerMention ?? "speaker not named";
  const title = titleOf(speaker);
  return title === null ? speaker.name : `${speaker.name}, ${title}`;
}

/** The newest title that an article gives a person. */
export const titleOf = (speaker: Speaker): string | null =>
  "titles" in speaker ? (speaker.titles[0]?.title ?? null) : null;

function sourceWords({ title, publisher, publishedAt, url }: Source): readonly (string | null)[] {
  return [
    title === null ? "in an article without a title" : `in: “${title}”`,
    publisher,
    publishedAt === null ? null : formatDate(publishedAt),
    url,
  ];
}
