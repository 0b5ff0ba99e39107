import type { Machine } from "../../bench/machine.ts";
import { formatTable } from "../../format-table.ts";
import { percent, scoreCells, share } from "../score.ts";
import type { AnswerGroup, Calibration, NamedGroup } from "./calibration.ts";
import type { QuoteScores } from "./quote-scores.ts";
import { reliabilityDiagram } from "./reliability-diagram.ts";
import type { SpeakerGroups } from "./speaker-answers.ts";

export function scoreTables({ kinds, quotes, foundAs, spans, speakers }: QuoteScores): string {
  return [
    formatTable([
      ["annotated as, %", "count", "recall at 0.5", "recall at 0.8", "source right", "both"],
      ...present(kinds).map(([kind, score]) => [
        kind,
        String(score.count),
        ...[score.recallAtHalf, score.recall, score.sourceRight, score.both].map(percent),
      ]),
    ]),
    formatTable([
      ["found as, %", "count", "precision at 0.8", "both"],
      ...present(foundAs).map(([kind, { count, precision, both }]) => [
        kind,
        ...[String(count), percent(precision), percent(both)],
      ]),
    ]),
    formatTable([
      ["all kinds, %", "precision", "recall", "F1"],
      ["quotes at 0.5", ...scoreCells(quotes.foundAtHalf)],
      ["quotes at 0.8", ...scoreCells(quotes.found)],
      ["quotes at 0.8 with the right source (both)", ...scoreCells(quotes.both)],
      ...Object.entries(spans).map(([part, score]) => [`exact spans: ${part}`, ...scoreCells(score)]),
    ]),
    speakers === null
      ? "Canonical speakers: the annotation names none."
      : `Canonical speakers right: ${percent(speakers.right)} % of ${speakers.count} quotes found.`,
  ].join("\n\n");
}

/** Without those that there are none of: shares of nothing say nothing. */
const present = <T extends { readonly count: number }>(kinds: Readonly<Record<string, T>>) =>
  Object.entries(kinds).filter(([, { count }]) => count > 0);

/** How the reading of the articles went. */
interface Reading {
  readonly annotated: number;
  /** Of the annotated articles. */
  readonly failed: number;
  /** Without the first. In how many seconds by the wall's clock, and of processor time of this process alone. */
  readonly articles: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly machine: Machine;
}

export function readingLines({ annotated, failed, articles, seconds, processorSeconds, machine }: Reading): string {
  const { processor, cores, node } = machine;
  return [
    `Articles that fail: ${failed} of ${annotated}.`,
    `Speed: ${articles} articles in ${seconds.toFixed(2)} s: ${share(articles, seconds).toFixed(1)} a second by the wall's clock,`,
    `${share(articles, processorSeconds).toFixed(1)} a second of this process's processor time (a tagger runs in another one). Counted from the`,
    `first article on, with reading; ${cores} cores of ${processor}, Node ${node}.`,
  ].join("\n");
}

export function calibrationTables(
  { bins, error, all }: Calibration,
  { bySource, byConfidence }: SpeakerGroups,
): string {
  return [
    `Confidence in the speaker: stated ${all.confidence.toFixed(3)} on average, right ${all.right.toFixed(3)} ` +
      `of ${all.count} matched quotes; expected calibration error ${error.toFixed(3)}.`,
    formatTable([
      ["confidence", ...GROUP_HEADING],
      ...bins.map((bin) => [`${bin.from.toFixed(1)} to ${bin.to.toFixed(1)}`, ...groupCells(bin)]),
    ]),
    reliabilityDiagram(bins),
    groupTable("found as, by source", bySource),
    groupTable("confidence", byConfidence),
  ].join("\n\n");
}

const GROUP_HEADING = ["count", "stated", "right", "gap"];

const groupTable = (heading: string, groups: readonly NamedGroup[]): string =>
  formatTable([
    [heading, ...GROUP_HEADING],
    ...groups.slice(0, MOST_GROUPS).map((group) => [group.name, ...groupCells(group)]),
  ]);

/** Rows of a table of groups: a confidence that takes any value has a group for each hundredth. */
const MOST_GROUPS = 20;

const groupCells = ({ count, confidence, right }: AnswerGroup): readonly string[] => [
  String(count),
  confidence.toFixed(3),
  right.toFixed(3),
  `${right < confidence ? "-" : "+"}${Math.abs(right - confidence).toFixed(3)}`,
];
