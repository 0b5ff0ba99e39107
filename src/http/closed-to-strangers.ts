import type { RequestHandler } from "express";
import type { AccessKeys } from "../access/access-keys.ts";
import { sendForm } from "./sign-in-routes.ts";

/** Only these answer to everybody: the process lives, and somebody may sign in. */
const OPEN_PATHS = new Set(["/healthz", "/sign-in"]);

const NO_TOKEN = "This server answers those with a token only: send the header `Authorization: Bearer TOKEN`.";

/** Where reading takes a token, lets nobody on without one: a browser that asks for a page gets the form, all others a sentence. */
export function closedToStrangers(keys: AccessKeys): RequestHandler {
  return (request, response, next) => {
    if (!keys.isReadingClosed || OPEN_PATHS.has(request.path) || request.method === "OPTIONS") return next();
    response.vary("Authorization, Cookie");
    if (keys.holderOf(request.headers) !== null) {
      response.set("Cache-Control", "private");
      return next();
    }
    response.status(401).set("WWW-Authenticate", "Bearer");
    const wantsPage = request.method === "GET" && request.accepts(["json", "html"]) === "html";
    if (wantsPage) return sendForm(response, { to: request.originalUrl, sentence: null });
    response
      .set("Cache-Control", "no-store")
      .json({ errors: [{ message: NO_TOKEN, extensions: { code: "UNAUTHENTICATED" } }] });
  };
}
