import Database from "better-sqlite3";
import { VerbatimError } from "../../errors.ts";
import { ServiceError } from "../../model/service-fault.ts";

/** Codes of the file system for a disk or a quota that is full. */
const FULL_CODES: readonly string[] = ["SQLITE_FULL", "SQLITE_IOERR_SHMSIZE", "ENOSPC", "EDQUOT"];
const DENIED_CODES: readonly string[] = ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"];

/** What whoever runs it can mend as a fault of the service; anything else stays as it is. */
export function asVerbatimError(error: unknown, directory: string): unknown {
  const code = errorCode(error);
  if (code === null || error instanceof VerbatimError) return error;
  const fault = faultOf(code, error);
  return fault === null ? error : new ServiceError({ fault, index: directory }, error);
}

/** True when the file is no database, or a damaged one. */
export function isUnreadable(error: unknown): boolean {
  const code = errorCode(error) ?? "";
  return code === "SQLITE_NOTADB" || code.startsWith("SQLITE_CORRUPT");
}

/** True when there is no room for what was to be written. */
export const isOfFullDisk = (error: unknown): boolean => FULL_CODES.includes(errorCode(error) ?? "");

function faultOf(code: string, error: unknown): FolderFault | null {
  if (isOfFullDisk(error)) return "DISK_FULL";
  if (isUnreadable(error)) return "INDEX_UNREADABLE";
  if (code.startsWith("SQLITE_BUSY")) return "INDEX_KEPT_BUSY";
  if (isDenied(code)) return "FOLDER_DENIED";
  return isOtherSchema(error) ? "INDEX_MADE_ANEW" : null;
}

/** Faults of a folder and what lies in it. */
type FolderFault = "DISK_FULL" | "INDEX_UNREADABLE" | "INDEX_KEPT_BUSY" | "FOLDER_DENIED" | "INDEX_MADE_ANEW";

const isDenied = (code: string): boolean =>
  DENIED_CODES.includes(code) || code.startsWith("SQLITE_CANTOPEN") || code.startsWith("SQLITE_READONLY");

/** Another version made the index anew while this process had it open. */
const isOtherSchema = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^no such (table|column)/.test(error.message);

function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
