import { Cluster } from "../../src/store/opensearch/cluster/cluster.ts";
import type { IndexPlace } from "../../src/store/opensearch/open-index.ts";
import { openStoreForWriting } from "../../src/store/opensearch/open-opensearch-store.ts";
import type { QuoteStoreWriter } from "../../src/store/quote-store.ts";

/**
 * Opens an index that holds nothing. Its documents go rather than its indices: making these anew takes a second on a busy machine. The journal stays, for its entries are
 * numbered, and tells of nothing to do.
 */
export async function openEmpty(place: IndexPlace): Promise<QuoteStoreWriter> {
  const cluster = new Cluster(place.address);
  // What nobody has searched since it was written is not found otherwise.
  await cluster.request({ method: "POST", path: `/${place.prefix}-*/_refresh` });
  await cluster.find({
    method: "POST",
    path: `/${place.prefix}-state/_update/journal`,
    body: { doc: { planned: null } },
  });
  const path = `/${place.prefix}-*/_delete_by_query`;
  const querystring = { refresh: true, conflicts: "proceed" };
  await cluster.request({
    method: "POST",
    path,
    querystring,
    body: { query: { bool: { must_not: { ids: { values: ["journal"] } } } } },
  });
  await cluster.close();
  return openStoreForWriting(place);
}
