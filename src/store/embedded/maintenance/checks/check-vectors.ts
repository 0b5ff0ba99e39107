import type { Connection } from "../../connection.ts";
import { readState } from "../../index-state.ts";
import { decodeVector, readCodes } from "../../vector-blob.ts";
import { type Finding, FindingList } from "../finding.ts";

/** In 8 bits a number a unit vector is off by so much at most. */
const LENGTH_TOLERANCE = 0.02;
const SCALE_BYTES = 4;
const AT_ONCE = 1_000;

interface VectorRow {
  readonly label: number;
  readonly vector: Uint8Array | null;
  readonly context_vector: Uint8Array | null;
}

/** Every passage has both its vectors, of the model's dimensions and of unit length, and there are no others. */
export function checkVectors(connection: Connection): readonly Finding[] {
  const list = new FindingList("vectors");
  const { dimensions } = readState(connection);
  let last = -1;
  for (;;) {
    const rows = connection.all<VectorRow>(
      `SELECT c.label, v.vector, v.context_vector FROM chunk c LEFT JOIN chunk_vector v ON v.label = c.label
       WHERE c.label > ? ORDER BY c.label LIMIT ?`,
      last,
      AT_ONCE,
    );
    for (const row of rows) checkRow(row, dimensions, list);
    last = rows.at(-1)?.label ?? last;
    if (rows.length < AT_ONCE) break;
  }
  const stray = "SELECT label FROM chunk_vector WHERE label NOT IN (SELECT label FROM chunk)";
  for (const label of connection.column<number>(stray)) list.add("A vector is no passage's", `label ${label}`);
  return list.findings;
}

function checkRow({ label, vector, context_vector }: VectorRow, dimensions: number, list: FindingList): void {
  for (const blob of [vector, context_vector]) {
    const wrong = whatIsWrong(blob, dimensions);
    if (wrong !== null) list.add(wrong, `label ${label}`);
  }
}

/** Null where nothing is. */
function whatIsWrong(blob: Uint8Array | null, dimensions: number): string | null {
  if (blob === null) return "A passage has no vector";
  if (blob.length !== SCALE_BYTES + dimensions) return "A vector has other dimensions";
  const length = Math.hypot(...decodeVector(readCodes(blob)));
  return Math.abs(length - 1) <= LENGTH_TOLERANCE ? null : "A vector is not of unit length";
}
