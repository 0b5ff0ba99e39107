import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { withServer } from "./asked-server.ts";
import type { BenchMaterial } from "./bench-material.ts";
import { fillWithoutGraph } from "./fill-index.ts";

const ROWS = 100_000;
/** The memory of the server is looked at whenever so many rows more have come. */
const LOOK_EVERY = 10_000;
/** Nobody says it, so that without it a search is all that there is. */
const ALL = "-qxqzq";

export interface ExportFigures {
  readonly rows: number;
  readonly milliseconds: number;
  /** Resident bytes of the server when so many rows had come. */
  readonly memory: readonly { readonly rows: number; readonly bytes: number }[];
}

/** All of an index of 100,000 quotes as JSON Lines, asked for over HTTP: whether the server's memory stays as it is. */
export async function measureExport(
  material: BenchMaterial,
  folder: string,
  say: (line: string) => void,
): Promise<ExportFigures> {
  const directory = join(folder, "export");
  say(`Export: making an index of ${ROWS} quotes`);
  await fillWithoutGraph(directory, ROWS, material, ["QUOTE"]);
  say(`Export: ${ROWS} rows`);
  const figures = await withServer(directory, ({ url, pid }) => exportAll(new URL("/", url).href, pid));
  rmSync(directory, { recursive: true });
  return figures;
}

async function exportAll(url: string, pid: number): Promise<ExportFigures> {
  // What is loaded when the first is exported is loaded once.
  for await (const _ of rowsOf(`${url}?q=${ALL}&format=csv`, LOOK_EVERY));
  const memory: { rows: number; bytes: number }[] = [];
  const startedAt = performance.now();
  let rows = 0;
  for await (const count of rowsOf(`${url}?q=${ALL}&format=jsonl`, Number.POSITIVE_INFINITY)) {
    rows += count;
    if (rows >= (memory.length + 1) * LOOK_EVERY) memory.push({ rows, bytes: await residentBytes(pid) });
  }
  return { rows, milliseconds: performance.now() - startedAt, memory };
}

/** How many rows came with each piece of an answer, up to `most`. */
async function* rowsOf(address: string, most: number): AsyncGenerator<number> {
  const { body } = await fetch(address);
  const reader = body?.getReader();
  let rows = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (value === undefined || rows >= most) return void (await reader?.cancel());
    const count = value.filter((byte) => byte === LINE_END).length;
    rows += count;
    yield count;
  }
}

const LINE_END = 0x0a;

const run = promisify(execFile);

/** As `ps` (POSIX) tells. */
async function residentBytes(pid: number): Promise<number> {
  const { stdout } = await run("ps", ["-o", "rss=", "-p", String(pid)]);
  return Number(stdout) * 1_024;
}
