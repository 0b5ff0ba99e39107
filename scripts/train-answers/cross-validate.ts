import type { AskedQuestion } from "./asked-question.ts";
import { fitStatements, type RatedQuestion, rate, type StatementKind, type StatementModel } from "./fit-statements.ts";

const FOLDS = 5;

/** What was learnt without the questions of a group. */
type WithheldModel = (group: string) => Pick<StatementModel, "base" | "weights"> | undefined;

/** The model for each question that was learnt without those of its group. */
export function withheldModels(questions: readonly AskedQuestion[], kind: StatementKind): WithheldModel {
  const groups = [...new Set(questions.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, i % FOLDS]));
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitStatements(
      questions.filter(({ group }) => foldOf.get(group) !== fold),
      kind,
    ),
  );
  return (group) => models[foldOf.get(group) ?? 0];
}

/** Each question's candidates, rated by what was learnt without it. */
export function rateWithheld(questions: readonly AskedQuestion[], modelOf: WithheldModel): readonly RatedQuestion[] {
  return questions.flatMap((question) => {
    const model = modelOf(question.group);
    return model === undefined ? [] : [rate(question, model)];
  });
}
