import { z } from "zod";
import { foldName } from "../../../src/model/fold-name.ts";
import { readGoldLines } from "../gold-lines.ts";

const ONE_OR_MORE = z.union([z.string(), z.array(z.string())]).transform((names) => [names].flat().filter(isNamed));

const ANNOTATED_SPEAKERS = z.object({
  id: z.string(),
  speakers: z.record(
    z.string(),
    z
      .object({
        name: ONE_OR_MORE,
        world: ONE_OR_MORE,
        kind: z.union([z.string(), z.array(z.string())]),
        said: z.boolean(),
      })
      .transform(
        ({ name, world, kind, said }): AnnotatedSpeaker => ({
          names: [...name, ...world],
          kind: [kind].flat()[0] ?? "",
          said,
        }),
      ),
  ),
});

/** Who said a quote, as a careful reader names them. */
export interface AnnotatedSpeaker {
  /** As in the article and across articles, of all who said it; none where the article names nobody. */
  readonly names: readonly string[];
  /** "person", "organization", "place", "group"; empty for nobody. */
  readonly kind: string;
  /** Whether it was said or written, and not only wanted, thought or backed. */
  readonly said: boolean;
}

/** Of each article by its id, the speakers of its annotated quotes by theirs. */
export type AnnotatedSpeakers = ReadonlyMap<string, Readonly<Record<string, AnnotatedSpeaker>>>;

/** @throws VerbatimError BAD_INPUT that names the line. */
export const readAnnotatedSpeakers = (path: string): AnnotatedSpeakers =>
  new Map(
    readGoldLines(path, ANNOTATED_SPEAKERS, "an article's speakers by quote").map(({ id, speakers }) => [id, speakers]),
  );

function isNamed(name: string): boolean {
  return name !== "";
}

/** Forms of address and small words that are no part of a name. */
const ADDRESS = /\b(?:the|mr|mrs|ms|miss|dr|sen|senator|rep|gov|president|prof|sir|jr|sr)\b/g;

/** Whether two names may be one's: the words of one are all in the other, and the last word is the same. */
export function mayBeOne(a: string, b: string): boolean {
  const [shorter = [], longer = []] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length);
  return shorter.length > 0 && shorter.at(-1) === longer.at(-1) && shorter.every((word) => longer.includes(word));
}

const wordsOf = (name: string): readonly string[] =>
  foldName(foldName(name).replace(/'s\b/g, "").replace(ADDRESS, " "))
    .split(/[\s-]+/)
    .filter((word) => word !== "");
