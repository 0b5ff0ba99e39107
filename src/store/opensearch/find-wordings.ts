import { searchTerms } from "../search-terms.ts";
import { areAlike, BANDS, bandOf, sketchOf } from "../word-sketch.ts";
import { MAX_WINDOW } from "./index-definitions.ts";
import type { Indices } from "./indices.ts";

/** To which wording a chunk belongs, and by what others like it are found. */
export interface Wording {
  /** The id of the first chunk that is the same words but for a few; null for a chunk of few words. */
  readonly wording: string | null;
  readonly sketch: readonly number[] | null;
  readonly bands: readonly string[];
}

interface Sketched {
  readonly wording: string;
  readonly sketch: readonly number[];
}

/** The wordings of new chunks of an article: those of the index's other articles where they are alike, else their own. */
export async function findWordings(
  indices: Indices,
  articleId: string,
  chunks: readonly { readonly id: string; readonly text: string }[],
): Promise<readonly Wording[]> {
  const sketches = chunks.map(({ text }) => sketchOf(searchTerms(text)));
  const known = await readAlike(indices, articleId, [...new Set(sketches.flatMap(bandsOf))]);
  return chunks.map(({ id }, i): Wording => {
    const sketch = sketches[i] ?? null;
    if (sketch === null) return { wording: null, sketch: null, bands: [] };
    const like = known.find((other) => areAlike(sketch, Int32Array.from(other.sketch)));
    const wording = like?.wording ?? id;
    if (like === undefined) known.push({ wording, sketch: [...sketch] });
    return { wording, sketch: [...sketch], bands: bandsOf(sketch) };
  });
}

const bandsOf = (sketch: Int32Array | null): readonly string[] =>
  sketch === null ? [] : Array.from({ length: BANDS }, (_, band) => `${band} ${bandOf(sketch, band)}`);

/** Of each wording that may be like any the chunk that came first, in the order in which they came. */
async function readAlike(indices: Indices, articleId: string, bands: readonly string[]): Promise<Sketched[]> {
  if (bands.length === 0) return [];
  const { hits } = await indices.search<Sketched>({
    kind: "chunks",
    body: {
      size: MAX_WINDOW,
      query: { bool: { filter: [{ terms: { bands } }], must_not: [{ term: { articleId } }] } },
      collapse: { field: "wording" },
      sort: [{ label: "asc" }],
      _source: ["wording", "sketch"],
    },
  });
  return hits.hits.map(({ _source }) => _source);
}
