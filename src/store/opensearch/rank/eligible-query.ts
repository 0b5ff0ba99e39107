import { phraseEnd } from "../../find-phrase.ts";
import type { ChunkQuery } from "../../rank-request.ts";
import { textWords, wordForms } from "../../text-words.ts";
import type { Query } from "../cluster/cluster.ts";
import type { ChunkDocument } from "../documents/chunk-document.ts";
import { stemOf } from "../documents/passage-words.ts";
import { MAX_WINDOW } from "../index-definitions.ts";
import type { Indices } from "../indices.ts";
import { chunksWith } from "./filter-query.ts";

/** Shorter words may stand within another ("19" in "COVID-19"), and most texts hold them: they do not choose what is read. */
const TELLING_LENGTH = 3;

/** The chunks that a filter lets through, that hold all phrases and nothing that is excluded. */
export async function eligibleQuery(
  indices: Indices,
  { phrases, excluded }: ChunkQuery,
  statements: Query | null,
): Promise<Query> {
  const held = await Promise.all(phrases.map((phrase) => withPhrase(indices, phrase)));
  const unwanted = await Promise.all(
    excluded.map((words) => (words.length === 1 ? withWord(words[0] as string) : withPhrase(indices, words))),
  );
  return { bool: { filter: [chunksWith(statements), ...held], must_not: unwanted } };
}

const withWord = (word: string): Query => ({ term: { own: stemOf(word) } });

/**
 * The chunks whose text holds these words in this order, letter case, accents and noise aside. Where words can be taken for others, or
 * are written with a hyphen, the text is read.
 */
async function withPhrase(indices: Indices, words: readonly string[]): Promise<Query> {
  const phrase = words.flatMap(wordForms);
  if (phrase.length === 0) return { match_none: {} };
  const asWritten: Query = { match_phrase: { forms: phrase.join(" ") } };
  const read = await idsOtherwise(indices, phrase, asWritten);
  return { bool: { should: [asWritten, ...(read.length === 0 ? [] : [{ ids: { values: read } }])] } };
}

async function idsOtherwise(indices: Indices, phrase: readonly string[], asWritten: Query): Promise<readonly string[]> {
  const holding = telling(phrase).map((word) => withWord(word));
  const { hits } = await indices.search<Pick<ChunkDocument, "chunk">>({
    kind: "chunks",
    body: {
      query: { bool: { filter: [{ term: { hasVariants: true } }, ...holding], must_not: [asWritten] } },
      size: MAX_WINDOW,
      _source: ["chunk.text"],
    },
  });
  return hits.hits.filter(({ _source }) => holds(_source.chunk.text, phrase)).map(({ _id }) => _id);
}

function telling(phrase: readonly string[]): readonly string[] {
  const long = phrase.filter(({ length }) => length >= TELLING_LENGTH);
  return [...new Set(long.length > 0 ? long : phrase)];
}

function holds(text: string, phrase: readonly string[]): boolean {
  const words = textWords(text);
  return words.some((_, start) => phraseEnd(words, start, phrase) >= 0);
}
