import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { Client, errors } from "@opensearch-project/opensearch";
import { AllNodesPool } from "./all-nodes-pool.ts";
import { askAgainWhenLate } from "./ask-again-when-late.ts";
import type { ClusterAddress } from "./cluster-address.ts";
import { asVerbatimError, isNotReady, isOfCertificate, isReadOnly, isUnreachable } from "./cluster-errors.ts";
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
/** Questions that take longer, each of those that are asked beside it too, have failed. */
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
      ConnectionPool: AllNodesPool,
      // It is `request` that tries again.
      maxRetries: 0,
      requestTimeout: REQUEST_TIMEOUT_MS,
      nodeSelector: (connections) => this.#silent.choose(connections),
    });
    // Who each is is to be known before it falls silent.
    void this.#silent.look();
  }

  /** @throws VerbatimError for what the user can mend; ResponseError for what goes wrong otherwise. */
  async request<T>(request: Request, patienceMs = PATIENCE_MS): Promise<T> {
    const givesUpAt = Date.now() + patienceMs;
    for (let tries = 1, pause = FIRST_PAUSE_MS; ; tries++, pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        return await (isRead(request)
          ? askAgainWhenLate((number, signal) => this.#ask<T>(request, number, signal))
          : this.#once<T>(request));
      } catch (error) {
        // One that said nothing for a minute is no reason to ask no other.
        const isOver = Date.now() + pause > givesUpAt && tries > this.#address.urls.length;
        if (!isPassing(error) || isOver) throw asVerbatimError(error, this.#address);
        // The next one is not to go to a node that has just died.
        if (isUnreachable(error)) void this.#silent.look();
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
  async #ask<T>(request: Request, number: number, signal: AbortSignal): Promise<T> {
    if (number > 1) await this.#silent.look();
    const chosen = this.#silent.preference ?? (number > 1 ? randomUUID() : null);
    return this.#once<T>(chosen === null ? request : preferring(request, chosen), signal);
  }

  /** @param signal Ends it, also at the node, which then spends no more on it. */
  async #once<T>({ method, path, querystring = {}, body, lines }: Request, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const request = {
      method,
      path,
      querystring: { ...querystring },
      ...(body !== undefined && { body: body as Record<string, unknown> }),
      ...(lines !== undefined && { bulkBody: lines as Record<string, unknown>[] }),
    };
    const timeout = isRead({ method, path }) ? { requestTimeout: READ_TIMEOUT_MS } : {};
    const asked = this.#client.transport.request(request, timeout);
    const abort = () => void asked.abort();
    signal?.addEventListener("abort", abort);
    try {
      return (await asked).body as T;
    } finally {
      signal?.removeEventListener("abort", abort);
    }
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
  return isUnreachable(error) && !isOfCertificate(error);
}
