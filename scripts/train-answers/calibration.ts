import type { RatedQuestion } from "./fit-statements.ts";

const STEPS = 10;

/** How often statements answer that are held as likely to: by tenths of what was said, of those that were judged. */
export function calibrationTable(questions: readonly RatedQuestion[]): readonly (readonly string[])[] {
  const judged = questions.flatMap(({ rated }) => rated.filter(({ judged }) => judged.isJudged));
  const rows = Array.from({ length: STEPS }, (_, step) => {
    const inStep = judged.filter(({ odds }) => Math.min(STEPS - 1, Math.floor(STEPS * chanceOf(odds))) === step);
    const right = inStep.filter(({ judged: { answers } }) => answers.length > 0).length;
    const said = inStep.reduce((sum, { odds }) => sum + chanceOf(odds), 0);
    return [`${step / STEPS} to ${(step + 1) / STEPS}`, inStep.length, said, right] as const;
  });
  const share = (part: number, of: number) => (of === 0 ? "-" : (part / of).toFixed(2));
  return [
    ["held as likely", "statements", "mean", "answer"],
    ...rows.map(([range, count, said, right]) => [range, String(count), share(said, count), share(right, count)]),
  ];
}

const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));
