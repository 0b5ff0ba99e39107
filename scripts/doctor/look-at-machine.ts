import { existsSync } from "node:fs";
import { access, constants, statfs } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir, totalmem } from "node:os";
import { dirname } from "node:path";
import { reasonOf } from "../../src/errors.ts";
import { type Diagnosis, ill, well } from "./diagnosis.ts";

const GIGABYTE = 1_000_000_000;
/** Server and model together take about a third of a gigabyte, and an index of 100,000 passages as much again. */
const LEAST_MEMORY = GIGABYTE;
/** Room for the log, a backup and a repair of an index of some ten thousand articles. */
const LEAST_DISK = GIGABYTE;
const ADDONS = ["better-sqlite3", "hnswlib-node", "onnxruntime-node"];

/** @param wanted As package.json says it: `>=20.19`. */
export function lookAtNode(wanted: string): Diagnosis {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [leastMajor = 0, leastMinor = 0] = wanted.replace(/^>=/, "").split(".").map(Number);
  const told = `Node ${process.versions.node}, and ${wanted} is asked for`;
  const isEnough = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return isEnough ? well("node", told) : ill("node", told, "Install a newer Node from https://nodejs.org.");
}

/** The compiled libraries load. */
export function lookAtAddons(): readonly Diagnosis[] {
  const require = createRequire(import.meta.url);
  return ADDONS.map((name) => {
    try {
      require(name);
      return well(name, "loads");
    } catch (error) {
      const [reason = ""] = reasonOf(error).split("\n");
      return ill(name, `does not load: ${reason}`, "Run npm ci again, with g++, make and Python 3 installed.");
    }
  });
}

export function lookAtMemory(): Diagnosis {
  const told = `${(totalmem() / GIGABYTE).toFixed(1)} GB of memory`;
  if (totalmem() >= LEAST_MEMORY) return well("memory", told);
  return ill("memory", told, "Give the machine 1 GB at least, or index fewer articles.");
}

/** The folder of the index and the system's temporary one can be written, and have room. */
export async function lookAtFolders(dataDirectory: string): Promise<readonly Diagnosis[]> {
  return [
    await lookAtFolder("folder of the index", dataDirectory, "VERBATIM_DATA_DIR"),
    await lookAtFolder("temporary folder", tmpdir(), "TMPDIR"),
  ];
}

async function lookAtFolder(about: string, path: string, setting: string): Promise<Diagnosis> {
  try {
    const there = nearestThere(path);
    await access(there, constants.W_OK);
    const { bavail, bsize } = await statfs(there);
    const told = `${path} has ${((bavail * bsize) / GIGABYTE).toFixed(1)} GB of room`;
    if (bavail * bsize >= LEAST_DISK) return well(about, told);
    return ill(about, told, `Make room, or set ${setting} to a folder on another disk.`);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return ill(
      about,
      `${path} can't be written (${reason})`,
      `Let this user write there, or set ${setting} to another folder.`,
    );
  }
}

/** The folder, or of those above it the first that is there: in it the others would be made. */
function nearestThere(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestThere(dirname(path));
}
