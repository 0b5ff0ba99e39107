import { groupBy } from "../../../src/model/group-by.ts";
import { formatTable } from "../../format-table.ts";
import { percent, share } from "../score.ts";
import { type AnnotatedSpeaker, type AnnotatedSpeakers, mayBeOne } from "./annotated-speakers.ts";
import { calibrate } from "./calibration.ts";
import type { JudgedArticle } from "./judge-quotes.ts";

/** What was said of an annotated quote's speaker, and whether it is so. */
export interface SpeakerVerdict {
  readonly annotated: AnnotatedSpeaker;
  /** Whether a name is given. */
  readonly isNamed: boolean;
  /** Whether the name that is given is that of whoever said it. */
  readonly isRight: boolean;
  /** 0..1 */
  readonly confidence: number;
}

/** The verdicts on the found quotes of which it is annotated who said them, by the kind of the annotated ones. */
export function judgeSpeakers(
  { article, pairs }: JudgedArticle,
  speakers: AnnotatedSpeakers,
): readonly (SpeakerVerdict & { readonly kind: string })[] {
  return pairs.flatMap(({ gold, found }) => {
    const annotated = speakers.get(article.id)?.[gold.id ?? ""];
    if (annotated === undefined) return [];
    const { speaker, confidence } = found;
    const isRight = speaker !== null && annotated.names.some((name) => mayBeOne(speaker, name));
    return [{ annotated, isNamed: speaker !== null, isRight, confidence, kind: gold.kind }];
  });
}

export interface SpeakerScore {
  readonly count: number;
  /** Of the quotes by somebody whom the article names: the share with the right name. */
  readonly rightOfNamed: number;
  /** Of the quotes shown with a name: the share where it is not who said them. */
  readonly readersError: number;
  /** Of the quotes by nobody whom the article names: the share shown without a name. */
  readonly silent: number;
}

export function scoreSpeakers(verdicts: readonly SpeakerVerdict[]): SpeakerScore {
  const [named, nobodys] = partition(verdicts, ({ annotated }) => annotated.names.length > 0);
  const shown = verdicts.filter(({ isNamed }) => isNamed);
  return {
    count: verdicts.length,
    rightOfNamed: share(named.filter(({ isRight }) => isRight).length, named.length),
    readersError: share(shown.filter(({ isRight }) => !isRight).length, shown.length),
    silent: share(nobodys.filter(({ isNamed }) => !isNamed).length, nobodys.length),
  };
}

/** One line for all, and one for each kind, with the calibration of the names that are shown. */
export function speakerTables<T extends SpeakerVerdict>(
  verdicts: readonly T[],
  kindOf: (verdict: T) => string,
): string {
  const rows = [["all", verdicts] as const, ...[...groupBy(verdicts, kindOf)].sort(([a], [b]) => (a < b ? -1 : 1))];
  const shown = verdicts.filter(({ isNamed }) => isNamed);
  const { error } = calibrate(shown.map(({ confidence, isRight }) => ({ confidence, right: isRight })));
  return [
    formatTable([
      ["the person, %", "count", "right of named", "reader's error", "silent where nobody is named"],
      ...rows.map(([name, group]) => {
        const { count, rightOfNamed, readersError, silent } = scoreSpeakers(group);
        return [name, String(count), ...[rightOfNamed, readersError, silent].map(percent)];
      }),
    ]),
    `Confidence in the person, of the names that are shown: expected calibration error ${error.toFixed(3)}.`,
  ].join("\n\n");
}

function partition<T>(items: readonly T[], holds: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}
