import { groupBy } from "../../src/model/group-by.ts";
import { queryWords } from "../../src/search/query-words.ts";
import { searchTerms } from "../../src/store/search-terms.ts";
import { wordStem } from "../../src/store/word-stem.ts";
import type { Answered } from "./ask-questions.ts";
import type { BeirFolder, Question, Turn } from "./beir-files.ts";

/** As most have it (Robertson and Zaragoza 2009). */
const SATURATION = 1.2;
const LENGTH_PENALTY = 0.75;
const HITS = 100;

/** A turn as it is looked up: how often it has each stem. */
interface Document {
  readonly turn: Turn;
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

/**
 * What a plain BM25 answers, to compare with: each turn with so many turns of its meeting either side, no more, and the
 * words of the question that the search looks for.
 * @param within Whether each question is asked of its own meeting alone.
 */
export function askPlainBm25(
  { turns, questions }: BeirFolder,
  neighbours: number,
  within: boolean,
): readonly Answered[] {
  const stemOf = rememberingStems();
  const meetings = [...groupBy(turns, ({ meeting }) => meeting).values()];
  const documents = meetings.flatMap((ofMeeting) => documentsOf(ofMeeting, neighbours, stemOf));
  const holding = new Map<string, number>();
  for (const { counts } of documents) for (const stem of counts.keys()) holding.set(stem, (holding.get(stem) ?? 0) + 1);
  const meanLength = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const scoreOf = ({ counts, length }: Document, stem: string) => {
    const count = counts.get(stem) ?? 0;
    const n = holding.get(stem) ?? 0;
    const rarity = Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
    const norm = SATURATION * (1 - LENGTH_PENALTY + (LENGTH_PENALTY * length) / meanLength);
    return (rarity * count * (SATURATION + 1)) / (count + norm);
  };
  return questions.map((question) => answer(question, within, documents, stemOf, scoreOf));
}

function answer(
  question: Question,
  within: boolean,
  documents: readonly Document[],
  stemOf: (word: string) => string,
  scoreOf: (document: Document, stem: string) => number,
): Answered {
  const startedAt = performance.now();
  const stems = [...new Set(queryWords(question.text).map(stemOf))];
  const turns = documents
    .filter(({ turn }) => !within || turn.meeting === question.meeting)
    .map((document) => ({
      id: document.turn.id,
      score: stems.reduce((sum, stem) => sum + scoreOf(document, stem), 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, HITS)
    .map(({ id }) => id);
  return { question, turns, elapsedMs: performance.now() - startedAt };
}

function documentsOf(
  turns: readonly Turn[],
  neighbours: number,
  stemOf: (word: string) => string,
): readonly Document[] {
  const stems = turns.map(({ text }) => searchTerms(text).map(stemOf));
  return turns.map((turn, i) => {
    const around = stems.slice(Math.max(0, i - neighbours), i + neighbours + 1).flat();
    const counts = new Map<string, number>();
    for (const stem of around) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    return { turn, counts, length: around.length };
  });
}

/** Stemming takes longer than all else. */
function rememberingStems(): (word: string) => string {
  const stems = new Map<string, string>();
  return (word) => {
    const known = stems.get(word) ?? wordStem(word);
    stems.set(word, known);
    return known;
  };
}
