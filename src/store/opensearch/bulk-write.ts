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
    const broken = results.find((item) => item.status >= 400 && item.status !== 404 && !isPassing(item));
    if (broken !== undefined) throw failure(broken);
    const refused = left.filter((_, i) => isPassing(results[i] as BulkItem));
    if (refused.length > 0 && tries === TRIES) throw failure(results.find(isPassing) as BulkItem);
    if (refused.length > 0) await wait(pause);
    left = refused;
  }
}

const isPassing = ({ status, error }: BulkItem): boolean => (status === 429 || status >= 500) && !isBlocked(error);

const isBlocked = (error: BulkItem["error"]): boolean => error?.type === "cluster_block_exception";

function linesOf(indices: Indices, { kind, id, routing, document }: WriteOperation): readonly object[] {
  const target = { _index: indices.nameOf(kind), _id: id, ...(routing !== undefined && { routing }) };
  return document === null ? [{ delete: target }] : [{ index: target }, document];
}

function failure({ status, error }: BulkItem): Error {
  const said = `${error?.type ?? status}: ${error?.reason ?? "no reason was given"}`;
  if (!isBlocked(error)) return new Error(`OpenSearch did not take a document: ${said}`);
  return new VerbatimError(
    "DISK_FULL",
    "OpenSearch takes no more: a disk of the cluster is nearly full, so that it made the index read-only. Make room or add a node; " +
      "it allows writing again by itself, and indexing goes on where it stopped.",
  );
}
