import { statusOf } from "./cluster/cluster.ts";
import { CorrectionBook } from "./corrections/correction-book.ts";
import { INDEX_KINDS, type IndexKind, indexDefinition } from "./index-definitions.ts";
import { type IndexState, newState, PEOPLE_ID, readState, STATE_ID } from "./index-state.ts";
import type { Indices } from "./indices.ts";
import type { IndexPlace } from "./open-index.ts";
import { StateDocument, writeDocument } from "./state-document.ts";
import { writeAll } from "./writing/bulk-write.ts";

/** What a reset removes: what people put right stays, and the writer's right, and whether a reset was begun, stand in `state`. */
const HELD: readonly IndexKind[] = ["articles", "quotes", "chunks", "entities"];

interface Resetting {
  readonly isBeingReset?: boolean;
}

/** Makes the indices that are missing. */
export async function makeMissing(indices: Indices, place: IndexPlace): Promise<void> {
  const state = await readState(indices);
  await createMissing(indices, place, INDEX_KINDS);
  if (state === null) await new StateDocument(indices, STATE_ID).write(newState(place), anotherWasFaster);
}

/** Makes the indices without what they held, but for corrections. @param number Of the journal's entry that this is done for. */
export async function makeAnew(indices: Indices, place: IndexPlace, number: number): Promise<void> {
  await removeAll(indices, place);
  await createMissing(indices, place, INDEX_KINDS);
  await setAllOut(indices, number);
  await writeDocument(indices, STATE_ID, newState(place));
}

/** Whether a reset was begun and not ended. */
export async function isBeingReset(indices: Indices): Promise<boolean> {
  const state: (IndexState & Resetting) | null = await readState(indices);
  return state?.isBeingReset === true;
}

/** The index in which the writer's right stands. */
export const makeStateIndex = (indices: Indices, place: IndexPlace): Promise<void> =>
  createMissing(indices, place, ["state"]);

/** Then its document stays. */
const anotherWasFaster = (): boolean => true;

async function removeAll(indices: Indices, place: IndexPlace): Promise<void> {
  await writeDocument(indices, STATE_ID, { ...newState(place), isBeingReset: true });
  await writeDocument(indices, PEOPLE_ID, { people: [] });
  const path = `/${HELD.map((kind) => indices.nameOf(kind)).join(",")}`;
  await indices.cluster.request({ method: "DELETE", path, querystring: { ignore_unavailable: true } });
}

/** Notes that no article is in whose words corrections are about. */
async function setAllOut(indices: Indices, number: number): Promise<void> {
  await indices.refresh(["corrections"]);
  const book = new CorrectionBook(indices);
  await book.setAllOut();
  await writeAll(indices, { documents: book.operations(), rejoined: [] }, number);
}

/** Asked first which there are: nearly always all, and to make one takes the manager's time. */
async function createMissing(indices: Indices, place: IndexPlace, kinds: readonly IndexKind[]): Promise<void> {
  const there = await indices.existing();
  for (const kind of kinds.filter((one) => !there.has(one))) {
    try {
      const body = indexDefinition(kind, place);
      await indices.cluster.request({ method: "PUT", path: `/${indices.nameOf(kind)}`, body });
    } catch (error) {
      // Another process was faster.
      if (statusOf(error) !== 400 || !String(error).includes("resource_already_exists")) throw error;
    }
  }
}
