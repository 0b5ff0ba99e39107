import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { VerbatimError } from "../errors.ts";
import { isLoopback, isPublicAddress } from "./public-address.ts";

export interface GuardOptions {
  /** Only tests set it: lets 127.0.0.1 through. */
  readonly allowLoopback?: boolean;
  /** How names become addresses; the system's way without it. */
  readonly resolve?: LookupFunction;
}

const CONNECT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 30_000;

/** Whether an address may be connected to. */
export const mayConnect = (address: string, { allowLoopback = false }: GuardOptions): boolean =>
  isPublicAddress(address) || (allowLoopback && isLoopback(address));

/**
 * Connects to public addresses alone. Each name is looked up once, all that it leads to is checked, and the connection is made to what was
 * checked; the address at its other end is checked again, so that no name that changes its mind gets through.
 */
export function guardedAgent(options: GuardOptions): Agent {
  const connect = buildConnector({ lookup: guardedLookup(options), timeout: CONNECT_TIMEOUT_MS });
  return new Agent({
    connect: (target, done) =>
      connect(target, (...[error, socket]) => {
        if (error) return done(error, null);
        const address = socket.remoteAddress ?? "";
        if (mayConnect(address, options)) return done(null, socket);
        socket.destroy();
        done(notPublic(target.hostname), null);
      }),
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout: ANSWER_TIMEOUT_MS,
  });
}

function guardedLookup(options: GuardOptions): LookupFunction {
  const resolve = options.resolve ?? (lookup as LookupFunction);
  return (hostname, lookupOptions, done) => {
    resolve(hostname, { ...lookupOptions, all: true }, (error, found) => {
      const addresses = typeof found === "string" ? [{ address: found, family: 4 }] : found;
      if (error) return done(error, []);
      if (addresses.length === 0 || !addresses.every(({ address }) => mayConnect(address, options))) {
        return done(notPublic(hostname), []);
      }
      const [first] = addresses;
      if (lookupOptions.all) done(null, addresses);
      else done(null, first?.address ?? "", first?.family);
    });
  };
}

export const notPublic = (host: string): VerbatimError =>
  new VerbatimError(
    "BAD_INPUT",
    `${host} is no address on the public internet: only such ones are fetched. Save what is there as a file.`,
  );
