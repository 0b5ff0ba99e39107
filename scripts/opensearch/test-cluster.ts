import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { javaProgram } from "./java.ts";
import type { NodeNetworks } from "./node-networks.ts";

/** OpenSearch refuses to run as root; any other user will do. */
const OTHER_USER = 29_200;
const STARTS_WITHIN_MS = 300_000;
const STOPS_WITHIN_MS = 30_000;

export interface ClusterLayout {
  readonly nodes: number;
  /** Of each node, in megabytes. */
  readonly heapMegabytes: number;
  /** Where OpenSearch and Java are. */
  readonly home: string;
  readonly javaHome: string;
  /** For data and logs; goes with the cluster. */
  readonly folder: string;
  readonly networks: NodeNetworks;
}

/** A node that was killed is started again after so long, as a supervisor does it. */
const RESTARTS_AFTER_MS = 1_000;

interface TestNode {
  readonly name: string;
  readonly address: string;
  /** What its command begins with. */
  readonly within: readonly string[];
  readonly httpPort: number;
  readonly transportPort: number;
  process: ChildProcess | null;
}

/** Nodes of OpenSearch on ports that are free. Once all are there, one that ends is started again. */
export class TestCluster {
  readonly #layout: ClusterLayout;
  readonly #nodes: readonly TestNode[];
  #isStarted = false;

  private constructor(layout: ClusterLayout, nodes: readonly TestNode[]) {
    this.#layout = layout;
    this.#nodes = nodes;
  }

