import { VerbatimError } from "../errors.ts";

/** The most items of one page: a hundred quotes are more than anyone reads at once. */
export const MAX_PAGE_SIZE = 100;

/** `first`, or the field's default where it is null. @throws VerbatimError BAD_INPUT outside 1 to 100. */
export function pageSize(first: number | null | undefined, defaultSize: number): number {
  const size = first ?? defaultSize;
  checkPageSize(size);
  return size;
}

/** @throws VerbatimError BAD_INPUT outside 1 to 100. */
export function checkPageSize(size: number): void {
  if (Number.isInteger(size) && size >= 1 && size <= MAX_PAGE_SIZE) return;
  throw new VerbatimError("BAD_INPUT", `\`first\` is ${size}, and must be a whole number from 1 to ${MAX_PAGE_SIZE}.`);
}
