import express, { type Request, type RequestHandler, type Response, type Router } from "express";
import { rateLimit } from "express-rate-limit";
import { type AccessKeys, SESSION_COOKIE, sessionOf } from "../access/access-keys.ts";
import { clientOf } from "./admission/client-of.ts";
import { signInPage } from "./sign-in-page.ts";

/** A month: who leaves should be given another token, not wait for this. */
const SESSION_AGE_MS = 30 * 24 * 3_600_000;
const MAX_FORM_BYTES = 4_096;

/** From one client: as many as somebody mistypes, and too few to guess by. A token has sixteen characters or more. */
const WRONG_TOKENS_A_MINUTE = 10;
const MINUTE_MS = 60_000;

const TOO_MANY = "Too many wrong tokens came from your address: try again in a minute.";
const WRONG_TOKEN = "That is not a token of this server. Look at its VERBATIM_TOKEN, or ask who runs it.";

/** `/sign-in` takes a token by a form and keeps a cookie that no script can read and no other site sends; `/sign-out` forgets it. */
export function signInRoutes(keys: AccessKeys): Router {
  const router = express.Router();
  router.get("/sign-in", (request, response) => sendForm(response, { to: placeIn(request.query.to), sentence: null }));
  const readForm = express.urlencoded({ extended: false, limit: MAX_FORM_BYTES });
  router.post("/sign-in", slowGuessing(), readForm, (request, response) => {
    const { token, to } = Object(request.body) as Readonly<Record<string, unknown>>;
    const given = typeof token === "string" ? token.trim() : "";
    if (keys.holderOfToken(given) === null) {
      return sendForm(response.status(401), { to: placeIn(to), sentence: WRONG_TOKEN });
    }
    response.cookie(SESSION_COOKIE, sessionOf(given), cookieOptions(request)).redirect(303, placeIn(to));
  });
  router.post("/sign-out", (request, response) => {
    const { maxAge: _, ...options } = cookieOptions(request);
    response.clearCookie(SESSION_COOKIE, options).redirect(303, "/");
  });
  return router;
}

/** After too many wrong tokens nobody of that client is let in for the rest of the minute, with a right one neither: else guessing would go on. */
const slowGuessing = (): RequestHandler =>
  rateLimit({
    ...{ windowMs: MINUTE_MS, limit: WRONG_TOKENS_A_MINUTE, skipSuccessfulRequests: true },
    keyGenerator: clientOf,
    ...{ standardHeaders: false, legacyHeaders: false },
    handler: (_request, response) => {
      response.status(429).set("Retry-After", String(MINUTE_MS / 1_000));
      sendForm(response, { to: "/", sentence: TOO_MANY });
    },
  });

/** Sends the form in the place of what only those with a token may see. */
export function sendForm(response: Response, form: { readonly to: string; readonly sentence: string | null }): void {
  response
    .set({ "Cache-Control": "no-store", ...SECURE_HEADERS })
    .type("html")
    .send(signInPage(form));
}

const SECURE_HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  // With "no-referrer" a browser sends the form without its origin, as another site would.
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

const cookieOptions = (request: Request) => ({
  httpOnly: true,
  sameSite: "strict" as const,
  // Behind a proxy that speaks https for us, its header tells.
  secure: request.secure || request.get("X-Forwarded-Proto") === "https",
  path: "/",
  maxAge: SESSION_AGE_MS,
});

/** A place on this server: two slashes, or a backslash, would lead to another. */
const placeIn = (to: unknown): string => (typeof to === "string" && /^\/(?![/\\])[^\\\s]*$/.test(to) ? to : "/");
