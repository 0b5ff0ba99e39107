import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, Option } from "commander";
import { EXIT } from "./command-line.ts";
import { assembleOpenSearch, OPENSEARCH_VERSION } from "./opensearch/assemble.ts";
import { findJavaHome, hasMaven } from "./opensearch/java.ts";
import { CuttableNetworks, type NodeNetworks, onLoopback } from "./opensearch/node-networks.ts";
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
  .option("--failing", "run only those tests in which nodes fail, on three nodes", false)
  .option("--keep", "leave the cluster running until Ctrl-C, and run no tests: its addresses are printed", false)
  .addOption(new Option("--within <name>").hideHelp())
  .argument("[ARGUMENT...]", "what vitest takes, such as -t NAME, behind --")
  .addHelpText("after", HELP)
  .parse();

const OF_THREE = 3;

/** What several shards may tell otherwise than one: the tests that --quick runs on three nodes. */
const TOLD_BY_SEVERAL = "of a ranking|of what is found|filter of chunks|are joined|first name|writing";

interface Options {
  readonly nodes?: string;
  readonly quick: boolean;
  readonly keep: boolean;
  readonly failing: boolean;
  /** The networks in the middle of which this runs. */
  readonly within?: string;
}

const { nodes, quick, keep, failing, within } = command.opts<Options>();
exitOnSignals(EXIT.interrupted);
process.exitCode = await run(nodes === undefined ? [1, 3] : [Number(nodes)]);

async function run(sizes: readonly number[]): Promise<number> {
  const javaHome = findJavaHome();
  if (javaHome === null || !hasMaven()) {
    process.stdout.write("Skipped: the tests of the store in OpenSearch need Java 21 or newer (a JDK) and Maven.\n");
    return process.env.CI === "true" ? 1 : 0;
  }
  const java = { home: assembleOpenSearch(cacheFolder(), javaHome), javaHome };
  const chosen = (size: number) => (quick && size > 1 ? ["-t", TOLD_BY_SEVERAL] : []);
  for (const size of failing ? [] : sizes) {
    const code = await testOn({ ...java, networks: onLoopback(size), files: ".cluster.ts", chosen: chosen(size) });
    if (code !== 0) return code;
  }
  return failing || sizes.includes(OF_THREE) ? testFailing(java) : 0;
}

interface Java {
  /** Where OpenSearch is. */
  readonly home: string;
  readonly javaHome: string;
}

/** On nodes that can be cut off, where the machine allows that. */
async function testFailing(java: Java): Promise<number> {
  const files = ".after.ts";
  if (within !== undefined) {
    return testOn({ ...java, networks: new CuttableNetworks(within, OF_THREE), files, chosen: [] });
  }
  const networks = new CuttableNetworks(`vb${process.pid}`, OF_THREE);
  process.once("exit", () => networks.remove());
  if (networks.make()) return inTheMiddle(networks);
  process.stdout.write("No node is cut off here: networks of their own take root, and iproute2.\n");
  return testOn({ ...java, networks: onLoopback(OF_THREE), files, chosen: [] });
}

/** The same command, from where nodes in networks of their own are reached. */
async function inTheMiddle({ inTheMiddle: [program = "", ...args], name }: CuttableNetworks): Promise<number> {
  const [script = "", ...given] = process.argv.slice(1);
  const same = [...process.execArgv, script, "--failing", "--within", name, ...given];
  const child = spawn(program, [...args, process.execPath, ...same], { stdio: "inherit" });
  // Its nodes end with it where it is told to end, and would outlive it where it is killed.
  process.prependOnceListener("exit", () => void child.kill("SIGTERM"));
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 1;
}

interface TestsRun extends Java {
  /** Of its nodes. */
  readonly networks: NodeNetworks;
  readonly files: string;
  /** What vitest is told to choose of them. */
  readonly chosen: readonly string[];
}

/** Vitest's exit code. */
async function testOn({ home, javaHome, networks, files, chosen }: TestsRun): Promise<number> {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const count = networks.addresses.length;
  const heapMegabytes = count === 1 ? HEAP_MEGABYTES.alone : HEAP_MEGABYTES.ofThree;
  const cluster = await TestCluster.start({ nodes: count, heapMegabytes, home, javaHome, folder, networks });
  process.stdout.write(`OpenSearch ${OPENSEARCH_VERSION} answers at ${cluster.urls.join(",")}\n`);
  try {
    return keep ? await untilInterrupted() : await runTests(cluster, networks, [files, ...chosen]);
  } finally {
    await cluster.stop();
  }
}

async function runTests({ urls }: TestCluster, networks: NodeNetworks, chosen: readonly string[]): Promise<number> {
  const config = fileURLToPath(new URL("../vitest.opensearch.config.ts", import.meta.url));
  const args = ["vitest", "run", "--passWithNoTests", "--config", config, ...chosen, ...command.args];
  const isAlone = urls.length === 1;
  const env = {
    ...process.env,
    OPENSEARCH_URL: urls.join(","),
    OPENSEARCH_LINKS: networks.links.join(","),
    VERBATIM_HOST: networks.middle,
    OPENSEARCH_SHARDS: String(urls.length),
    OPENSEARCH_REPLICAS: isAlone ? "0" : "1",
    ...(quick && { VERBATIM_PROPERTY_SHARE: isAlone ? "0.2" : "0.05" }),
  };
  const [code] = (await once(spawn("npx", args, { stdio: "inherit", env }), "exit")) as [number | null];
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
