import { createHash } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "../whole-file.ts";
import { ChunkTable } from "./chunk-table.ts";
import { padding, SectionReader, SectionWriter } from "./table-sections.ts";

const FILE = "chunks.table";

/** Raise it with every change of what a table holds or how it is written: a table of another version is made again. */
export const TABLE_VERSION = 1 as const;

/** Up to what a table holds a database. */
export interface TablePosition {
  readonly generation: string;
  readonly lastLabel: number;
  readonly lastRemoval: number;
}

/** A table whose vectors have to be added, as it was saved. */
export interface SavedTable {
  readonly table: ChunkTable;
  readonly position: TablePosition;
}

const HEADER = z.object({
  version: z.literal(TABLE_VERSION),
  dimensions: z.number(),
  generation: z.string(),
  lastLabel: z.number(),
  lastRemoval: z.number(),
  /** Of the sections, in bytes. */
  sizes: z.array(z.number()),
  /** SHA-256 of what is behind the header, hexadecimal. */
  checksum: z.string(),
});

type Header = z.infer<typeof HEADER>;

/** The file begins with the length of its header in 32 bits, and as many bytes of nothing. */
const LENGTH_BYTES = 8;

export const tablePath = (directory: string): string => join(directory, FILE);

/** Writes all of a table but its vectors, under a temporary name that is synced and renamed. */
export async function saveTable(
  directory: string,
  table: ChunkTable,
  position: TablePosition,
  dimensions: number,
): Promise<void> {
  const writer = new SectionWriter();
  table.write(writer);
  const { sizes, bytes } = writer;
  const header: Header = {
    version: TABLE_VERSION,
    dimensions,
    ...position,
    sizes: [...sizes],
    checksum: checksumOf(bytes),
  };
  await writeWhole(tablePath(directory), [...headerBytes(header), bytes]);
}

/** The saved table; null where it is missing, damaged, of another version, or made from something else. */
export async function loadTable(
  directory: string,
  { generation, dimensions }: { readonly generation: string; readonly dimensions: number },
): Promise<SavedTable | null> {
  try {
    const bytes = await readWhole(tablePath(directory));
    const length = new DataView(bytes.buffer).getUint32(0, true);
    const header = HEADER.parse(JSON.parse(Buffer.from(bytes.buffer, LENGTH_BYTES, length).toString()));
    if (header.generation !== generation || header.dimensions !== dimensions) return null;
    const start = LENGTH_BYTES + length + padding(length);
    if (checksumOf(bytes.subarray(start)) !== header.checksum) return null;
    const table = new ChunkTable(dimensions);
    table.read(new SectionReader(bytes.buffer, start, header.sizes));
    return { table, position: header };
  } catch {
    // Missing, unreadable or cut short: it is made again from the truth.
    return null;
  }
}

export const deleteTable = (directory: string): Promise<void> => rm(tablePath(directory), { force: true });

function headerBytes(header: Header): readonly Uint8Array[] {
  const text = Buffer.from(JSON.stringify(header));
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, text.byteLength, true);
  return [length, text, new Uint8Array(padding(text.byteLength))];
}

/** Into memory of its own, so that numbers can be read where they lie. */
async function readWhole(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(bytes, at, size - at, at);
      if (bytesRead === 0) return bytes;
      at += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}

const checksumOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
