import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { Client, errors } from "@opensearch-project/opensearch";
import { askAgainWhenLate } from "./ask-again-when-late.ts";
import type { ClusterAddress } from "./cluster-address.ts";
import { asVerbatimError, isNotReady, isOfCertificate, isReadOnly } from "./cluster-errors.ts";
import { SilentNodes } from "./silent-nodes.ts";

/** A part of OpenSearch's query language. */
export type Query = Readonly<Record<string, unknown>>;

type QueryString = Readonly<Record<string, string | number | boolean>>;

/** A request without what it reads from or writes to. */
interface Request {
  readonly method: "GET" | "POST" | "PUT" | "DELETE" | "HEAD";
  readonly path: string;
  readonly querystring?: QueryString;
  readonly body?: unknown;
  /** Lines of JSON, as bulk and multi-search requests have them. */
  readonly lines?: readonly unknown[];
}

/** A node that is lost is replaced in seconds; a cluster that answers nothing for so long is down. */
const PATIENCE_MS = 30_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
/** A bulk of a long hearing takes a second or two. */
const REQUEST_TIMEOUT_MS = 60_000;
/** A node that takes so long to answer a question is left alone for a while: the client then asks the others. */
const READ_TIMEOUT_MS = 10_000;

/**
 * Requests to an OpenSearch cluster. Whatever passes by itself (a node lost, a shard on its way, too many requests) is tried
 * again: every request that is made here may be repeated. What the user can mend is said as a sentence.
 */
export class Cluster {
  readonly #client: Client;
  readonly #address: ClusterAddress;
  readonly #silent: SilentNodes;

  constructor(address: ClusterAddress) {
    this.#address = address;
    const { urls, user, password, certificate } = address;
    const options = {
      ...(user !== null && { auth: { username: user, password: password ?? "" } }),
      ...(certificate !== null && { ssl: { ca: certificate } }),
    };
    this.#silent = new SilentNodes(urls, options);
    this.#client = new Client({
      ...options,
      nodes: [...urls],
      maxRetries: urls.length + 1,
      requestTimeout: REQUEST_TIMEOUT_MS,
      nodeSelector: (connections) => this.#silent.choose(connections),
    });
    // Who each is is to be known before it falls silent.
    void this.#silent.look();
  }

  /** @throws VerbatimError for what the user can mend; ResponseError for what goes wrong otherwise. */
  async request<T>(request: Request, patienceMs = PATIENCE_MS): Promise<T> {
    const givesUpAt = Date.now() + patienceMs;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        return await (isRead(request)
          ? askAgainWhenLate((number) => this.#ask<T>(request, number))
          : this.#once<T>(request));
      } catch (error) {
        if (!isPassing(error) || Date.now() + pause > givesUpAt) throw asVerbatimError(error, this.#address);
        await wait(pause);
      }
    }
  }

  /** Null where it answers that there is no such thing. */
  async find<T>(request: Request): Promise<T | null> {
    try {
      return await this.request<T>(request);
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#silent.close();
    await this.#client.close();
  }

  /** From the second try on other copies of the data answer: of nodes that say that they are there, or by chance. Of the first the cluster itself chooses those that are likely to answer soonest. */
  async #ask<T>(request: Request, number: number): Promise<T> {
    if (number > 1) await this.#silent.look();
    const chosen = this.#silent.preference ?? (number > 1 ? randomUUID() : null);
    return this.#once<T>(chosen === null ? request : preferring(request, chosen));
  }

  async #once<T>({ method, path, querystring = {}, body, lines }: Request): Promise<T> {
    const request = {
      method,
      path,
      querystring: { ...querystring },
      ...(body !== undefined && { body: body as Record<string, unknown> }),
      ...(lines !== undefined && { bulkBody: lines as Record<string, unknown>[] }),
    };
    const timeout = isRead({ method, path }) ? { requestTimeout: READ_TIMEOUT_MS } : {};
    const response = await this.#client.transport.request(request, timeout);
    return response.body as T;
  }
}

/** Each of several searches at once is told by itself; a request about the cluster knows no copies. */
function preferring(request: Request, preference: string): Request {
  if (request.path.endsWith("/_msearch")) {
    const lines = request.lines?.map((line, i) => (i % 2 === 0 ? { ...(line as object), preference } : line));
    return { ...request, ...(lines !== undefined && { lines }) };
  }
  const canChoose = /\/_(doc\/|search$|mget$)/.test(request.path);
  return canChoose ? { ...request, querystring: { ...request.querystring, preference } } : request;
}

/** Whether data is asked for; questions about the cluster may wait for it to change. */
const isRead = ({ method, path }: Request): boolean =>
  /\/_(search|msearch|mget|count)$/.test(path) || (method === "GET" && path.includes("/_doc/"));

/** The HTTP status that a request failed with; 0 where it failed otherwise. */
export const statusOf = (error: unknown): number =>
  error instanceof errors.ResponseError ? (error.statusCode ?? 0) : 0;

function isPassing(error: unknown): boolean {
  if (error instanceof errors.ResponseError) return isNotReady(error) && !isReadOnly(error);
  if (isOfCertificate(error)) return false;
  return (
    error instanceof errors.ConnectionError ||
    error instanceof errors.NoLivingConnectionsError ||
    error instanceof errors.TimeoutError
  );
}
