import { formatTable } from "../../format-table.ts";
import { percent, scoreCells } from "../score.ts";
import type { EntityScores } from "./entity-scores.ts";
import { NAME_KINDS } from "./found-entities.ts";

export function scoreTable({ names, clusters, pronouns }: EntityScores): string {
  return formatTable([
    ["%", "precision", "recall", "F1", "count"],
    ...NAME_KINDS.map((kind) => [`names: ${kind}`, ...scoreCells(names[kind]), String(names[kind].count)]),
    ["people clusters (B-cubed)", ...scoreCells(clusters), String(clusters.count)],
    ["he, she, his, her", percent(pronouns.rightOfAnswered), percent(pronouns.right), "", String(pronouns.count)],
  ]);
}
