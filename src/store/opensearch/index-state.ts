import { randomUUID } from "node:crypto";
import { VerbatimError } from "../../errors.ts";
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
  if (state.schemaVersion !== OPENSEARCH_SCHEMA_VERSION) {
    throw new VerbatimError(
      "INDEX_INCOMPATIBLE",
      `The index ${prefix} in OpenSearch has the version ${state.schemaVersion}, and this version of Verbatim reads ${OPENSEARCH_SCHEMA_VERSION}. ` +
        "Make it again with `npm run index -- --reset PATH...`, or set OPENSEARCH_INDEX to another name.",
    );
  }
  const isEmpty = state.lastLabel === 0 && state.dimensions === mine.dimensions;
  if (isEmpty || (state.model === mine.model && state.dimensions === mine.dimensions)) return;
  throw new VerbatimError(
    "INDEX_INCOMPATIBLE",
    `The index ${prefix} in OpenSearch was made with the model ${state.model} (${state.dimensions} dimensions), and ${mine.model} ` +
      `(${mine.dimensions} dimensions) is set. Set VERBATIM_MODEL back to ${state.model}, or make the index again ` +
      "with `npm run index -- --reset PATH...`.",
  );
}

/** While the lease is given away another may make the index anew: what was read of it before is no longer true of it. */
export const wasReset = (prefix: string): VerbatimError =>
  new VerbatimError(
    "INDEX_BUSY",
    `The index ${prefix} in OpenSearch was made anew meanwhile, by a reset: run it again. What this run wrote before is not in the new one.`,
  );
