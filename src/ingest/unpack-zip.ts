import { buffer } from "node:stream/consumers";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { VerbatimError } from "../errors.ts";

/** What all wanted files of one archive may unpack to: some ten times what the longest articles have. */
const MAX_UNPACKED_BYTES = 32_000_000;

/** Books have some hundreds. */
const MAX_FILES = 10_000;

/**
 * The files of a ZIP archive, by their paths; each is checked to be as long as the archive says.
 * @param isWanted Those to unpack
 * @throws VerbatimError ARTICLE_UNREADABLE for a damaged archive, and for one that unpacks to too much
 */
export async function unpack(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
  where: string,
): Promise<ReadonlyMap<string, Buffer>> {
  try {
    return await unpackAll(await fromBufferPromise(Buffer.from(bytes)), isWanted, where);
  } catch (cause) {
    if (cause instanceof VerbatimError) throw cause;
    const message = `${where} is damaged, or not what its ending says. Save it again, or its text as .txt.`;
    throw new VerbatimError("ARTICLE_UNREADABLE", message, {}, cause);
  }
}

async function unpackAll(
  archive: ZipFile,
  isWanted: (path: string) => boolean,
  where: string,
): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  let unpacked = 0;
  let count = 0;
  for await (const entry of archive.eachEntry() as AsyncIterable<Entry>) {
    count += 1;
    const isTaken = isWanted(entry.fileName);
    if (isTaken) unpacked += entry.uncompressedSize;
    if (count > MAX_FILES || unpacked > MAX_UNPACKED_BYTES) throw bomb(where);
    // The library refuses a file that unpacks to more than its entry says.
    if (isTaken) files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  }
  return files;
}

function bomb(where: string): VerbatimError {
  const megabytes = MAX_UNPACKED_BYTES / 1_000_000;
  const message = `${where} unpacks to more than a document should hold (${megabytes} MB). Save its text as .txt.`;
  return new VerbatimError("ARTICLE_UNREADABLE", message);
}
