import { attributionWords, namesInWords } from "../../../model/attribution.ts";
import type { SpokenBy } from "./fragments.ts";
import { titleOf } from "./speaker-title.ts";

/** Who said it, in words: "perhaps Lena Marsh", "Tom Okafor and Ilse Brandt", "a spokesman for Marsh, for Lena Marsh"; null for nobody known. */
export const attributionText = (quote: SpokenBy): string | null =>
  textOf(quote, namesInWords(quote.speakers.map(({ name }) => name)));

/** The same, with the title of one who speaks alone. */
export function titledAttribution(quote: SpokenBy): string | null {
  const [speaker, ...others] = quote.speakers;
  const title = speaker && others.length === 0 ? titleOf(speaker) : null;
  const names = namesInWords(quote.speakers.map(({ name }) => name));
  return textOf(quote, title === null ? names : `${names}, ${title}`);
}

const textOf = ({ speakerMention, onBehalfOf, isSpeakerSure }: SpokenBy, names: string | null): string | null =>
  attributionWords({
    who: names ?? speakerMention,
    isUnsure: names !== null && !isSpeakerSure,
    onBehalfOf: onBehalfOf?.name ?? null,
  });
