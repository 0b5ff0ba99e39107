import { isIP } from "node:net";
import type { Request, RequestHandler } from "express";
import { ownOriginOf } from "./own-origin.ts";
import { refuse } from "./refuse.ts";

export interface KnownCallers {
  /** Names, besides those of this machine and addresses as numbers, under which the server may be called. */
  readonly hosts: readonly string[];
  /** Origins, besides our own pages, whose pages may call it, such as `https://app.example`; `*` for all. */
  readonly origins: readonly string[];
}

const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Refuses requests under another host's name, and from another site's page. A page can have its own name lead to this
 * machine (DNS rebinding), and would then read the index as if it were its own; an address as numbers it cannot.
 * (https://modelcontextprotocol.io/specification, "Security Warning" of the transport)
 */
export function refuseStrangers({ hosts, origins }: KnownCallers): RequestHandler {
  const names = new Set([...LOCAL_HOSTS, ...hosts.map((host) => host.toLowerCase())]);
  const allowsAll = origins.includes("*");
  const listed = new Set(origins);
  const isKnownOrigin = (origin: string, request: Request) =>
    allowsAll || listed.has(origin) || origin === ownOriginOf(request) || names.has(hostnameOf(origin) ?? "");
  return (request, response, next) => {
    const { host, origin } = request.headers;
    if (!isKnownHost(host, names)) return refuse(request, response, STRANGE_HOST);
    if (origin !== undefined && !isKnownOrigin(origin, request)) return refuse(request, response, STRANGE_ORIGIN);
    next();
  };
}

const STRANGE_HOST = {
  status: 403,
  code: "FORBIDDEN",
  sentence:
    "The server does not go by this name. Call it by its address or as localhost, or set VERBATIM_PUBLIC_URL to the address under which readers reach it.",
};

const STRANGE_ORIGIN = {
  status: 403,
  code: "FORBIDDEN",
  sentence: "Pages of this site may not ask here. VERBATIM_CORS_ORIGINS lists those that may.",
};

function isKnownHost(host: string | undefined, names: ReadonlySet<string>): boolean {
  const hostname = hostnameOf(`http://${host ?? ""}`);
  if (hostname === null) return false;
  return names.has(hostname) || isIP(hostname.replace(/^\[|\]$/g, "")) !== 0;
}

const hostnameOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).hostname : null);
