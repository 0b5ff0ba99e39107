import { attributionWords, namesInWords } from "../../../model/attribution.ts";
import type { DraftQuote } from "./documents.ts";

/** Who said it in the source, in words; null where the source does not decide. */
export const sourceSpeaker = ({ saidBy, verification }: DraftQuote): string | null =>
  attributionWords({
    who: namesInWords(saidBy.map(({ name }) => name)),
    isUnsure: verification.source?.quote?.isSpeakerSure === false,
    onBehalfOf: null,
  });