  /** Resolves when all nodes have found each other. */
  static async start(layout: ClusterLayout): Promise<TestCluster> {
    const ports = await freePorts(2 * layout.nodes);
    const nodes = Array.from({ length: layout.nodes }, (_, i) => ({
      name: `node${i + 1}`,
      address: layout.networks.addresses[i] as string,
      within: layout.networks.commandFor(i),
      httpPort: ports[2 * i] as number,
      transportPort: ports[2 * i + 1] as number,
      process: null,
    }));
    const cluster = new TestCluster(layout, nodes);
    process.once("exit", () => cluster.#kill());
    try {
      for (const node of nodes) cluster.#spawn(node);
      await cluster.waitForNodes(layout.nodes);
      cluster.#isStarted = true;
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  get urls(): readonly string[] {
    return this.#nodes.map(({ address, httpPort }) => `http://${address}:${httpPort}`);
  }

  async waitForNodes(count: number): Promise<void> {
    const givesUpAt = Date.now() + STARTS_WITHIN_MS;
    while (Date.now() < givesUpAt) {
      const dead = this.#nodes.find(({ process }) => process !== null && process.exitCode !== null);
      if (dead) throw new Error(`OpenSearch ended at once:\n${this.#endOfLog(dead)}`);
      if ((await nodesKnownTo(this.urls[0] as string)) === count) return;
      await wait(500);
    }
    throw new Error(`OpenSearch did not start in time:\n${this.#endOfLog(this.#nodes[0] as TestNode)}`);
  }

  /** Ends all nodes and removes what they kept. */
  async stop(): Promise<void> {
    this.#isStarted = false;
    await Promise.all(this.#nodes.map(endNode));
    rmSync(this.#layout.folder, { recursive: true, force: true });
  }

  /** At once, where this process ends before it could stop them. */
  #kill(): void {
    for (const { process } of this.#nodes) process?.kill("SIGKILL");
  }

  #spawn(node: TestNode): void {
    const folder = join(this.#layout.folder, node.name);
    for (const made of ["config", "data", "logs", "tmp"]) mkdirSync(join(folder, made), { recursive: true });
    writeFileSync(join(folder, "config", "opensearch.yml"), this.#settingsOf(node, folder));
    writeFileSync(join(folder, "config", "log4j2.properties"), LOGGING);
    writeFileSync(join(folder, "config", "jvm.options"), "");
    const [program = "", ...args] = [
      ...node.within,
      // Its own alone: beneath the others files come and go.
      ...asOrdinaryUser(folder),
      ...this.#commandOf(folder),
    ];
    const log = openSync(join(folder, "logs", "output.log"), "a");
    node.process = spawn(program, args, {
      cwd: folder,
      env: { ...process.env, HOME: folder },
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    node.process.once("exit", () => {
      setTimeout(() => this.#isStarted && this.#spawn(node), RESTARTS_AFTER_MS).unref();
    });
  }

  #settingsOf({ name, address, httpPort, transportPort }: TestNode, folder: string): string {
    const seeds = this.#nodes.map((node) => `"${node.address}:${node.transportPort}"`).join(", ");
    const discovery =
      this.#nodes.length === 1
        ? "discovery.type: single-node"
        : `discovery.seed_hosts: [${seeds}]
cluster.initial_cluster_manager_nodes: [${this.#nodes.map((node) => `"${node.name}"`).join(", ")}]`;
    return `cluster.name: verbatim-test
node.name: ${name}
path.data: ${join(folder, "data")}
path.logs: ${join(folder, "logs")}
network.host: ${address}
http.port: ${httpPort}
transport.port: ${transportPort}
cluster.routing.allocation.disk.threshold_enabled: false
node.processors: 2
action.auto_create_index: false
${discovery}
`;
  }

  #commandOf(folder: string): readonly string[] {
    const { home, javaHome, heapMegabytes } = this.#layout;
    return [
      javaProgram(javaHome, "java"),
      `-Xms${heapMegabytes}m`,
      `-Xmx${heapMegabytes}m`,
      ...JVM_OPTIONS,
      `-Djava.io.tmpdir=${join(folder, "tmp")}`,
      `-Dopensearch.path.home=${home}`,
      `-Dopensearch.path.conf=${join(folder, "config")}`,
      "-Dopensearch.distribution.type=tar",
      "-Dopensearch.bundled_jdk=false",
      "-cp",
      join(home, "lib", "*"),
      "org.opensearch.bootstrap.OpenSearch",
    ];
  }

  #endOfLog({ name }: TestNode): string {
    const log = readFileSync(join(this.#layout.folder, name, "logs", "output.log"), "utf8");
    return log.split("\n").slice(-40).join("\n");
  }
}

const JVM_OPTIONS: readonly string[] = [
  "-XX:+UseSerialGC",
  "-Xss1m",
  "-Djava.awt.headless=true",
  "-Dfile.encoding=UTF-8",
  "-Djna.nosys=true",
  "-XX:-OmitStackTraceInFastThrow",
  "-Dio.netty.noUnsafe=true",
  "-Dio.netty.noKeySetOptimization=true",
  "-Dio.netty.recycler.maxCapacityPerThread=0",
  "-Dio.netty.allocator.numDirectArenas=0",
  "-Dlog4j.shutdownHookEnabled=false",
  "-Dlog4j2.disable.jmx=true",
  "--add-modules=jdk.incubator.vector",
  "--enable-native-access=ALL-UNNAMED",
  "--add-opens=java.base/java.nio=ALL-UNNAMED",
];

const LOGGING = `status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] [%node_name]%marker %m%n
rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
`;

/** What a command begins with, and whose the folder is, where this user may not run it. */
function asOrdinaryUser(folder: string): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  execFileSync("chown", ["-R", `${OTHER_USER}:${OTHER_USER}`, folder]);
  return ["setpriv", "--reuid", `${OTHER_USER}`, "--regid", `${OTHER_USER}`, "--clear-groups", "--no-new-privs"];
}

async function endNode({ process }: TestNode): Promise<void> {
  if (process === null || process.exitCode !== null || process.signalCode !== null) return;
  const ended = once(process, "exit");
  process.kill("SIGTERM");
  const timer = setTimeout(() => process.kill("SIGKILL"), STOPS_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}

/** 0 where it does not answer yet. */
async function nodesKnownTo(url: string): Promise<number> {
  try {
    const answer = await fetch(`${url}/_cluster/health`, { signal: AbortSignal.timeout(3_000) });
    const health = (await answer.json()) as { readonly number_of_nodes?: number };
    return health.number_of_nodes ?? 0;
  } catch {
    return 0;
  }
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { readonly port: number }).port);
  for (const server of servers) server.close();
  return ports;
}
