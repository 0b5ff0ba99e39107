import type { Page, PageRequest } from "../../src/store/quote-store.ts";

/** All values of a list, read page by page; fails when the pages disagree with their own totals. */
export async function readAllPages<T>(list: (page: PageRequest) => Promise<Page<T>>, first = 2): Promise<readonly T[]> {
  const values: T[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page<T> = await list({ first, after });
    values.push(...page.items.map(({ value }) => value));
    if (page.hasNext !== values.length < page.total) throw new Error("hasNext and total disagree.");
    if (!page.hasNext) return values;
    after = page.items.at(-1)?.position ?? null;
  }
}
