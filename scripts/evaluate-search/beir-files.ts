import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** A folder in the format of BEIR (Thakur et al. 2021, arXiv:2104.08663), whose passages are the turns of meetings. */
export interface BeirFolder {
  /** In the order of the file. */
  readonly turns: readonly Turn[];
  readonly questions: readonly Question[];
}

/** One line of the corpus. */
export interface Turn {
  readonly id: string;
  readonly speaker: string;
  readonly text: string;
  readonly meeting: string;
}

export interface Question {
  readonly id: string;
  readonly text: string;
  readonly meeting: string;
  /** The ids of the turns that answer it. */
  readonly answers: ReadonlySet<string>;
}

const CORPUS_LINE = z.object({
  _id: z.string(),
  title: z.string(),
  text: z.string(),
  metadata: z.object({ meeting: z.string() }),
});
const QUERY_LINE = z.object({ _id: z.string(), text: z.string(), metadata: z.object({ meeting: z.string() }) });

/** Questions that no turn answers are left out, as the scorers of BEIR do. */
export function readBeir(folder: string): BeirFolder {
  const answers = readAnswers(join(folder, "qrels.tsv"));
  const turns = readJsonLines(join(folder, "corpus.jsonl"), CORPUS_LINE).map(({ _id, title, text, metadata }) => ({
    id: _id,
    speaker: title.trim(),
    text: text.trim(),
    meeting: metadata.meeting,
  }));
  const questions = readJsonLines(join(folder, "queries.jsonl"), QUERY_LINE).flatMap(({ _id, text, metadata }) => {
    const found = answers.get(_id);
    return found === undefined ? [] : [{ id: _id, text, meeting: metadata.meeting, answers: found }];
  });
  return { turns, questions };
}

function readJsonLines<T>(path: string, line: z.ZodType<T>): readonly T[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((text) => text.trim() !== "").map((text) => line.parse(JSON.parse(text)));
}

/** Lines of `query-id corpus-id score` under a heading; a score of 0 is no answer. */
function readAnswers(path: string): ReadonlyMap<string, ReadonlySet<string>> {
  const answers = new Map<string, Set<string>>();
  const [, ...lines] = readFileSync(path, "utf8").trim().split("\n");
  for (const line of lines) {
    const [question = "", turn = "", score = "1"] = line.split("\t");
    if (Number(score) <= 0) continue;
    const found = answers.get(question) ?? new Set<string>();
    answers.set(question, found.add(turn));
  }
  return answers;
}
