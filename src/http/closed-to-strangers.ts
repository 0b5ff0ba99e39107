import type { RequestHandler } from "express";
import type { AccessKeys } from "../access/access-keys.ts";
import { refuse } from "./refuse.ts";
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
    const wantsPage = request.method === "GET" && request.accepts(["json", "html"]) === "html";
    response.set("WWW-Authenticate", "Bearer");
    if (wantsPage) return sendForm(response.status(401), { to: request.originalUrl, sentence: null });
    refuse(request, response, { status: 401, code: "UNAUTHENTICATED", sentence: NO_TOKEN });
  };
}
