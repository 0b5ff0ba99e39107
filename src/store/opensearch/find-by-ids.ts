import type { IndexKind } from "./index-definitions.ts";
import type { Indices } from "./indices.ts";

/** More at once would be one request of a megabyte. */
const IDS_AT_ONCE = 10_000;

/** Documents by their ids, wherever they lie: those of quotes and chunks do not tell their article. In no order. */
export async function findByIds<Source>(
  indices: Indices,
  kind: IndexKind,
  ids: readonly string[],
  source: readonly string[],
): Promise<readonly Source[]> {
  const different = [...new Set(ids)];
  const found: Source[] = [];
  for (let start = 0; start < different.length; start += IDS_AT_ONCE) {
    const values = different.slice(start, start + IDS_AT_ONCE);
    const body = { query: { ids: { values } }, size: values.length, _source: source };
    const { hits } = await indices.search<Source>({ kind, body });
    found.push(...hits.hits.map(({ _source }) => _source));
  }
  return found;
}
