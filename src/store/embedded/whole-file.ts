import { open, rename, rm } from "node:fs/promises";

/** The temporary names of files that readers write, too: with the process in them. */
export const STARTED_BY_ANYBODY = /\.\d+\.tmp$/;

/** Writes a file so that whoever reads it finds all of it, or what was there before: under a temporary name that is synced and renamed. */
export async function writeWhole(path: string, parts: readonly Uint8Array[]): Promise<void> {
  // Two processes may write at the same time: each a whole file, and the last one stays.
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(temporary, "w");
    try {
      for (const part of parts) await file.writeFile(part);
    } finally {
      await file.close();
    }
    await moveIntoPlace(temporary, path);
  } catch (error) {
    // On a full disk half a file would keep its room.
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Gives a file that was written whole its name, once it is on the disk. */
export async function moveIntoPlace(temporary: string, path: string): Promise<void> {
  const file = await open(temporary, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
