import type { Request, RequestHandler, Response } from "express";
import { refuse } from "../refuse.ts";
import type { Admission } from "./admission.ts";
import { clientOf } from "./client-of.ts";
import { isCheap } from "./is-cheap.ts";

/** Whoever is told to come again does so after so many seconds: by then a full queue is empty. */
const RETRY_AFTER_S = 1;

/** The longest that a body may take to arrive once its request has a place at work: else slow senders would hold them all. */
const BODY_WITHIN_MS = 5_000;

const SENTENCE = "The server has more to do than it can: try again in a second.";

export interface AdmissionEvents {
  /** A request was refused for want of room. */
  shed(): void;
}

/** Lets requests through as there is room; the rest gets 503 at once. What costs next to nothing always passes. */
export function admitRequests(admission: Admission, events: AdmissionEvents): RequestHandler {
  return (request, response, next) => {
    if (isCheap(request.method, request.originalUrl)) return next();
    const shed = () => {
      events.shed();
      response.set("Retry-After", String(RETRY_AFTER_S));
      refuse(request, response, { status: 503, code: "OVERLOADED", sentence: SENTENCE });
    };
    const begin = () => {
      if (response.closed) return;
      expectBody(request, response);
      next();
    };
    // What has arrived meanwhile is read first, so that nobody waits behind the work to hear that there is no room.
    const start = () => void setImmediate(begin);
    const ticket = admission.enter(clientOf(request), { start, giveUp: shed });
    if (ticket === null) shed();
    else response.once("close", () => ticket.leave());
  };
}

function expectBody(request: Request, response: Response): void {
  if (request.complete) return;
  const timer = setTimeout(() => {
    if (!request.complete) tellTooSlow(request, response);
  }, BODY_WITHIN_MS);
  for (const [source, event] of [
    [request, "end"],
    [response, "close"],
  ] as const)
    source.once(event, () => clearTimeout(timer));
}

function tellTooSlow(request: Request, response: Response): void {
  const seconds = BODY_WITHIN_MS / 1_000;
  if (response.headersSent) return void request.destroy();
  response.set("Connection", "close");
  const sentence = `The request's body did not arrive within ${seconds} seconds. Send it again, over a faster way.`;
  refuse(request, response, { status: 408, code: "BAD_REQUEST", sentence });
}
