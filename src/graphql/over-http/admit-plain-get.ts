import type { Request, RequestHandler, Response } from "express";
import { ownOriginOf } from "../../http/own-origin.ts";

/** A header that no page can send elsewhere without asking first: what Apollo takes for proof that nothing is forged. */
const PROOF = "apollo-require-preflight";

/**
 * Lets a bare `GET /graphql?query=...` pass Apollo's guard against forged requests, unless a browser tells that another
 * site's page sends it (https://www.w3.org/TR/fetch-metadata/, the way of Go's `http.CrossOriginProtection`). What comes
 * from such a page goes on as it is, and Apollo refuses it; origins that CORS allows are no strangers.
 */
export const admitPlainGet: RequestHandler = (request, response, next) => {
  if (request.method === "GET" && !isFromStranger(request, response)) request.headers[PROOF] = "1";
  next();
};

function isFromStranger(request: Request, response: Response): boolean {
  if (response.hasHeader("Access-Control-Allow-Origin")) return false;
  const site = request.get("Sec-Fetch-Site");
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const origin = request.get("Origin");
  return origin !== undefined && origin !== ownOriginOf(request);
}
