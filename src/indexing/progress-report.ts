import { SingleBar } from "cli-progress";
import type { IndexEvent } from "./index-articles.ts";
import type { IndexInput } from "./index-input.ts";

/** How often a report that is no terminal gets a line. */
const LINE_INTERVAL_MS = 5_000;

const BAR_FORMAT = "Indexing {bar} {percentage}% | {articles} articles | {chunks} chunks | {rate}/s | {left} left";

/** How many articles met which end, and the chunks made. */
export type Tally = Readonly<Record<IndexEvent["type"], number>> & { readonly chunks: number };

/** Shows how far indexing is: a bar on a terminal, a line every few seconds elsewhere; bad news at once. */
export class ProgressReport {
  readonly #stream: NodeJS.WriteStream;
  readonly #totalBytes: number;
  readonly #bar: SingleBar | null;
  readonly #startedAt = performance.now();
  readonly #tally = { indexed: 0, replaced: 0, unchanged: 0, repeated: 0, failed: 0, removed: 0, chunks: 0 };
  #bytes = 0;
  #lastLineAt = performance.now();

  /** @param totalBytes Of all inputs; 0 where that can't be known. */
  constructor(stream: NodeJS.WriteStream, totalBytes: number) {
    this.#stream = stream;
    this.#totalBytes = totalBytes;
    this.#bar = stream.isTTY
      ? new SingleBar({ format: BAR_FORMAT, stream, clearOnComplete: true, hideCursor: true })
      : null;
    this.#bar?.start(totalBytes, 0, this.#figures());
  }

  get tally(): Tally {
    return this.#tally;
  }

  /** The same input; the bytes read of it move the bar. */
  watch(input: IndexInput): IndexInput {
    const count = (bytes: number) => this.#read(bytes);
    async function* counted() {
      for await (const chunk of input.source.bytes) {
        count(chunk.byteLength);
        yield chunk;
      }
    }
    return { ...input, source: { ...input.source, bytes: { [Symbol.asyncIterator]: counted } } };
  }

  take(event: IndexEvent): void {
    this.#tally[event.type] += 1;
    if ("chunks" in event) this.#tally.chunks += event.chunks;
    const news = newsOf(event);
    if (news) this.#say(news);
    this.#show();
  }

  /** Ends the bar and prints what came of it all. */
  finish(): void {
    this.#bar?.stop();
    this.#stream.write(`${this.#summary()}\n`);
  }

  #read(bytes: number): void {
    this.#bytes += bytes;
    this.#show();
  }

  #show(): void {
    if (this.#bar) this.#bar.update(Math.min(this.#bytes, this.#totalBytes), this.#figures());
    else if (performance.now() - this.#lastLineAt >= LINE_INTERVAL_MS) {
      this.#lastLineAt = performance.now();
      const { articles, chunks, rate, left } = this.#figures();
      this.#stream.write(`Indexing: ${articles} articles, ${chunks} chunks, ${rate}/s, ${left} left\n`);
    }
  }

  /** A line above the bar. */
  #say(line: string): void {
    if (this.#stream.isTTY) this.#stream.write("\r\u001b[K");
    this.#stream.write(`${line}\n`);
  }

  #figures(): { articles: number; chunks: number; rate: number; left: string } {
    const { indexed, replaced, unchanged, chunks } = this.#tally;
    const seconds = this.#seconds();
    const done = this.#totalBytes > 0 ? Math.min(1, this.#bytes / this.#totalBytes) : 0;
    const left = done > 0 && chunks > 0 ? duration((seconds * (1 - done)) / done) : "?";
    return { articles: indexed + replaced + unchanged, chunks, rate: Math.round(chunks / seconds), left };
  }

  #summary(): string {
    const { indexed, replaced, unchanged, repeated, failed, removed, chunks } = this.#tally;
    const parts = [
      `${count(indexed, "article")} indexed`,
      replaced > 0 && `${replaced} replaced`,
      unchanged > 0 && `${unchanged} unchanged`,
      repeated > 0 && `${repeated} met twice`,
      removed > 0 && `${removed} removed`,
      failed > 0 && `${failed} failed`,
    ].filter((part) => part !== false);
    const pace = chunks > 0 ? `; ${count(chunks, "chunk")} in ${duration(this.#seconds())}` : "";
    return `${parts.join(", ")}${pace}.`;
  }

  #seconds(): number {
    return Math.max(0.001, (performance.now() - this.#startedAt) / 1_000);
  }
}

function newsOf(event: IndexEvent): string | null {
  if (event.type === "failed") return `Failed: ${event.error.message}`;
  if (event.type === "removed" && event.reason === "GONE")
    return `Removed: "${event.title ?? event.id}" is no longer there.`;
  if (event.type === "repeated")
    return `Skipped: ${event.where} holds "${event.article.title ?? event.article.sourceKey}" a second time.`;
  return null;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 100) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
