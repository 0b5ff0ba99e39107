import { existsSync } from "node:fs";
import type { Connection } from "../../connection.ts";
import { fits } from "../../followed-vectors.ts";
import { readState } from "../../index-state.ts";
import { loadVectors, vectorsPath } from "../../vector-files.ts";
import { type Finding, FindingList } from "../finding.ts";

/** The vector graph, where one is saved, can be read, is of this index, and holds all vectors of its time. */
export async function checkGraph(connection: Connection, directory: string): Promise<readonly Finding[]> {
  const path = vectorsPath(directory);
  if (!existsSync(path)) return [];
  const list = new FindingList("vector graph");
  const graph = await loadVectors(directory, readState(connection));
  if (graph === null) list.add("The vector graph is damaged, or another index's", path);
  else if (!fits(connection, graph)) list.add("The vector graph lacks vectors, or has some too many", path);
  return list.findings;
}
