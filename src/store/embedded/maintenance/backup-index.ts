import { existsSync, statSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { reasonOf, VerbatimError } from "../../../errors.ts";
import { databasePath } from "../open-index.ts";
import { asVerbatimError, isOfFullDisk } from "../sqlite-errors.ts";
import { copyDatabase, removeDatabase, settleCopy } from "./copy-database.ts";

/**
 * Writes all that an index knows into one file, as it is at one moment, while others search and write it. The file is
 * whole or not there: it takes its name when it is on the disk. The vector graph is not in it: it follows from the rest.
 */
export async function backupIndex(directory: string, file: string): Promise<void> {
  const source = databasePath(directory);
  if (!existsSync(source)) throw noIndex(directory);
  const unfinished = `${file}.tmp`;
  await checkPlace(file, unfinished);
  try {
    await removeDatabase(unfinished);
    await copyDatabase(source, unfinished);
    settleCopy(unfinished);
    await sync(unfinished);
    await rename(unfinished, file);
  } catch (error) {
    await removeDatabase(unfinished);
    // The index is only read: a full disk is that of the copy.
    throw isOfFullDisk(error) ? noRoom(file, error) : asVerbatimError(error, directory);
  }
}

/** @throws BAD_INPUT where no file can be written under these names. */
async function checkPlace(file: string, unfinished: string): Promise<void> {
  if (isFolder(file)) throw notWritten(file, "it is a folder");
  try {
    await (await open(unfinished, "w")).close();
  } catch (error) {
    throw isOfFullDisk(error) ? noRoom(file, error) : notWritten(file, reasonOf(error));
  }
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

const notWritten = (file: string, reason: string): VerbatimError =>
  new VerbatimError("BAD_INPUT", `${file} can't be written: ${reason}. Give another file.`);

const noRoom = (file: string, error: unknown): VerbatimError =>
  new VerbatimError(
    "DISK_FULL",
    `The disk of ${file} is full: there is no backup. Make room, or give another file.`,
    {},
    error,
  );

export const noIndex = (directory: string): VerbatimError =>
  new VerbatimError("BAD_SETTING", `There is no index in ${directory}. Set VERBATIM_DATA_DIR to the folder of one.`);

async function sync(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync();
  await file.close();
}
