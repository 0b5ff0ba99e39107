import type { Somebody } from "./documents.ts";
import { SaidInOrder } from "./said-lists.tsx";

/** What spokesmen, lawyers and others said for somebody: not their words, and so apart from them. */
export function SaidOnBehalf({ somebody }: { readonly somebody: Somebody }) {
  const { nodes, totalCount } = somebody.saidOnBehalf;
  if (nodes.length === 0) return null;
  return (
    <section class="on-behalf" aria-labelledby="on-behalf">
      <h2 id="on-behalf">Said for {somebody.name}</h2>
      {totalCount > nodes.length && <p class="note">{`The newest ${nodes.length} of ${totalCount}.`}</p>}
      <SaidInOrder quotes={nodes} somebody={somebody} />
    </section>
  );
}
