import type { ArticleTags, TaggedStatement } from "../../model/article-tags.ts";
import type { EntityKind } from "../../model/entity.ts";
import type { TaggedName } from "../../model/tagged-name.ts";
import { type LabelSpan, labelSpans } from "./label-spans.ts";
import { linkStatements } from "./link-statements.ts";
import { mendNames } from "./mend-names.ts";
import type { PlacedWord, TaggingWindow } from "./pack-windows.ts";

/** What the model gives for one window of n word pieces; `training/tagger/model.py` tells the layout. */
export interface WindowLogits {
  /** [n][16]: content, cue and source (3 each), then names (7). */
  readonly labels: Float32Array;
  /** [n][n]: how well the second is the head of the first. */
  readonly heads: Float32Array;
}

/** Labels a word piece. */
const LABELS = 16;
const CONTENT = [0, 3] as const;
const CUE = [3, 6] as const;
const SOURCE = [6, 9] as const;
const NAME = [9, 16] as const;
const PERSON = 0;
const NAME_KINDS: readonly EntityKind[] = ["PERSON", "ORGANIZATION", "PLACE"];

/** Numbers to statements and names, as offsets into the article. */
export function readWindow({ pieces, words }: TaggingWindow, { labels, heads }: WindowLogits): ArticleTags {
  const spans = ([begin, end]: readonly [number, number]): LabelSpan[] =>
    labelSpans(words.map(({ at }) => labels.subarray(at * LABELS + begin, at * LABELS + end))).flatMap((span) =>
      withinParagraphs(span, words),
    );
  const size = pieces.length;
  const statements: TaggedStatement[] = linkStatements({
    words,
    contents: spans(CONTENT),
    cues: spans(CUE),
    sources: spans(SOURCE),
    headScores: (piece) => heads.subarray(piece * size, (piece + 1) * size),
  });
  const names = mendNames(spans(NAME), (index) => words[index]?.text ?? "", PERSON);
  return { statements, names: names.map((span) => toName(span, words)) };
}

/** A span that runs over paragraphs is one in each. */
function withinParagraphs(span: LabelSpan, words: readonly PlacedWord[]): LabelSpan[] {
  const parts: LabelSpan[] = [];
  let from = span.from;
  for (let at = span.from + 1; at <= span.to; at++) {
    if (at < span.to && words[at]?.paragraph === words[from]?.paragraph) continue;
    parts.push({ ...span, from, to: at });
    from = at;
  }
  return parts;
}

const toName = ({ kind, from, to, probability }: LabelSpan, words: readonly PlacedWord[]): TaggedName => ({
  kind: NAME_KINDS[kind] as EntityKind,
  start: (words[from] as PlacedWord).start,
  end: (words[to - 1] as PlacedWord).end,
  probability,
});
