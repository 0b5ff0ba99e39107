import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { ModelLocation } from "./model-location.ts";

const SUMS_FILE = "SHA256SUMS";
/** A line of `sha256sum`: the hash, and the file's name behind two spaces, or a space and an asterisk. */
const SUM_LINE = /^([0-9a-f]{64}) [ *](.+)$/;

/** The files of a model that are missing or altered, by the list that came with it; null where no list did. */
export async function alteredModelFiles({ root, name }: ModelLocation): Promise<readonly string[] | null> {
  const folder = join(root, name);
  const list = await readFile(join(folder, SUMS_FILE), "utf8").catch(() => null);
  if (list === null) return null;
  const altered: string[] = [];
  for (const line of list.split("\n")) {
    const [, sum, file] = line.match(SUM_LINE) ?? [];
    if (sum === undefined || file === undefined) continue;
    if ((await hashOf(join(folder, file))) !== sum) altered.push(file);
  }
  return altered;
}

/** Null for a file that can't be read. */
async function hashOf(path: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest("hex");
  } catch {
    return null;
  }
}
