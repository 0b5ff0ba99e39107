import { parentPort } from "node:worker_threads";
import { pdfText } from "./pdf-text.ts";

/** What the worker is asked. */
export interface PdfRequest {
  readonly bytes: Uint8Array;
  readonly maxCharacters: number;
}

parentPort?.on("message", async ({ bytes, maxCharacters }: PdfRequest) => {
  parentPort?.postMessage(await pdfText(new Uint8Array(bytes), maxCharacters));
});
