import { RequestError } from "./request-fault.ts";

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
  throw new RequestError({ fault: "PAGE_SIZE", size, most: MAX_PAGE_SIZE });
}
