import { createHash } from "node:crypto";

/** 80 bits: at a billion ids the chance of any two meeting is under one in a million. */
const ID_BYTES = 10;

/** The same id for the same parts on every machine: a truncated SHA-256, 20 hexadecimal digits. */
export function stableId(...parts: readonly (string | number | null)[]): string {
  return createHash("sha256")
    .update(JSON.stringify(parts))
    .digest("hex")
    .slice(0, 2 * ID_BYTES);
}
