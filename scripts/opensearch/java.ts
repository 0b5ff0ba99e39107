import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** OpenSearch 3 wants it. */
const LEAST_VERSION = 21;
const INSTALLED = "/usr/lib/jvm";

/** The home of a Java that is new enough, with its compiler; null where there is none. */
export function findJavaHome(): string | null {
  const homes = [process.env.JAVA_HOME ?? "", ...installedHomes(), ""];
  return homes.find((home) => versionOf(home) >= LEAST_VERSION) ?? null;
}

export const hasMaven = (): boolean => runs("mvn", ["--version"]) !== null;

/** A program of a Java's home; of the path where the home is empty. */
export const javaProgram = (home: string, name: string): string => (home === "" ? name : join(home, "bin", name));

function installedHomes(): readonly string[] {
  try {
    return readdirSync(INSTALLED).map((name) => join(INSTALLED, name));
  } catch {
    return [];
  }
}

/** 0 where it does not run. The compiler has the version of its Java. */
function versionOf(home: string): number {
  const said = runs(javaProgram(home, "javac"), ["-version"]) ?? "";
  return Number(/javac (\d+)/.exec(said)?.[1] ?? 0);
}

function runs(program: string, args: readonly string[]): string | null {
  try {
    return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return null;
  }
}
