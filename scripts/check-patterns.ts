import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { checkSync } from "recheck";
import { globSync } from "tinyglobby";
import { type FoundPattern, findPatterns } from "./check-patterns/find-patterns.ts";
import { EXIT } from "./command-line.ts";

/** What was found out of each pattern; it never changes, and finding it out takes minutes for all. */
const CACHE_FILE = "node_modules/.cache/verbatim/patterns.json";
const TIMEOUT_MS = 1_000;

/**
 * LINEAR in the input's length at worst; SQUARE where a long run of one kind of letters is looked through again from each of its
 * places, which is harmless in a line or a query; WORSE is refused; UNKNOWN has what the prover does not read (looking ahead,
 * back references), or takes it too long.
 */
type Judgement = "LINEAR" | "SQUARE" | "WORSE" | "UNKNOWN";

const files = globSync("src/**/*.{ts,tsx}").sort();
const patterns = files.flatMap(findPatterns);
const known = readCache();
const judged = patterns.map((pattern) => ({ pattern, judgement: judge(pattern) }));
writeCache();

for (const { pattern, judgement } of judged) {
  if (judgement === "WORSE" || judgement === "SQUARE")
    process.stdout.write(`${judgement} ${pattern.where} /${pattern.source}/\n`);
}
const count = (judgement: Judgement) => judged.filter((one) => one.judgement === judgement).length;
process.stdout.write(
  `${judged.length} patterns: ${count("LINEAR")} linear, ${count("SQUARE")} square, ${count("UNKNOWN")} unknown, ${count("WORSE")} worse.\n`,
);
process.exitCode = count("WORSE") === 0 ? EXIT.ok : EXIT.failed;

function judge({ source, flags }: FoundPattern): Judgement {
  const key = `/${source}/${flags}`;
  known[key] ??= prove(source, flags);
  return known[key];
}

function prove(source: string, flags: string): Judgement {
  const result = checkSync(source, flags, { checker: "automaton", timeout: TIMEOUT_MS });
  if (result.status === "safe") return "LINEAR";
  if (result.status === "unknown") return "UNKNOWN";
  const { complexity } = result;
  return complexity.type === "polynomial" && complexity.degree === 2 ? "SQUARE" : "WORSE";
}

function readCache(): Record<string, Judgement> {
  try {
    return JSON.parse(readFileSync(CACHE_FILE, "utf8"));
  } catch {
    return {};
  }
}

function writeCache(): void {
  mkdirSync(dirname(CACHE_FILE), { recursive: true });
  writeFileSync(CACHE_FILE, JSON.stringify(known, null, 1));
}
