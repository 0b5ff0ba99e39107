import { type Score, scoreOf, share } from "../score.ts";
import { NAME_KINDS, type NameKind } from "./found-entities.ts";
import type { JudgedNames } from "./judge-names.ts";
import type { JudgedPerson, JudgedPronoun } from "./judge-people.ts";

/** All that was judged, of one article or of many. */
export interface JudgedEntities {
  readonly names: JudgedNames;
  readonly people: readonly JudgedPerson[];
  readonly pronouns: readonly JudgedPronoun[];
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
    clusters: scoreOf(
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
  return scoreOf(rightShare(given), rightShare(annotated), annotated?.length ?? 0);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
