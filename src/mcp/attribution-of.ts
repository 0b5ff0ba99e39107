import { type Attribution, namesInWords } from "../model/attribution.ts";
import { isSureOfSpeaker } from "../model/quote.ts";
import { spanText } from "../model/span.ts";
import type { Statement } from "../search/load-statements.ts";
import { MAX_NAME_LENGTH, oneLine } from "./quoted-material.ts";

/** The speakers' names, else the article's words for the speaker ("the minister"), and for whom they speak. */
export function attributionOf({ quote, article, speakers, onBehalfOf }: Statement): Attribution {
  const names = namesInWords(speakers.map(({ name }) => oneLine(name, MAX_NAME_LENGTH)));
  const mention = quote.speakerMention && oneLine(spanText(article.text, quote.speakerMention), MAX_NAME_LENGTH);
  return {
    who: names ?? mention,
    isUnsure: names !== null && !isSureOfSpeaker(quote),
    onBehalfOf: onBehalfOf && oneLine(onBehalfOf.name, MAX_NAME_LENGTH),
  };
}
