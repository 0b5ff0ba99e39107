import { VerbatimError } from "../../errors.ts";
import type { VectorModel } from "../vector-model.ts";
import { Cluster } from "./cluster/cluster.ts";
import type { ClusterAddress } from "./cluster/cluster-address.ts";
import { Indices } from "./indices.ts";

/** Which index of which cluster. */
export interface IndexPlace extends VectorModel {
  readonly address: ClusterAddress;
  /** What the names of its indices begin with. */
  readonly prefix: string;
  /** Parts into which each index is divided, when it is made. */
  readonly shards: number;
  /** Copies of each part beside the first, when it is made. */
  readonly replicas: number;
  /** Only for tests of the graph: up to how many chunks every vector is compared. */
  readonly scansUpTo?: number;
}

/**
 * Up to so many chunks every vector is compared with a query's, exactly; with more of them the graph tells the nearest. Comparing takes
 * some 0.8 microseconds a vector and core.
 */
const SCANS_UP_TO = 500_000;

export interface OpenIndex {
  readonly place: IndexPlace;
  readonly indices: Indices;
}

/** From the first version with all that is asked of it. */
const LEAST_MAJOR = 3;
/** Who starts a server wants to know soon that the cluster is not there. */
const FIRST_PATIENCE_MS = 3_000;

/** @throws VerbatimError BAD_SETTING where no cluster answers that can be used. */
export async function connect(place: IndexPlace): Promise<OpenIndex> {
  const cluster = new Cluster(place.address);
  try {
    const { version } = await cluster.request<{
      readonly version: { readonly number: string; readonly distribution?: string };
    }>({ method: "GET", path: "/" }, FIRST_PATIENCE_MS);
    if (version.distribution !== "opensearch" || Number.parseInt(version.number, 10) < LEAST_MAJOR) {
      throw new VerbatimError(
        "BAD_SETTING",
        `What answers at ${place.address.urls.join(", ")} is ${version.distribution ?? "another server"} ${version.number}. ` +
          `Verbatim needs OpenSearch ${LEAST_MAJOR} or newer with its k-NN plugin.`,
      );
    }
    return { place, indices: new Indices(cluster, place.prefix, place.scansUpTo ?? SCANS_UP_TO) };
  } catch (error) {
    await cluster.close();
    throw error;
  }
}
