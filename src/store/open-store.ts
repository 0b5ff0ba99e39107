import { readFileSync } from "node:fs";
import { VerbatimError } from "../errors.ts";
import {
  indexExists,
  openStore as openEmbedded,
  openStoreForChange as openEmbeddedForChange,
  openStoreForWriting as openEmbeddedForWriting,
} from "./embedded/open-embedded-store.ts";
import type { QuoteStore, QuoteStoreWriter } from "./quote-store.ts";
import type { VectorModel } from "./vector-model.ts";

/** Where an index is kept. */
export interface StorePlace {
  readonly store: StoreKind;
  /** Folder of the embedded index. */
  readonly dataDirectory: string;
  /** Of an index in a cluster. */
  readonly cluster: {
    readonly urls: readonly string[];
    readonly user: string | null;
    readonly password: string | null;
    readonly certificatePath: string | null;
    readonly prefix: string;
    readonly shards: number;
    readonly replicas: number;
  };
}

type StoreKind = "embedded" | "opensearch";

/** False where it can be told at once that nothing was ever indexed. */
export const mayHaveIndex = ({ store, dataDirectory }: StorePlace): boolean =>
  store === "opensearch" || indexExists(dataDirectory);

/**
 * Opens the index for reading, made empty when there is none.
 * @throws VerbatimError INDEX_INCOMPATIBLE where it is of another model or version; BAD_SETTING where its place cannot be used.
 */
export async function openStore(place: StorePlace, model: VectorModel): Promise<QuoteStore> {
  if (place.store === "embedded") return openEmbedded(embeddedPlace(place, model));
  const { openStore: openInCluster } = await import("./opensearch/open-opensearch-store.ts");
  return openInCluster(clusterPlace(place, model));
}

/** The same for writing. @throws VerbatimError INDEX_BUSY while another process has the right to write, which it then gives away between two changes. */
export async function openStoreForWriting(place: StorePlace, model: VectorModel): Promise<QuoteStoreWriter> {
  if (place.store === "embedded") return openEmbeddedForWriting(embeddedPlace(place, model));
  const { openStoreForWriting: openInCluster } = await import("./opensearch/open-opensearch-store.ts");
  return openInCluster(clusterPlace(place, model));
}

/** The same for a small change of an index that is served. */
export async function openStoreForChange(place: StorePlace, model: VectorModel): Promise<QuoteStoreWriter> {
  return place.store === "embedded"
    ? openEmbeddedForChange(embeddedPlace(place, model))
    : openStoreForWriting(place, model);
}

const embeddedPlace = ({ dataDirectory }: StorePlace, { model, dimensions }: VectorModel) => ({
  directory: dataDirectory,
  model,
  dimensions,
});

/** Of an index in a cluster. */
export function clusterPlace({ cluster }: StorePlace, { model, dimensions }: VectorModel) {
  const { urls, user, password, certificatePath, prefix, shards, replicas } = cluster;
  const certificate = certificatePath === null ? null : readCertificate(certificatePath);
  return { address: { urls, user, password, certificate }, prefix, shards, replicas, model, dimensions };
}

function readCertificate(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new VerbatimError("BAD_SETTING", `OPENSEARCH_CA names ${path}, which cannot be read.`, {}, error);
  }
}
