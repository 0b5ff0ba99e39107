import { formatTable } from "../../format-table.ts";
import { byKind, type Confusion } from "./confusions.ts";
import type { EntityScores, Score } from "./entity-scores.ts";
import { NAME_KINDS } from "./found-entities.ts";

const WORST = 20;

export function scoreTable({ names, clusters, pronouns }: EntityScores): string {
  return formatTable([
    ["%", "precision", "recall", "F1", "count"],
    ...NAME_KINDS.map((kind) => [`names: ${kind}`, ...cells(names[kind])]),
    ["people clusters (B-cubed)", ...cells(clusters)],
    ["he, she, his, her", percent(pronouns.rightOfAnswered), percent(pronouns.right), "", String(pronouns.count)],
  ]);
}

const cells = ({ precision, recall, f1, count }: Score): readonly string[] => [
  percent(precision),
  percent(recall),
  percent(f1),
  String(count),
];

const percent = (share: number): string => (100 * share).toFixed(1);

/** How often each kind of mistake was made, and the worst of them. */
export function confusionTables(heading: string, confusions: readonly Confusion[]): string {
  const worst = confusions.slice(0, WORST);
  return [
    formatTable([[heading, "times"], ...byKind(confusions).map(([kind, count]) => [kind, String(count)])]),
    formatTable([
      ["the worst", "times", "in"],
      ...worst.map(({ kind, words, articleId, count }) => [`${kind}: ${words}`, String(count), articleId]),
    ]),
  ].join("\n\n");
}
