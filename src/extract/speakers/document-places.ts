import { firstFrom } from "../../model/span.ts";
import type { Block, Document } from "../text/document.ts";
import { sentencesOf } from "../text/sentences.ts";
import { isFiniteVerb, type Token } from "../text/token.ts";

/** Where an offset lies in a document. */
export interface Place {
  readonly block: number;
  /** Number of its sentence among all of the document's. */
  readonly sentence: number;
  /** No verb of its sentence stands before it, nor "by": "Asked by the reporter Iris Dahl, Sand smiled". */
  readonly isSubject: boolean;
  /** It stands in the first sentence of its block. */
  readonly opensBlock: boolean;
}

interface Sentence {
  readonly start: number;
  readonly tokens: readonly Token[];
  readonly block: number;
  /** Where its first finite verb stands; the sentence's end where it has none. */
  readonly verb: number;
  readonly opensBlock: boolean;
}

/** Finds the block and sentence of any offset by halving. */
export class DocumentPlaces {
  readonly #sentences: readonly Sentence[];

  constructor({ blocks }: Document) {
    this.#sentences = [...blocks].sort((a, b) => a.start - b.start).flatMap(placesOf);
  }

  at(offset: number): Place {
    const number = Math.max(0, firstFrom(this.#sentences, offset + 1, ({ start }) => start) - 1);
    const sentence = this.#sentences[number];
    return {
      block: sentence?.block ?? 0,
      sentence: number,
      isSubject: sentence !== undefined && offset <= sentence.verb && !isAgent(sentence.tokens, offset),
      opensBlock: sentence?.opensBlock ?? false,
    };
  }
}

function placesOf({ tokens, index, end }: Block): readonly Sentence[] {
  return sentencesOf(tokens).map((sentence, i) => ({
    start: (sentence[0] as Token).start,
    tokens: sentence,
    block: index,
    verb: sentence.find(isFiniteVerb)?.start ?? end,
    opensBlock: i === 0,
  }));
}

/** Words of a phrase before the name in it: "the new Port Ansel harbour master". */
const PHRASE = /^(?:NNP?S?|JJ[RS]?|DT|CD|POS|PRP\$|HYPH)$/;
const MAX_PHRASE = 8;

function isAgent(tokens: readonly Token[], offset: number): boolean {
  const name = firstFrom(tokens, offset, ({ start }) => start);
  let at = name - 1;
  while (at >= 0 && name - at <= MAX_PHRASE && PHRASE.test(tokens[at]?.tag ?? "")) at--;
  return tokens[at]?.lower === "by";
}
