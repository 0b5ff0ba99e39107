import { NAME_KINDS, type NameKind } from "./found-entities.ts";
import type { JudgedNames } from "./judge-names.ts";
import type { JudgedPerson, JudgedPronoun } from "./judge-people.ts";

/** All that was judged, of one article or of many. */
export interface JudgedEntities {
  readonly names: JudgedNames;
  readonly people: readonly JudgedPerson[];
  readonly pronouns: readonly JudgedPronoun[];
}

/** Shares, each 0..1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** How many annotated names there are, or how many found ones the clusters are made of. */
  readonly count: number;
}

export interface EntityScores {
  readonly names: Readonly<Record<NameKind, Score>>;
  readonly clusters: Score;
  readonly pronouns: { readonly right: number; readonly rightOfAnswered: number; readonly count: number };
}

export function scoreEntities({ names, people, pronouns }: JudgedEntities): EntityScores {
  const answered = pronouns.filter(({ outcome }) => outcome !== "nobody").length;
  const right = pronouns.filter(({ outcome }) => outcome === "right").length;
  return {
    names: Object.fromEntries(NAME_KINDS.map((kind) => [kind, nameScore(kind, names)])) as Record<NameKind, Score>,
    clusters: score(
      share(sum(people.map(({ precision }) => precision)), people.length),
      share(sum(people.map(({ recall }) => recall)), people.length),
      people.length,
    ),
    pronouns: {
      right: share(right, pronouns.length),
      rightOfAnswered: share(right, answered),
      count: pronouns.length,
    },
  };
}

function nameScore(kind: NameKind, { gold, found }: JudgedNames): Score {
  const [annotated, given] = [gold, found].map((names) => names.filter((name) => name.kind === kind));
  const rightShare = (names: JudgedNames["gold"] = []) =>
    share(names.filter(({ outcome }) => outcome === kind).length, names.length);
  return score(rightShare(given), rightShare(annotated), annotated?.length ?? 0);
}

const score = (precision: number, recall: number, count: number): Score => ({
  precision,
  recall,
  f1: share(2 * precision * recall, precision + recall),
  count,
});

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
