import { setTimeout as wait } from "node:timers/promises";
import pMap, { pMapIterable } from "p-map";
import { ServiceError } from "../../../model/service-fault.ts";
import { isWriteBlock } from "../cluster/cluster-errors.ts";
import { operationsOf } from "../documents/documents-of-article.ts";
import type { IndexKind } from "../index-definitions.ts";
import type { Indices } from "../indices.ts";
import { readWhole } from "../read-whole.ts";
import type { PlannedWrite, RejoinedArticle, WriteOperation } from "./write-operation.ts";
import { writerLost } from "./writer-lease.ts";

/** A chunk's document is some 15 kB with its vectors: a request of less than 4 MB, of which several fit into a node's memory. */
const OPERATIONS_AT_ONCE = 250;
/** A shard's documents are taken in by one thread for each request. */
const REQUESTS_AT_ONCE = 2;
/** Articles that are written anew for whom they name. */
const READ_AT_ONCE = 4;
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

/**
 * Writes all that was planned, each document as often as it takes. It is seen when this resolves; where this throws nothing more is written.
 * @param number Of the journal's entry: a document that was written for a later one stays.
 * @throws INDEX_BUSY where there is such a document.
 */
export async function writeAll(indices: Indices, planned: PlannedWrite, number: number): Promise<void> {
  const kinds = new Set<IndexKind>();
  const failures: unknown[] = [];
  const hasFailed = () => failures.length > 0;
  const write = async (some: readonly WriteOperation[]) => {
    for (const { kind } of some) kinds.add(kind);
    await writeSome({ indices, number, isEnded: hasFailed }, some).catch((error: unknown) => failures.push(error));
  };
  await pMap(portionsOf(operationsFor(indices, planned), hasFailed), write, { concurrency: REQUESTS_AT_ONCE });
  if (hasFailed()) throw failures[0];
  // The state is read by id, which sees what was written at once.
  kinds.delete("state");
  if (kinds.size > 0) await indices.refresh([...kinds]);
}

/** No two operations of a change are of one document, so that their order does not matter. */
async function* portionsOf(
  operations: AsyncIterable<WriteOperation>,
  isEnded: () => boolean,
): AsyncGenerator<readonly WriteOperation[], void, void> {
  let portion: WriteOperation[] = [];
  for await (const operation of operations) {
    if (isEnded()) return;
    if (portion.push(operation) < OPERATIONS_AT_ONCE) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}

/** A few articles at a time are read: a person may be named in any number of them. */
async function* operationsFor(
  indices: Indices,
  { documents, rejoined }: PlannedWrite,
): AsyncGenerator<WriteOperation, void, void> {
  yield* documents;
  const readAnew = async ({ id, entityIds }: RejoinedArticle) => ({ whole: await readWhole(indices, id), entityIds });
  for await (const { whole, entityIds } of pMapIterable(rejoined, readAnew, { concurrency: READ_AT_ONCE })) {
    if (whole === null) continue;
    const members = whole.members.map((member) => ({ ...member, entityId: entityIds[member.id] ?? member.entityId }));
    yield* operationsOf({ ...whole, members });
  }
}

interface Writing {
  readonly indices: Indices;
  readonly number: number;
  /** Whether nothing is tried again: by then another writer may write. */
  readonly isEnded: () => boolean;
}

async function writeSome({ indices, number, isEnded }: Writing, operations: readonly WriteOperation[]): Promise<void> {
  let left = operations;
  for (let tries = 1, pause = FIRST_PAUSE_MS; left.length > 0 && !isEnded(); tries++, pause *= 2) {
    const lines = left.flatMap((operation) => linesOf(indices, operation, number));
    const { items } = await indices.cluster.request<BulkAnswer>({
      method: "POST",
      path: "/_bulk",
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

/** Another writer has written the document since. */
const VERSION_CONFLICT = 409;

const isPassing = (item: BulkItem): boolean => (item.status === 429 || item.status >= 500) && !isBlocked(item);

const isBlocked = ({ status, error }: BulkItem): boolean => isWriteBlock(status, error?.type ?? "");

function linesOf(indices: Indices, { kind, id, routing, document }: WriteOperation, number: number): readonly object[] {
  const target = {
    ...{ _index: indices.nameOf(kind), _id: id },
    ...(routing !== undefined && { routing }),
    // https://docs.opensearch.org/latest/api-reference/document-apis/bulk/: one of a later version is not overwritten.
    ...(kind !== "state" && { version: number, version_type: "external_gte" }),
  };
  return document === null ? [{ delete: target }] : [{ index: target }, document];
}

function failure(item: BulkItem): Error {
  const { status, error } = item;
  if (status === VERSION_CONFLICT) return writerLost();
  const said = `${error?.type ?? status}: ${error?.reason ?? "no reason was given"}`;
  if (!isBlocked(item)) return new Error(`OpenSearch did not take a document: ${said}`);
  return new ServiceError({ fault: "CLUSTER_FULL", cluster: null });
}
