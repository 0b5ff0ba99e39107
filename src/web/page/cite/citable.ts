import { assertionLabel } from "../../../model/assertion-label.ts";
import { clockTime } from "../../../model/clock-time.ts";
import { formatDate } from "../../../model/format-date.ts";
import { needsSentence } from "../../../model/shown-spans.ts";
import { textFragmentUrl } from "../../../model/text-fragment.ts";
import { articleAddress } from "../navigation/article-address.ts";
import { titledAttribution } from "../quote/attribution-text.ts";
import type { Source, Told, WordsPlace } from "../quote/fragments.ts";
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
  /** How it is told and by whom; null for the article's own words, and for words in marks that are nobody's quote. */
  readonly quote: Told | null;
  readonly source: Source;
  /** The anchor of the words on the article's page here; empty for the article itself. */
  readonly anchor: string;
}

/** A part of the words, with what stands behind it. */
export interface CitedPart extends Pick<WordPart, "followedBy"> {
  /** In quotation marks, if the words are to the letter what the speaker said or the article has. */
  readonly words: string;
}

/**
 * Marks stand only around words that are the speaker's own, or the article's own and put to nobody. What must not stand by itself comes in
 * the sentence that it is told in.
 */
export function citedParts(citable: Citable): readonly CitedPart[] {
  const { voice, text, selectors, quote } = citable;
  const parts = wordParts(
    text,
    selectors.map(({ exact }) => exact),
  ).map(({ start, end, followedBy }) => ({ words: text.slice(start, end), followedBy }));
  if (quote !== null && needsSentence(quote)) return inSentence(quote.sentence.text, parts);
  return parts.map(({ words, followedBy }) => ({ words: isReported(voice) ? words : `“${words}”`, followedBy }));
}

/** The sentence, and the parts of the words that go on behind it. */
function inSentence(sentence: string, parts: readonly CitedPart[]): readonly CitedPart[] {
  const behind = parts.filter(({ words }) => !sentence.includes(words));
  return [{ words: sentence, followedBy: behind.length === 0 ? "END" : "PARAGRAPH" }, ...behind];
}

const isReported = (voice: VoiceName): boolean => voice !== "PARAGRAPH" && !VOICES[voice].verbatim;

/** Such as "Ana Mirela, Minister of Works, paraphrase (denies)"; null where nobody speaks. */
export function citedSpeaker({ voice, quote }: Citable): string | null {
  if (voice === "PARAGRAPH") return null;
  const who = (quote && titledAttribution(quote)) ?? "speaker not named";
  const told = quote && assertionLabel(quote);
  const named = [who, isReported(voice) ? VOICES[voice].label.toLowerCase() : null].filter(isKnown).join(", ");
  return told === null ? named : `${named} (${told})`;
}

/**
 * A page that tells who the speaker is, where one is known: the item at Wikidata, if any. None where others are named
 * beside the speaker, for whom it would pass as well.
 */
export function speakerPage({ voice, quote }: Citable): string | null {
  const [speaker, ...others] = quote?.speakers ?? [];
  if (voice === "PARAGRAPH" || others.length > 0 || quote?.onBehalfOf) return null;
  return speaker && "sameAs" in speaker ? webUrl({ url: speaker.sameAs[0] ?? null }) : null;
}

/** Publisher, date and moment in the recording, as far as they are known. */
export function citedEdition(citable: Citable): readonly string[] {
  const { publisher, publishedAt } = citable.source;
  const heard = heardAt(citable);
  const date = publishedAt === null ? null : formatDate(publishedAt);
  return [publisher, date, heard === null ? null : `at ${heard}`].filter(isKnown);
}

const isKnown = (part: string | null): part is string => part !== null;

/** Opens the recording where the words are heard; null where none is known. */
export const linkToRecording = ({ quote }: Citable): string | null => (quote?.media ? webUrl(quote.media) : null);

/** When in a recording the words are heard, as a player shows it; null for what has no times. */
const heardAt = ({ quote }: Citable): string | null => (quote?.media ? clockTime(quote.media.start) : null);

/**
 * Opens the recording at the words, else the article on the web; an article that is not on the web, here.
 * @param origin Of this page.
 */
export function linkToWords(citable: Citable, origin: string): string {
  const { source, selectors, anchor } = citable;
  const recording = linkToRecording(citable);
  if (recording !== null) return recording;
  const url = webUrl(source);
  return url === null ? origin + articleAddress(source.id, { anchor }) : textFragmentUrl(url, selectors);
}
