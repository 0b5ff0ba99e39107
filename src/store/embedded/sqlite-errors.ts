import Database from "better-sqlite3";
import { VerbatimError } from "../../errors.ts";

/** Codes of the file system for a disk or a quota that is full. */
const FULL_CODES: readonly string[] = ["SQLITE_FULL", "SQLITE_IOERR_SHMSIZE", "ENOSPC", "EDQUOT"];
const DENIED_CODES: readonly string[] = ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"];

/** What the user can mend, said as a sentence; anything else stays as it is. */
export function asVerbatimError(error: unknown, directory: string): unknown {
  const code = errorCode(error);
  if (code === null || error instanceof VerbatimError) return error;
  const said = sentence(code, error, directory);
  return said === null ? error : new VerbatimError(said.code, said.message, { directory }, error);
}

/** True when the file is no database, or a damaged one. */
export function isUnreadable(error: unknown): boolean {
  const code = errorCode(error) ?? "";
  return code === "SQLITE_NOTADB" || code.startsWith("SQLITE_CORRUPT");
}

function sentence(code: string, error: unknown, directory: string) {
  if (FULL_CODES.includes(code)) return diskFull(directory);
  if (isUnreadable(error)) return unreadable(directory);
  if (code.startsWith("SQLITE_BUSY")) return busy(directory);
  if (isDenied(code)) return denied(directory);
  if (isOtherSchema(error)) return otherSchema(directory);
  return null;
}

const isDenied = (code: string): boolean =>
  DENIED_CODES.includes(code) || code.startsWith("SQLITE_CANTOPEN") || code.startsWith("SQLITE_READONLY");

/** Another version made the index anew while this process had it open. */
const isOtherSchema = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^no such (table|column)/.test(error.message);

const diskFull = (directory: string) => ({
  code: "DISK_FULL" as const,
  message: `The disk of ${directory} is full. Nothing was changed. Make room, or set VERBATIM_DATA_DIR to another disk.`,
});

const unreadable = (directory: string) => ({
  code: "INDEX_INCOMPATIBLE" as const,
  message:
    `What lies in ${directory} is not an index, or a damaged one. Make it again with ` +
    "`npm run index -- --reset PATH...`, or set VERBATIM_DATA_DIR to another folder.",
});

const busy = (directory: string) => ({
  code: "INDEX_BUSY" as const,
  message: `Another process kept the index in ${directory} busy. Try again when it has finished.`,
});

const denied = (directory: string) => ({
  code: "BAD_SETTING" as const,
  message: `The index cannot be kept in ${directory}: this user may not write there. Set VERBATIM_DATA_DIR to another folder.`,
});

const otherSchema = (directory: string) => ({
  code: "INDEX_INCOMPATIBLE" as const,
  message: `Another version of Verbatim has made the index in ${directory} anew. Start this one again.`,
});

function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
