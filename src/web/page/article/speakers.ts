import type { Speaker } from "../quote/fragments.ts";
import type { ArticleQuote } from "./documents.ts";

/** Colours that the style sheet has (`hue-0` to `hue-7`), told apart by eyes of any kind; a ninth speaker has the first again. */
const HUES = 8;

export interface ArticleSpeaker {
  readonly speaker: Speaker;
  readonly quotes: number;
  /** A class of the style sheet. */
  readonly hue: string;
  /** Stands before each quote, since colour alone tells some readers nothing: "TM" for Teodor Maravin. */
  readonly initials: string;
}

/** A quote whose speaker the article does not name. */
export const NO_HUE = "hue-none";
export const NO_INITIALS = "?";
/** In the address, in the place of a speaker's id. */
export const NOT_NAMED = "none";

/** The speakers of these quotes in order of their first words, by id. */
export function articleSpeakers(quotes: readonly ArticleQuote[]): ReadonlyMap<string, ArticleSpeaker> {
  const speakers = new Map<string, ArticleSpeaker>();
  for (const speaker of quotes.flatMap((quote) => quote.speakers)) {
    const known = speakers.get(speaker.id);
    const hue = known?.hue ?? `hue-${speakers.size % HUES}`;
    speakers.set(speaker.id, { speaker, quotes: (known?.quotes ?? 0) + 1, hue, initials: initialsOf(speaker.name) });
  }
  return speakers;
}

/** Whether the quote stands out where only this speaker's quotes do. @param speaker An id, `NOT_NAMED`, or null for all. */
export const isSetOff = ({ speakers }: ArticleQuote, speaker: string | null): boolean =>
  speaker === null || (speakers.length === 0 ? speaker === NOT_NAMED : speakers.some(({ id }) => id === speaker));

/** Of the first and the last word of a name. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => Array.from(word ?? "")[0] ?? "").join("");
}
