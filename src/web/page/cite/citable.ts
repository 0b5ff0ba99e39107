import { textFragmentUrl } from "../../../model/text-fragment.ts";
import { articleAddress } from "../navigation/article-address.ts";
import { formatDate } from "../quote/format-date.ts";
import type { Source, Speaker, WordsPlace } from "../quote/fragments.ts";
import { titleOf } from "../quote/speaker-title.ts";
import { VOICES, type VoiceName } from "../quote/voice.ts";
import { webUrl } from "../quote/web-url.ts";
import { type WordPart, wordParts } from "../quote/word-parts.ts";

/** What a citation is made of. */
export interface Citable {
  readonly voice: VoiceName;
  /** The words, their parts joined. */
  readonly text: string;
  /** Where each part stands. */
  readonly selectors: readonly WordsPlace[];
  readonly speaker: Speaker | null;
  /** What the article calls the speaker. */
  readonly speakerMention: string | null;
  readonly source: Source;
  /** The anchor of the words on the article's page here; empty for the article itself. */
  readonly anchor: string;
}

/** A part of the words, with what stands behind it. */
export interface CitedPart extends Pick<WordPart, "followedBy"> {
  /** In quotation marks, if the words are to the letter what the speaker said or the article has. */
  readonly words: string;
}

/** Marks stand only around words that are the speaker's own, or the article's own and put to nobody. */
export const citedParts = ({ voice, text, selectors }: Citable): readonly CitedPart[] =>
  wordParts(
    text,
    selectors.map(({ exact }) => exact),
  ).map(({ start, end, followedBy }) => {
    const words = text.slice(start, end);
    return { words: isReported(voice) ? words : `“${words}”`, followedBy };
  });

const isReported = (voice: VoiceName): boolean => voice !== "PARAGRAPH" && !VOICES[voice].verbatim;

/** Such as "Ana Mirela, Minister of Works, paraphrase"; null where nobody speaks. */
export function citedSpeaker({ voice, speaker, speakerMention }: Citable): string | null {
  if (voice === "PARAGRAPH") return null;
  const names = speaker === null ? [speakerMention ?? "speaker not named"] : [speaker.name, titleOf(speaker)];
  return [...names, isReported(voice) ? VOICES[voice].label.toLowerCase() : null].filter(isKnown).join(", ");
}

/** A page that tells who the speaker is, where one is known: the item at Wikidata, if any. */
export function speakerPage({ voice, speaker }: Citable): string | null {
  if (voice === "PARAGRAPH" || speaker === null || !("sameAs" in speaker)) return null;
  return webUrl({ url: speaker.sameAs[0] ?? null });
}

/** Publisher and date, as far as they are known. */
export const citedEdition = ({ source: { publisher, publishedAt } }: Citable): readonly string[] =>
  [publisher, publishedAt === null ? null : formatDate(publishedAt)].filter(isKnown);

const isKnown = (part: string | null): part is string => part !== null;

/** Opens the article on the web at the words; an article that is not on the web, here. @param origin Of this page. */
export function linkToWords({ source, selectors, anchor }: Citable, origin: string): string {
  const url = webUrl(source);
  return url === null ? origin + articleAddress(source.id, { anchor }) : textFragmentUrl(url, selectors);
}
