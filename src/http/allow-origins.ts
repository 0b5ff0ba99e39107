import cors from "cors";
import type { RequestHandler } from "express";

/** For which every page of the web counts as allowed. */
const ANY_ORIGIN = "*";

/** How long a browser need not ask again whether it may, in seconds: Chrome's limit. */
const PREFLIGHT_AGE_S = 7_200;

/**
 * Lets pages of these origins (such as `https://app.example`, or ANY_ORIGIN alone) read what is answered, by
 * https://fetch.spec.whatwg.org/#http-cors-protocol; never with cookies. Without origins nothing is said, and no
 * page but our own can read.
 */
export function allowOrigins(origins: readonly string[]): RequestHandler {
  if (origins.length === 0) return (_request, _response, next) => next();
  return cors({
    origin: origins.includes(ANY_ORIGIN) ? ANY_ORIGIN : [...origins],
    methods: ["GET", "POST"],
    maxAge: PREFLIGHT_AGE_S,
  });
}
