import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { VectorModel } from "../vector-model.ts";
import { packGraph, unpackGraph } from "./graph-file.ts";
import { removeUnpackedGraphs, UNPACKED_GRAPH } from "./leftovers.ts";
import { VectorIndex } from "./vector-index.ts";
import { moveIntoPlace } from "./whole-file.ts";

const INDEX_FILE = "vectors.hnsw";
/** What was told of the graph lay here before 2026-11-27, and a process that was killed between the two files left a graph that nobody could use. */
const FORMER_MANIFEST = "vectors.json";

const MANIFEST = z.object({
  model: z.string(),
  dimensions: z.number(),
  /** Of the vectors that can be found. */
  count: z.number(),
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

/** Writes the index, with what it was made from, under a temporary name that is synced and renamed: the former one serves until then. */
export async function saveVectors(directory: string, index: VectorIndex, made: VectorModel): Promise<void> {
  const path = vectorsPath(directory);
  const { count, position } = index;
  const { model, dimensions } = made;
  const manifest: Manifest = { model, dimensions, count, ...position };
  try {
    index.write(unpacked(path));
    await packGraph(unpacked(path), temporary(path), JSON.stringify(manifest));
    await moveIntoPlace(temporary(path), path);
    await rm(join(directory, FORMER_MANIFEST), { force: true });
  } catch (error) {
    // On a full disk half a file would keep its room.
    await rm(temporary(path), { force: true });
    throw error;
  } finally {
    await rm(unpacked(path), { force: true });
  }
}

/** The saved index; null when it is missing, damaged, or made from something else. */
export async function loadVectors(directory: string, origin: VectorOrigin): Promise<VectorIndex | null> {
  try {
    const { manifest, index } = await readGraph(vectorsPath(directory));
    return isFrom(manifest, origin) ? index : null;
  } catch {
    // Missing, unreadable or cut short: it is built again from the truth.
    return null;
  }
}

interface SavedGraph {
  readonly manifest: Manifest;
  readonly index: VectorIndex;
}

/** Reads a packed graph, by way of a file of the system's temporary folder: hnswlib reads none but its own. */
export async function readGraph(path: string): Promise<SavedGraph> {
  removeUnpackedGraphs();
  const folder = await mkdtemp(join(tmpdir(), UNPACKED_GRAPH));
  try {
    const graph = join(folder, INDEX_FILE);
    const manifest = MANIFEST.parse(JSON.parse(await unpackGraph(path, graph)));
    const { dimensions, count, generation, lastLabel, lastRemoval } = manifest;
    return {
      manifest,
      index: await VectorIndex.read(graph, dimensions, { generation, lastLabel, lastRemoval }, count),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function deleteVectors(directory: string): Promise<void> {
  for (const name of [INDEX_FILE, FORMER_MANIFEST]) await rm(join(directory, name), { force: true });
}

const isFrom = (manifest: Manifest, origin: VectorOrigin): boolean =>
  manifest.model === origin.model &&
  manifest.dimensions === origin.dimensions &&
  manifest.generation === origin.generation;

/** Of the graph, packed. */
const temporary = (path: string): string => `${path}.tmp`;

/** The graph as hnswlib writes it, before it is packed. */
const unpacked = (path: string): string => `${path}.whole.tmp`;
