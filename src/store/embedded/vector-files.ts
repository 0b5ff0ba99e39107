import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import type { VectorModel } from "../vector-model.ts";
import { packGraph, unpackGraph } from "./graph-file.ts";
import { removeUnpackedGraphs, UNPACKED_GRAPH } from "./leftovers.ts";
import { VectorIndex, type VectorPosition } from "./vector-index.ts";
import { moveIntoPlace, writeWhole } from "./whole-file.ts";

const INDEX_FILE = "vectors.hnsw";
const MANIFEST_FILE = "vectors.json";

const MANIFEST = z.object({
  model: z.string(),
  dimensions: z.number(),
  /** Of the vectors that can be found. */
  count: z.number(),
  /** SHA-256 of the index file, hexadecimal. */
  checksum: z.string(),
  generation: z.string(),
  lastLabel: z.number(),
  lastRemoval: z.number(),
});
type Manifest = z.infer<typeof MANIFEST>;

/** Where the graph of an index lies. */
export const vectorsPath = (directory: string): string => join(directory, INDEX_FILE);

/** What a saved index must have been made from. */
export interface VectorOrigin extends VectorModel {
  readonly generation: string;
}

/**
 * Writes the index, then the manifest that vouches for it, each under a temporary name that is synced and renamed.
 * After a crash in between, the old manifest does not fit the new index, and the index counts as damaged.
 */
export async function saveVectors(directory: string, index: VectorIndex, made: VectorModel): Promise<void> {
  const path = vectorsPath(directory);
  const { count, position } = index;
  const { model, dimensions } = made;
  try {
    index.write(unpacked(path));
    await packGraph(unpacked(path), temporary(path));
    const checksum = await checksumOf(temporary(path));
    await moveIntoPlace(temporary(path), path);
    await saveManifest(directory, { model, dimensions, count, checksum, ...position });
  } catch (error) {
    // On a full disk half a file would keep its room.
    await rm(temporary(path), { force: true });
    throw error;
  } finally {
    await rm(unpacked(path), { force: true });
  }
}

/**
 * The saved index; null when it is missing, damaged, or made from something else. Where a writer changes the files
 * between the reading of one and of the other they seem damaged, so there is a second look.
 */
export async function loadVectors(directory: string, origin: VectorOrigin): Promise<VectorIndex | null> {
  return (await loadOnce(directory, origin)) ?? (await loadOnce(directory, origin));
}

async function loadOnce(directory: string, origin: VectorOrigin): Promise<VectorIndex | null> {
  const manifest = await readManifest(directory);
  if (manifest === null || !isFrom(manifest, origin)) return null;
  const path = vectorsPath(directory);
  try {
    if ((await checksumOf(path)) !== manifest.checksum) return null;
    const { generation, lastLabel, lastRemoval, count } = manifest;
    return await readGraph(path, manifest.dimensions, { generation, lastLabel, lastRemoval }, count);
  } catch {
    // Missing, unreadable or cut short: it is built again from the truth.
    return null;
  }
}

/** Reads a packed graph, by way of a file of the system's temporary folder: hnswlib reads none but its own. */
export async function readGraph(
  path: string,
  dimensions: number,
  position: VectorPosition,
  count: number,
): Promise<VectorIndex> {
  removeUnpackedGraphs();
  const folder = await mkdtemp(join(tmpdir(), UNPACKED_GRAPH));
  try {
    const graph = join(folder, INDEX_FILE);
    await unpackGraph(path, graph);
    return await VectorIndex.read(graph, dimensions, position, count);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function deleteVectors(directory: string): Promise<void> {
  await rm(join(directory, MANIFEST_FILE), { force: true });
  await rm(vectorsPath(directory), { force: true });
}

const isFrom = (manifest: Manifest, origin: VectorOrigin): boolean =>
  manifest.model === origin.model &&
  manifest.dimensions === origin.dimensions &&
  manifest.generation === origin.generation;

async function readManifest(directory: string): Promise<Manifest | null> {
  try {
    return MANIFEST.parse(JSON.parse(await readFile(join(directory, MANIFEST_FILE), "utf8")));
  } catch {
    return null;
  }
}

async function saveManifest(directory: string, manifest: Manifest): Promise<void> {
  await writeWhole(join(directory, MANIFEST_FILE), [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]);
}

/** Of the graph, packed. */
const temporary = (path: string): string => `${path}.tmp`;

/** The graph as hnswlib writes it, before it is packed. */
const unpacked = (path: string): string => `${path}.whole.tmp`;

async function checksumOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
