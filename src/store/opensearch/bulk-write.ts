import { setTimeout as wait } from "node:timers/promises";
import { ServiceError } from "../../model/service-fault.ts";
import { operationsOf } from "./documents/documents-of-article.ts";
import type { IndexKind } from "./index-definitions.ts";
import type { Indices } from "./indices.ts";
import { readWhole } from "./read-whole.ts";
import type { PlannedWrite, WriteOperation } from "./write-operation.ts";

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

/** Writes all that was planned, each document as often as it takes. It is seen when this resolves. */
export async function writeAll(indices: Indices, planned: PlannedWrite): Promise<void> {
  const kinds = new Set<IndexKind>();
  let batch: WriteOperation[] = [];
  for await (const operation of operationsFor(indices, planned)) {
    if (batch.length === OPERATIONS_AT_ONCE) {
      await writeSome(indices, batch, false);
      for (const { kind } of batch) kinds.add(kind);
      batch = [];
    }
    batch.push(operation);
  }
  await writeSome(indices, batch, kinds.size === 0);
  if (kinds.size > 0) await indices.refresh([...new Set([...kinds, ...batch.map(({ kind }) => kind)])]);
}

/** One article after the other is read: a person may be named in any number of them. */
async function* operationsFor(
  indices: Indices,
  { documents, rejoined }: PlannedWrite,
): AsyncGenerator<WriteOperation, void, void> {
  yield* documents;
  for (const { id, entityIds } of rejoined) {
    const whole = await readWhole(indices, id);
    if (whole === null) continue;
    const members = whole.members.map((member) => ({ ...member, entityId: entityIds[member.id] ?? member.entityId }));
    yield* operationsOf({ ...whole, members });
  }
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
  return new ServiceError({ fault: "CLUSTER_FULL", cluster: null });
}
