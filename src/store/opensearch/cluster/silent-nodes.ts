import { Client, type ClientOptions } from "@opensearch-project/opensearch";

/** A node that is there says who it is in some milliseconds, and on a busy machine in tens: it looks at nothing but itself. */
const SAYS_WITHIN_MS = 400;
/** How often is looked whether nodes that said nothing are back. */
const LOOK_AGAIN_EVERY_MS = 1_000;

interface AskedNode {
  readonly url: string;
  readonly client: Client;
  /** In the cluster; null before it has told. */
  id: string | null;
}

interface Members {
  readonly nodes: Readonly<Record<string, unknown>>;
}

/** What a client's connection has of a node. */
interface Reached {
  readonly url: URL;
}

/**
 * Which nodes say nothing: paused, cut off or dead, while the cluster itself takes them for members for half a minute. They are found by asking each at its own
 * address who it is, and left alone until they answer. Where that is an error nothing is lost: what they alone can answer they are asked all the same. Nodes whose
 * addresses were not given, and a cluster behind one address, can't be told apart.
 */
export class SilentNodes {
  readonly #nodes: readonly AskedNode[];
  #silent: ReadonlySet<string> = new Set();
  #preference: string | null = null;
  #looking: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #turn = 0;
  #closing: Promise<void> | null = null;

  /** @param options What connects to each of the nodes. */
  constructor(urls: readonly string[], options: ClientOptions) {
    const known = urls.length > 1 ? urls : [];
    this.#nodes = known.map((url) => {
      const client = new Client({ ...options, node: url, maxRetries: 0, requestTimeout: SAYS_WITHIN_MS });
      return { url: new URL(url).href, client, id: null };
    });
  }

  /** What to ask by as a request's `preference`, so that copies of the data on other nodes answer where there are any; null where none is silent. */
  get preference(): string | null {
    return this.#preference;
  }

  /** Finds out which nodes are silent. Resolves soon; at once when it is closed. */
  look(): Promise<void> {
    if (this.#closing !== null) return Promise.resolve();
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /** Which connection is next: of nodes that are not silent, in turn. */
  choose<Connection extends Reached>(connections: readonly Connection[]): Connection {
    const speaking = connections.filter(({ url }) => !this.#silent.has(url.href));
    const possible = speaking.length > 0 ? speaking : connections;
    this.#turn += 1;
    return possible[this.#turn % possible.length] as Connection;
  }

  /** A look that is under way is waited for, and none follows it. May be called again. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#looking;
    // A client that is closed twice never says that it is.
    await Promise.all(this.#nodes.map(({ client }) => client.close()));
  }

  async #look(): Promise<void> {
    const areSpeaking = await Promise.all(this.#nodes.map(says));
    const speaking = this.#nodes.filter((_, i) => areSpeaking[i]);
    const silent = this.#nodes.filter((_, i) => !areSpeaking[i]);
    // Where all are late it is the machine that is busy.
    const areSome = silent.length > 0 && speaking.length > 0;
    this.#silent = new Set(areSome ? silent.map(({ url }) => url) : []);
    this.#preference = areSome ? await preferOthers(speaking[0] as AskedNode, silent) : null;
    this.#lookAgain(areSome);
  }

  #lookAgain(isNeeded: boolean): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer =
      isNeeded && this.#closing === null ? setTimeout(() => void this.look(), LOOK_AGAIN_EVERY_MS).unref() : null;
  }
}

/** Whether a node answers, and keeps who it is. */
async function says(node: AskedNode): Promise<boolean> {
  try {
    node.id = (await members(node, "/_nodes/_local/http"))[0] ?? null;
    return true;
  } catch {
    return false;
  }
}

/** Null where it is not known who the silent ones are. */
async function preferOthers(speaking: AskedNode, silent: readonly AskedNode[]): Promise<string | null> {
  const left = new Set(silent.map(({ id }) => id));
  if (left.has(null)) return null;
  try {
    // What the node itself knows: it asks no other.
    const all = await members(speaking, "/_cluster/state/nodes", { local: true });
    const others = all.filter((id) => !left.has(id));
    return others.length === 0 ? null : `_prefer_nodes:${others.join(",")}`;
  } catch {
    return null;
  }
}

async function members({ client }: AskedNode, path: string, querystring = {}): Promise<readonly string[]> {
  const { body } = await client.transport.request({ method: "GET", path, querystring });
  return Object.keys((body as Members).nodes);
}
