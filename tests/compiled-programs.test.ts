import { execFile } from "node:child_process";
import { cpSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { temporaryFolder, writeFiles } from "./temporary-folder.ts";

const PROJECT = resolve(import.meta.dirname, "..");

const GREET = `
import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { WORD } from "../src/word.ts";
const name = readFileSync(new URL("name.txt", import.meta.url), "utf8");
console.log(WORD, name, ...process.argv.slice(2));
fork(new URL("./later.ts", import.meta.url));
`;

/** A project like ours with a script that reads a file beside it and starts another program. */
function projectThatGreets(): string {
  const empty = ["src/main.ts", "scripts/faults/make-changes.ts", "scripts/faults/open-index.ts"];
  const folder = temporaryFolder({
    ...Object.fromEntries(empty.map((path) => [path, ""])),
    "package.json": '{ "type": "module" }',
    "package-lock.json": "{}",
    "src/word.ts": 'export const WORD: string = "Hello";',
    "scripts/greet.ts": GREET,
    "scripts/name.txt": "Ada",
    "scripts/later.ts": 'console.log("and goodbye" as string);',
  });
  cpSync(join(PROJECT, "bin"), join(folder, "bin"), { recursive: true });
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

async function greet(project: string, ...args: readonly string[]): Promise<string> {
  const command = [join(project, "bin/run.js"), "scripts/greet.ts", ...args];
  return (await promisify(execFile)(process.execPath, command)).stdout;
}

const builds = (project: string): readonly string[] => readdirSync(join(project, "dist/programs"));

describe("a program that is run", () => {
  it("is compiled once, with the programs it starts, and reads what stands beside its source", async () => {
    const project = projectThatGreets();
    expect(await greet(project, "--loudly")).toBe("Hello Ada --loudly\nand goodbye\n");
    const [build] = builds(project);
    expect(await greet(project)).toBe("Hello Ada\nand goodbye\n");
    expect(builds(project)).toEqual([build]);
  });

  it("is what its source says now, and leaves the build before to those who still run", async () => {
    const project = projectThatGreets();
    await greet(project);
    for (const word of ["Good morning", "Good evening"]) {
      writeFiles(project, { "src/word.ts": `export const WORD: string = "${word}";` });
      expect(await greet(project)).toBe(`${word} Ada\nand goodbye\n`);
    }
    expect(builds(project)).toHaveLength(2);
  });

  it("is one of two that were started at once", async () => {
    const project = projectThatGreets();
    const both = await Promise.all([greet(project), greet(project)]);
    expect(both).toEqual(Array(2).fill("Hello Ada\nand goodbye\n"));
  });

  it("runs as it was compiled where no compiler is installed", async () => {
    const project = projectThatGreets();
    await greet(project);
    rmSync(join(project, "node_modules"));
    writeFileSync(join(project, "src/word.ts"), 'export const WORD: string = "Unheard";');
    expect(await greet(project)).toBe("Hello Ada\nand goodbye\n");
  });
});
