import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { EXIT } from "./command-line.ts";
import { assembleOpenSearch, OPENSEARCH_VERSION } from "./opensearch/assemble.ts";
import { findJavaHome, hasMaven } from "./opensearch/java.ts";
import { TestCluster } from "./opensearch/test-cluster.ts";
import { exitOnSignals, temporaryFolder } from "./temporary-folder.ts";

const HELP = `
Assembles OpenSearch ${OPENSEARCH_VERSION} from what Maven Central serves (once; it is kept in VERBATIM_CACHE, ~/.cache/verbatim, or /var/cache/verbatim
for root), starts it on free ports of loopback, and runs the tests that need a cluster: on one node, and then on three with three shards and
a replica each, where those of lost nodes run as well. Needs Java 21 or newer with its compiler, and Maven; where they are missing the tests are skipped,
and where CI=true that is a failure.`;

/** Enough for the tests; three of them share a machine with whatever else runs. */
const HEAP_MEGABYTES = { alone: 512, ofThree: 320 };

const command = new Command("npm run test:opensearch --")
  .description("Runs the tests of the store in OpenSearch on a real one.")
  .option("--nodes <count>", "only on so many nodes: 1 or 3")
  .option("--quick", "try fewer cases of each property, as continuous integration does", false)
  .option("--keep", "leave the cluster running until Ctrl-C, and run no tests: its addresses are printed", false)
  .argument("[ARGUMENT...]", "what vitest takes, such as -t NAME, behind --")
  .addHelpText("after", HELP)
  .parse();

/** What several shards may tell otherwise than one: the tests that --quick runs on three nodes. */
const TOLD_BY_SEVERAL = "of a ranking|of what is found|filter of chunks|are joined|first name|writing";

interface Options {
  readonly nodes?: string;
  readonly quick: boolean;
  readonly keep: boolean;
}

const { nodes, quick, keep } = command.opts<Options>();
exitOnSignals(EXIT.interrupted);
process.exitCode = await run(nodes === undefined ? [1, 3] : [Number(nodes)]);

async function run(sizes: readonly number[]): Promise<number> {
  const javaHome = findJavaHome();
  if (javaHome === null || !hasMaven()) {
    process.stdout.write("Skipped: the tests of the store in OpenSearch need Java 21 or newer (a JDK) and Maven.\n");
    return process.env.CI === "true" ? 1 : 0;
  }
  const home = assembleOpenSearch(cacheFolder(), javaHome);
  for (const size of sizes) {
    const code = await testOn(size, home, javaHome);
    if (code !== 0) return code;
  }
  return 0;
}

async function testOn(count: number, home: string, javaHome: string): Promise<number> {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const heapMegabytes = count === 1 ? HEAP_MEGABYTES.alone : HEAP_MEGABYTES.ofThree;
  const cluster = await TestCluster.start({ nodes: count, heapMegabytes, home, javaHome, folder });
  process.stdout.write(`OpenSearch ${OPENSEARCH_VERSION} answers at ${cluster.urls.join(",")}\n`);
  try {
    if (keep) return await untilInterrupted();
    const code = await runTests(cluster, count, ".cluster.ts", quick && count > 1 ? ["-t", TOLD_BY_SEVERAL] : []);
    return code !== 0 || count === 1 ? code : await runTests(cluster, count, ".after.ts");
  } finally {
    await cluster.stop();
  }
}

/** Vitest's exit code. */
async function runTests(
  cluster: TestCluster,
  count: number,
  files: string,
  chosen: readonly string[] = [],
): Promise<number> {
  const config = join(import.meta.dirname, "../vitest.opensearch.config.ts");
  const tests = spawn(
    "npx",
    ["vitest", "run", files, "--passWithNoTests", "--config", config, ...chosen, ...command.args],
    {
      stdio: "inherit",
      env: {
        ...process.env,
        OPENSEARCH_URL: cluster.urls.join(","),
        OPENSEARCH_PIDS: cluster.pids.join(","),
        OPENSEARCH_SHARDS: String(count),
        OPENSEARCH_REPLICAS: count === 1 ? "0" : "1",
        ...(quick && { VERBATIM_PROPERTY_SHARE: count === 1 ? "0.2" : "0.05" }),
      },
    },
  );
  const [code] = (await once(tests, "exit")) as [number | null];
  return code ?? 1;
}

/** The cluster's processes keep this one alive. */
function untilInterrupted(): Promise<number> {
  return new Promise(() => {});
}

/** Where root's nodes, which run as another user, can read it. */
function cacheFolder(): string {
  const kept = process.getuid?.() === 0 ? "/var/cache/verbatim" : join(homedir(), ".cache", "verbatim");
  const folder = join(process.env.VERBATIM_CACHE ?? kept, `opensearch-${OPENSEARCH_VERSION}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}
