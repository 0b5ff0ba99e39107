import { percentile } from "../bench/percentile.ts";
import { formatTable } from "../format-table.ts";
import type { Answered } from "./ask-questions.ts";
import type { Turn } from "./beir-files.ts";
import { mean, ndcg, recall } from "./ranking-quality.ts";

/** What was tuned on; the rest is reported. */
const TUNED_SHARE = 2 / 3;
const WORST = 20;
const SHOWN_CHARACTERS = 90;

/** A row a search: nDCG@10 of the meetings it was tuned on, of the others, of all; recall@10; milliseconds. */
export function modeTable(rows: readonly (readonly [string, readonly Answered[]])[], turns: readonly Turn[]): string {
  const meetings = [...new Set(turns.map(({ meeting }) => meeting))];
  const tuned = new Set(meetings.slice(0, Math.round(meetings.length * TUNED_SHARE)));
  const isTuned = ({ question }: Answered) => tuned.has(question.meeting);
  const quality = (answered: readonly Answered[]) => mean(answered.map(ndcg)).toFixed(3);
  return formatTable([
    ["nDCG@10", `first ${tuned.size}`, `last ${meetings.length - tuned.size}`, "all", "recall@10", "p50 ms", "p95 ms"],
    ...rows.map(([name, answered]) => [
      name,
      quality(answered.filter(isTuned)),
      quality(answered.filter((each) => !isTuned(each))),
      quality(answered),
      mean(answered.map(recall)).toFixed(3),
      ...[0.5, 0.95].map((share) =>
        percentile(
          answered.map(({ elapsedMs }) => elapsedMs),
          share,
        ).toFixed(1),
      ),
    ]),
  ]);
}

/** The twenty questions that were answered worst, with what they have for answers. */
export function worstQuestions(answered: readonly Answered[]): string {
  const worst = answered.map((each) => ({ ...each, quality: ndcg(each) })).sort((a, b) => a.quality - b.quality);
  return formatTable([
    ["worst questions", "nDCG@10", "answers", "found"],
    ...worst
      .slice(0, WORST)
      .map(({ question, turns, quality }) => [
        `${question.id} ${question.text.slice(0, SHOWN_CHARACTERS)}`,
        quality.toFixed(3),
        String(question.answers.size),
        String(turns.filter((turn) => question.answers.has(turn)).length),
      ]),
  ]);
}

/** Lines of `query-id Q0 doc-id rank score tag`: the score falls with the rank, which is all that scorers look at. */
export const trecRun = (answered: readonly Answered[]): string =>
  answered
    .flatMap(({ question, turns }) =>
      turns.map((turn, i) => `${question.id} Q0 ${turn} ${i + 1} ${turns.length - i} verbatim\n`),
    )
    .join("");
