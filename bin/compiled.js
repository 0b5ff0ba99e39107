import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
/** Each folder in it holds all programs, and is named for the moment, in milliseconds, at which it was begun. */
const BUILDS = join(PROJECT, "dist/programs");
const SOURCES = ["src", "scripts", "bin", "package-lock.json"].map((path) => join(PROJECT, path));
/** With the one before, of which what still runs may yet load a part. */
const KEPT_BUILDS = 2;
/** A compiler is at work in it, or was broken off. */
const UNFINISHED = ".";

/** The path of a program as JavaScript: of `src/main.ts`, for one. */
export async function compiled(program) {
  return join(await compileIfStale(), `${basename(program, ".ts")}.js`);
}

/** Compiles the programs where a source has changed since it was done. Gives their folder. */
export async function compileIfStale() {
  const [latest] = builds();
  if (latest !== undefined && Number.parseInt(latest, 10) > lastChange()) return join(BUILDS, latest);
  // Where no compiler is installed, as on a server that only runs, nobody changes sources.
  if (latest !== undefined && !hasCompiler()) return join(BUILDS, latest);
  return compileAnew();
}

async function compileAnew() {
  const { compile } = await import("./compile.js");
  const name = `${Date.now()}-${process.pid}`;
  const folder = join(BUILDS, UNFINISHED + name);
  await compile(folder);
  renameSync(folder, join(BUILDS, name));
  for (const old of builds().slice(KEPT_BUILDS)) rmSync(join(BUILDS, old), { recursive: true, force: true });
  return join(BUILDS, name);
}

const hasCompiler = () => existsSync(join(PROJECT, "node_modules/vite"));

/** The latest first. */
function builds() {
  if (!existsSync(BUILDS)) return [];
  const finished = readdirSync(BUILDS).filter((name) => !name.startsWith(UNFINISHED));
  return finished.sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10));
}

/** Of any source, in milliseconds since 1970; a folder changes with what is put in and taken out. */
function lastChange() {
  const inside = SOURCES.flatMap((path) =>
    statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).map((name) => join(path, name)) : [],
  );
  return Math.max(...[...SOURCES, ...inside].map((path) => statSync(path).mtimeMs));
}
