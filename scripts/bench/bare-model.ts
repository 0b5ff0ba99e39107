import { loadSentenceModel } from "../../src/inference/sentence-model.ts";

/** What the process sends: first that it is ready, then how long the texts took. */
export type BareModelMessage = { readonly type: "ready" } | { readonly type: "embedded"; readonly elapsedMs: number };

/** `bare-model.ts ROOT NAME`, with an IPC channel: the model and nothing else, what indexing is compared with. */
const [root = "", name = ""] = process.argv.slice(2);
const model = await loadSentenceModel({ root, name });

process.on("message", async (texts: readonly string[]) => {
  const startedAt = performance.now();
  for (const text of texts) await model.embed(text);
  send({ type: "embedded", elapsedMs: performance.now() - startedAt });
});
process.on("disconnect", () => process.exit(0));
send({ type: "ready" });

function send(message: BareModelMessage): void {
  process.send?.(message);
}
