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

interface Worded {
  readonly id: string;
  readonly text: string;
}

/**
 * The wordings of new chunks, which come article by article: those of the index's other articles, or of chunks that come before, where they are alike, else
 * their own.
 * @param articleIds Of the articles that are put in: what the index has of them leaves it.
 */
export async function findWordings(
  indices: Indices,
  articleIds: readonly string[],
  chunks: readonly Worded[],
): Promise<readonly Wording[]> {
  const sketched = chunks.map(({ id, text }) => {
    const sketch = sketchOf(searchTerms(text));
    return { id, sketch, bands: bandsOf(sketch) };
  });
  const bands = new Set(sketched.flatMap((one) => one.bands));
  const known = new KnownWordings(await readAlike(indices, articleIds, [...bands]));
  return sketched.map(({ id, sketch, bands }): Wording => {
    if (sketch === null) return { wording: null, sketch: null, bands };
    const wording = known.wordingLike(sketch, bands) ?? id;
    if (wording === id) known.add(wording, sketch, bands);
    return { wording, sketch: [...sketch], bands };
  });
}

/** Sketches by their bands: any two that are alike have one in common. */
class KnownWordings {
  readonly #withBand = new Map<
    string,
    { readonly wording: string; readonly sketch: Int32Array; readonly place: number }[]
  >();
  #count = 0;

  constructor(wordings: readonly Sketched[]) {
    for (const { wording, sketch } of wordings) {
      const numbers = Int32Array.from(sketch);
      this.add(wording, numbers, bandsOf(numbers));
    }
  }

  add(wording: string, sketch: Int32Array, bands: readonly string[]): void {
    const entry = { wording, sketch, place: this.#count++ };
    for (const band of bands) {
      const others = this.#withBand.get(band);
      if (others) others.push(entry);
      else this.#withBand.set(band, [entry]);
    }
  }

  /** Of the first that is alike; null where none is. */
  wordingLike(sketch: Int32Array, bands: readonly string[]): string | null {
    const possible = bands.flatMap((band) => this.#withBand.get(band) ?? []);
    const alike = possible.filter((other) => areAlike(sketch, other.sketch)).sort((a, b) => a.place - b.place);
    return alike[0]?.wording ?? null;
  }
}

const bandsOf = (sketch: Int32Array | null): readonly string[] =>
  sketch === null ? [] : Array.from({ length: BANDS }, (_, band) => `${band} ${bandOf(sketch, band)}`);

/** Of each wording that may be like any the chunk that came first, in the order in which they came. */
async function readAlike(
  indices: Indices,
  articleIds: readonly string[],
  bands: readonly string[],
): Promise<readonly Sketched[]> {
  if (bands.length === 0) return [];
  const { hits } = await indices.search<Sketched>({
    kind: "chunks",
    body: {
      size: MAX_WINDOW,
      query: { bool: { filter: [{ terms: { bands } }], must_not: [{ terms: { articleId: articleIds } }] } },
      collapse: { field: "wording" },
      sort: [{ label: "asc" }],
      _source: ["wording", "sketch"],
    },
  });
  return hits.hits.map(({ _source }) => _source);
}
