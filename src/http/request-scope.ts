import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Request, RequestHandler, Response } from "express";
import { VerbatimError } from "../errors.ts";
import { refuse } from "./refuse.ts";

/** What is known of a request while it is under way. */
export interface RequestScope {
  /** In the log and in the answer's `X-Request-Id`. */
  readonly id: string;
  /** Aborted when whoever asked goes away, or the time is up; the reason is a VerbatimError. */
  readonly signal: AbortSignal;
  /** Milliseconds that each stage of the work took so far, such as `rank`; stages that run at once count twice. */
  readonly stagesMs: Map<string, number>;
  /** What is asked for, as names of GraphQL's fields or of a tool; null where that is not known. */
  operation: string | null;
  /** Hears of each call of a stage when it is over, with its beginning and end as moments of `performance.now`; null where nobody traces. */
  onStage: ((stage: string, startedAt: number, endedAt: number) => void) | null;
}

/** How long an answer that was ended has to say so. */
const LAST_WORDS_MS = 500;

const SCOPES = new WeakMap<IncomingMessage, RequestScope>();

/** Ids that proxies and clients give; anything else is not put into a log. */
const GIVEN_ID = /^[\w.-]{1,64}$/;

/** Gives each request an id, and a signal that ends its work when nobody waits for it any more or `timeoutMs` are over. */
export function openScope(timeoutMs: number): RequestHandler {
  return (request, response, next) => {
    const given = request.get("X-Request-Id") ?? "";
    const id = GIVEN_ID.test(given) ? given : randomUUID();
    response.set("X-Request-Id", id);
    const signal = signalOf(response, timeoutMs);
    signal.addEventListener("abort", () => endUnanswered(request, response), { once: true });
    SCOPES.set(request, { id, signal, stagesMs: new Map(), operation: null, onStage: null });
    next();
  };
}

/** Of a request that has come by `openScope`. */
export function scopeOf(request: IncomingMessage): RequestScope {
  const scope = SCOPES.get(request);
  if (scope === undefined) throw new Error("This request has no scope: `openScope` goes before whatever answers.");
  return scope;
}

function signalOf(response: ServerResponse, timeoutMs: number): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(timedOut(timeoutMs)), timeoutMs);
  response.once("close", () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort(goneAway());
  });
  return controller.signal;
}

/** What the work says of its end goes out first; where it says nothing, as when it waits for a body, this does. */
function endUnanswered(request: Request, response: Response): void {
  if (response.closed) return;
  const timer = setTimeout(() => {
    if (response.headersSent) return void response.destroy();
    refuse(request, response, { status: 504, code: "TIMED_OUT", sentence: "The answer took too long." });
  }, LAST_WORDS_MS);
  response.once("close", () => clearTimeout(timer));
}

const timedOut = (timeoutMs: number): VerbatimError =>
  new VerbatimError(
    "TIMED_OUT",
    `The answer took longer than ${timeoutMs / 1_000} seconds, and the work on it was ended. Ask for less at a time.`,
  );

/** Why work ends for which nobody waits any more. */
export const goneAway = (): VerbatimError => new VerbatimError("TIMED_OUT", "Whoever asked has gone away.");
