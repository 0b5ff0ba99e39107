/** What one "Show more" adds. */
export const PAGE_SIZE = 10;
/** The server's limit to a page. */
export const MAX_COUNT = 100;

/** How many items to show, from 1 to 100; what is none of these is passed over. */
export function readCount(parameters: URLSearchParams): number {
  const count = Number(parameters.get("n") ?? PAGE_SIZE);
  return Number.isInteger(count) && count >= 1 && count <= MAX_COUNT ? count : PAGE_SIZE;
}

/** One of the values that a parameter can have; null for any other, and for none. */
export const readOneOf = <T extends string>(
  parameters: URLSearchParams,
  name: string,
  values: readonly T[],
): T | null => values.find((value) => value === parameters.get(name)) ?? null;

/** The values that an address keeps: no more than what differs from the page as it opens. */
export type Parameters = readonly (readonly [name: string, value: string])[];

export const countParameter = (count: number): Parameters => (count === PAGE_SIZE ? [] : [["n", String(count)]]);

export function withParameters(path: string, parameters: Parameters, anchor = ""): string {
  const text = new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
  return `${path}${text === "" ? "" : `?${text}`}${anchor === "" ? "" : `#${anchor}`}`;
}
