import { randomUUID } from "node:crypto";
import { ServiceError } from "../../model/service-fault.ts";
import { otherModel } from "../other-model.ts";
import type { AuthorityPerson } from "../quote-store.ts";
import type { VectorModel } from "../vector-model.ts";
import { OPENSEARCH_SCHEMA_VERSION } from "./index-definitions.ts";
import type { Indices } from "./indices.ts";
import { StateDocument } from "./state-document.ts";

/** Where the index stands. */
export interface IndexState extends VectorModel {
  readonly schemaVersion: number;
  readonly updatedAt: string | null;
  /** The last label that was ever given to a chunk; 0 before the first. */
  readonly lastLabel: number;
  /** The life of the index: another one after a reset. Absent in one that an earlier version made. */
  readonly generation?: string;
}

export const STATE_ID = "state";
export const PEOPLE_ID = "people";

export const newState = ({ model, dimensions }: VectorModel): IndexState => ({
  model,
  dimensions,
  schemaVersion: OPENSEARCH_SCHEMA_VERSION,
  updatedAt: null,
  lastLabel: 0,
  generation: randomUUID(),
});

/** Null where there is no index. */
export const readState = (indices: Indices): Promise<IndexState | null> =>
  new StateDocument<IndexState>(indices, STATE_ID).read();

/** The people of the authority file. */
export async function readPeople(indices: Indices): Promise<readonly AuthorityPerson[]> {
  const held = new StateDocument<{ readonly people: readonly AuthorityPerson[] }>(indices, PEOPLE_ID);
  return (await held.read())?.people ?? [];
}

/** INDEX_INCOMPATIBLE where the index is of another version, or holds vectors of another model. One that never held any suits every model of its dimensions. */
export function checkState(state: IndexState, mine: VectorModel, prefix: string): void {
  const index = `The index ${prefix} in OpenSearch`;
  if (state.schemaVersion !== OPENSEARCH_SCHEMA_VERSION) {
    throw new ServiceError({
      fault: "INDEX_OF_OTHER_SCHEMA",
      ...{ index, schema: String(state.schemaVersion), reads: OPENSEARCH_SCHEMA_VERSION, setting: "OPENSEARCH_INDEX" },
    });
  }
  const isEmpty = state.lastLabel === 0 && state.dimensions === mine.dimensions;
  if (isEmpty || (state.model === mine.model && state.dimensions === mine.dimensions)) return;
  throw otherModel(index, state, mine);
}

/** While the lease is given away another may make the index anew: what was read of it before is no longer true of it. */
export const wasReset = (prefix: string): ServiceError =>
  new ServiceError({ fault: "INDEX_REPLACED", index: `${prefix} in OpenSearch` });
