import { asksWith } from "../asks-with.ts";

/** Addresses that answer from what lies ready: files, and whether the server is well. */
const CHEAP_PATHS = /^\/(?:healthz|readyz|metrics|tools\.json|assets\/|graphql\/assets\/|favicon)/;

/** Parameters by which a GET asks for more than a page: GraphQL's query, and the format of an export. */
const ASKING_PARAMETERS = ["query", "extensions", "format"];

/** Whether a request costs next to nothing: a page, a file, a word about the server's health. */
export function isCheap(method: string, url: string): boolean {
  if (method === "OPTIONS") return true;
  if (method !== "GET" && method !== "HEAD") return false;
  return CHEAP_PATHS.test(url) || !(asksWith(url, ASKING_PARAMETERS) || url.startsWith("/mcp"));
}
