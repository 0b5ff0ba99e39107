import type { Correction } from "../../model/correction.ts";
import type { QuoteStore } from "../quote-store.ts";

/** Corrections read at once: no more are in memory, however many there are. */
const PAGE = 500;

/** All corrections that were ever made, undone ones too, the latest first. */
export async function* allCorrections(store: Pick<QuoteStore, "listCorrections">): AsyncGenerator<Correction> {
  for (let after: string | null = null; ; ) {
    const { items, hasNext } = await store.listCorrections({ first: PAGE, after });
    for (const { value } of items) yield value;
    after = items.at(-1)?.position ?? null;
    if (!hasNext || after === null) return;
  }
}
