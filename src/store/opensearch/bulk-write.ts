import { setTimeout as wait } from "node:timers/promises";
import { VerbatimError } from "../../errors.ts";
import type { Indices } from "./indices.ts";
import type { WriteOperation } from "./write-operation.ts";

/** A chunk's document is some 15 kB with its vectors: a request of about 7 MB, of which several fit into a node's memory. */
const OPERATIONS_AT_ONCE = 500;
/** A node that has too much to do says so; it is given time. */
const TRIES = 12;
const FIRST_PAUSE_MS = 50;

interface BulkAnswer {
  readonly errors: boolean;
  readonly items: readonly Readonly<Record<string, BulkItem>>[];
}

interface BulkItem {
  readonly status: number;
  readonly error?: { readonly type: string; readonly reason: string };
}

/** Carries out all operations, each as often as it takes. They are seen when this resolves. */
export async function writeAll(indices: Indices, operations: readonly WriteOperation[]): Promise<void> {
  const isOneRequest = operations.length <= OPERATIONS_AT_ONCE;
  for (let start = 0; start < operations.length; start += OPERATIONS_AT_ONCE) {
    await writeSome(indices, operations.slice(start, start + OPERATIONS_AT_ONCE), isOneRequest);
  }
  if (!isOneRequest) await indices.refresh([...new Set(operations.map(({ kind }) => kind))]);
}

async function writeSome(indices: Indices, operations: readonly WriteOperation[], refresh: boolean): Promise<void> {
  let left = operations;
  for (let tries = 1, pause = FIRST_PAUSE_MS; left.length > 0; tries++, pause *= 2) {
    const lines = left.flatMap((operation) => linesOf(indices, operation));
    const { items } = await indices.cluster.request<BulkAnswer>({
      method: "POST",
      path: "/_bulk",
      querystring: { refresh },
      lines,
    });
    const results = items.map((item) => Object.values(item)[0] as BulkItem);
    const broken = results.find(({ status }) => status >= 400 && status !== 404 && !isPassing(status));
    if (broken !== undefined) throw failure(broken);
    const refused = left.filter((_, i) => isPassing((results[i] as BulkItem).status));
    if (refused.length > 0 && tries === TRIES)
      throw failure(results.find(({ status }) => isPassing(status)) as BulkItem);
    if (refused.length > 0) await wait(pause);
    left = refused;
  }
}

const isPassing = (status: number): boolean => status === 429 || status >= 500;

function linesOf(indices: Indices, { kind, id, routing, document }: WriteOperation): readonly object[] {
  const target = { _index: indices.nameOf(kind), _id: id, ...(routing !== undefined && { routing }) };
  return document === null ? [{ delete: target }] : [{ index: target }, document];
}

function failure({ status, error }: BulkItem): Error {
  const said = `${error?.type ?? status}: ${error?.reason ?? "no reason was given"}`;
  if (!/read-only|cluster_block/.test(said)) return new Error(`OpenSearch did not take a document: ${said}`);
  return new VerbatimError(
    "DISK_FULL",
    "OpenSearch takes no more: a disk of the cluster is nearly full, so that it made the index read-only. Make room or add a node; " +
      "it allows writing again by itself, and indexing goes on where it stopped.",
  );
}
