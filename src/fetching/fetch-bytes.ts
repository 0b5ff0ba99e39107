import { isIP } from "node:net";
import { type Agent, fetch, type Response } from "undici";
import { reasonOf, VerbatimError } from "../errors.ts";
import { collectBytes, firstBytes } from "../ingest/collect-bytes.ts";
import type { WebAnswer } from "../ingest/page-source.ts";
import { type GuardOptions, guardedAgent, mayConnect, notPublic } from "./guarded-agent.ts";

/** So that whoever runs a site knows who asks, and can say no in robots.txt. */
export const USER_AGENT = "Verbatim/0.1";

const MAX_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** From the first byte sent to the last one received, redirects included. */
const TIMEOUT_MS = 60_000;

/** What a site said of the bytes that it gave, by which to ask whether they are others now. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** The address is where the bytes were in the end. */
export type FetchedBytes = Validators & WebAnswer;

export interface FetchRequest {
  readonly url: string;
  readonly maxBytes: number;
  /** Whether the first bytes of a longer answer are taken; else it is refused. */
  readonly cuts?: boolean;
  /** Asks only for what has changed since. */
  readonly since?: Validators | undefined;
  readonly signal: AbortSignal;
  /** Asked before each request, redirects too. @throws what forbids it */
  readonly permit?: (url: URL) => Promise<void>;
}

/** Fetches from the public web, one request after the other. */
export class Fetcher {
  readonly #options: GuardOptions;
  readonly #agent: Agent;

  constructor(options: GuardOptions = {}) {
    this.#options = options;
    this.#agent = guardedAgent(options);
  }

  /** Null where nothing has changed. @throws VerbatimError with a sentence that names the address */
  async fetch(request: FetchRequest): Promise<FetchedBytes | null> {
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    try {
      return await this.#follow(request, signal);
    } catch (error) {
      request.signal.throwIfAborted();
      throw asSentence(error, request.url);
    }
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  async #follow(request: FetchRequest, signal: AbortSignal): Promise<FetchedBytes | null> {
    let url = this.#checked(request.url);
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      await request.permit?.(url);
      const response = await fetch(url, {
        dispatcher: this.#agent,
        redirect: "manual",
        signal,
        headers: headersFor(request.since),
      });
      const next = REDIRECTS.includes(response.status) ? response.headers.get("location") : null;
      if (next === null) return read(response, url, request);
      await response.body?.cancel();
      url = this.#checked(next, url);
    }
    throw failed(request.url, `leads on more than ${MAX_REDIRECTS} times`);
  }

  /** An address that may be asked: names are looked at when they are looked up. */
  #checked(address: string, base?: URL): URL {
    const url = URL.canParse(address, base) ? new URL(address, base) : null;
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
      throw new VerbatimError(
        "BAD_INPUT",
        `${address} can't be fetched: give an http or https address without a password.`,
      );
    }
    const host = url.hostname.replace(/^\[|\]$/g, "");
    if (isIP(host) !== 0 && !mayConnect(host, this.#options)) throw notPublic(url.host);
    return url;
  }
}

function headersFor(since: Validators | undefined): Record<string, string> {
  return {
    "user-agent": USER_AGENT,
    accept:
      "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5",
    ...(since?.etag && { "if-none-match": since.etag }),
    ...(since?.lastModified && { "if-modified-since": since.lastModified }),
  };
}

/** Bytes are counted as they are unpacked, so that a small answer can't become a large one. */
async function read(
  response: Response,
  url: URL,
  { maxBytes, cuts, url: asked }: FetchRequest,
): Promise<FetchedBytes | null> {
  if (response.status === 304) return null;
  if (!response.ok) {
    await response.body?.cancel();
    throw new HttpFailure(asked, response.status);
  }
  return {
    url: url.href,
    contentType: response.headers.get("content-type") ?? "",
    etag: response.headers.get("etag"),
    lastModified: response.headers.get("last-modified"),
    bytes: await (cuts
      ? firstBytes(response.body ?? [], maxBytes)
      : collectBytes(response.body ?? [], maxBytes, asked, tooLong)),
  };
}

const tooLong = (url: string, maxBytes: number): VerbatimError =>
  new VerbatimError(
    "ARTICLE_TOO_LONG",
    `${url} is longer than ${maxBytes.toLocaleString("en")} bytes. Raise the limit, or leave it out.`,
  );

/** An answer that is none. */
export class HttpFailure extends VerbatimError {
  readonly status: number;

  constructor(url: string, status: number) {
    super(
      "ARTICLE_UNREADABLE",
      `${url} can't be fetched: the site answers ${status}. Check the address, or save the page as a file.`,
    );
    this.status = status;
  }
}

function asSentence(error: unknown, url: string): VerbatimError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof VerbatimError) return cause;
    if (cause.name === "TimeoutError") return failed(url, `does not answer within ${TIMEOUT_MS / 1_000} seconds`);
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return failed(url, `can't be reached (${reasonOf(cause)})`, error);
}

const failed = (url: string, what: string, cause?: unknown): VerbatimError =>
  new VerbatimError("ARTICLE_UNREADABLE", `${url} ${what}. Check the address, or try again later.`, {}, cause);
