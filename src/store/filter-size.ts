import { RequestError } from "../model/request-fault.ts";
import type { ChunkFilter } from "./chunk-filter.ts";

/** More than a person writes; each is a pass over all chunks. */
const MAX_CONDITIONS = 400;

/** @throws VerbatimError BAD_INPUT for a filter of more than 400 parts. */
export function checkFilterSize(filter: ChunkFilter): void {
  if (sizeOf(filter) <= MAX_CONDITIONS) return;
  throw new RequestError({ fault: "FILTER_TOO_LARGE", most: MAX_CONDITIONS });
}

function sizeOf(filter: ChunkFilter): number {
  const parts = [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not === undefined ? [] : [filter.not])];
  return parts.reduce((sum, part) => sum + sizeOf(part), Object.keys(filter).length);
}
