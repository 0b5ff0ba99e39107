import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { clusterPlace, type StorePlace } from "../../src/store/open-store.ts";
import { Cluster } from "../../src/store/opensearch/cluster/cluster.ts";
import type { VectorModel } from "../../src/store/vector-model.ts";

interface Stats {
  readonly _all: { readonly primaries: { readonly store: { readonly size_in_bytes: number } } };
}

/** What an index takes on disk; in a cluster without its copies, and without the journal, whose entries go one after the other. */
export async function bytesOnDisk(place: StorePlace, model: VectorModel): Promise<number> {
  if (place.store === "embedded") return folderBytes(place.dataDirectory);
  const { address, prefix } = clusterPlace(place, model);
  const cluster = new Cluster(address);
  try {
    await cluster.request({ method: "POST", path: `/${prefix}-*/_flush` });
    const { _all } = await cluster.request<Stats>({
      method: "GET",
      path: `/${prefix}-*,-${prefix}-state/_stats/store`,
    });
    return _all.primaries.store.size_in_bytes;
  } finally {
    await cluster.close();
  }
}

export const folderBytes = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
