import { execFileSync } from "node:child_process";

/** Where nodes are reached. */
export interface NodeNetworks {
  /** One a node. */
  readonly addresses: readonly string[];
  /** Where what asks them can be reached itself. */
  readonly middle: string;
  /** Names of the links by which nodes hang on the others; taking one down cuts its node off. None where all share loopback. */
  readonly links: readonly string[];
  /** What a command of a node begins with, so that it runs in its network. */
  commandFor(node: number): readonly string[];
}

export const onLoopback = (nodes: number): NodeNetworks => ({
  addresses: Array.from({ length: nodes }, () => "127.0.0.1"),
  middle: "127.0.0.1",
  links: [],
  commandFor: () => [],
});

/**
 * Networks of their own (Linux's network namespaces) for nodes, which hang on one in the middle. All addresses are of loopback's range, for on others
 * OpenSearch insists on settings of the kernel that a test has no business to change; within these networks the range is let out.
 */
export class CuttableNetworks implements NodeNetworks {
  readonly name: string;
  readonly #nodes: readonly number[];

  /** @param name Of networks that are there, or will be made. */
  constructor(name: string, nodes: number) {
    this.name = name;
    this.#nodes = Array.from({ length: nodes }, (_, i) => i + 1);
  }

  get addresses(): readonly string[] {
    return this.#nodes.map(addressOf);
  }

  get middle(): string {
    return addressOf(0);
  }

  /** Known in the middle alone. */
  get links(): readonly string[] {
    return this.#nodes.map(linkOf);
  }

  /** What a command begins with that runs in the middle, from where all nodes are reached. */
  get inTheMiddle(): readonly string[] {
    return ["ip", "netns", "exec", this.name];
  }

  commandFor(node: number): readonly string[] {
    return ["ip", "netns", "exec", this.#namespaceOf(node + 1)];
  }

  /** False where they may not be made: it takes root, and iproute2. */
  make(): boolean {
    try {
      ip("netns", "add", this.name);
      ip("-n", this.name, "link", "add", BRIDGE, "type", "bridge");
      letLoopbackOut(this.name, BRIDGE, addressOf(0));
      for (const node of this.#nodes) this.#add(node);
      return true;
    } catch {
      this.remove();
      return false;
    }
  }

  remove(): void {
    for (const namespace of [...this.#nodes.map((node) => this.#namespaceOf(node)), this.name]) {
      try {
        ip("netns", "delete", namespace);
      } catch {
        // It was not made.
      }
    }
  }

  #add(node: number): void {
    const [namespace, link] = [this.#namespaceOf(node), linkOf(node)];
    ip("netns", "add", namespace);
    ip("-n", this.name, "link", "add", link, "type", "veth", "peer", "name", PEER, "netns", namespace);
    ip("-n", this.name, "link", "set", link, "master", BRIDGE, "up");
    letLoopbackOut(namespace, PEER, addressOf(node));
  }

  #namespaceOf(node: number): string {
    return `${this.name}-${node}`;
  }
}

const BRIDGE = "hub0";
const PEER = "eth0";

const addressOf = (node: number): string => `127.77.0.${node + 1}`;
const linkOf = (node: number): string => `node${node}`;

function letLoopbackOut(namespace: string, device: string, address: string): void {
  const inside = (...command: readonly string[]) => ip("netns", "exec", namespace, ...command);
  ip("-n", namespace, "link", "set", "lo", "up");
  for (const which of ["all", device]) inside("sysctl", "-qw", `net.ipv4.conf.${which}.route_localnet=1`);
  ip("-n", namespace, "route", "delete", "local", "127.0.0.0/8", "dev", "lo", "table", "local");
  ip("-n", namespace, "address", "add", `${address}/24`, "dev", device);
  ip("-n", namespace, "link", "set", device, "up");
}

function ip(...args: readonly string[]): void {
  execFileSync("ip", args, { stdio: "ignore" });
}
