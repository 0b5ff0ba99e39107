import { setTimeout as sleep } from "node:timers/promises";
import express, { type Router } from "express";
import { reasonOf } from "../errors.ts";

/** Who asks for readiness wants a word soon, and a "no" is one. */
const READY_WITHIN_MS = 2_000;

/**
 * `/healthz`: the process answers. `/readyz`: what answers questions does too, else 503 with the reason.
 * @param ready Resolves with what to tell of it, rejects when it does not answer.
 */
export function healthRoutes(ready: () => Promise<Readonly<Record<string, unknown>>>): Router {
  const router = express.Router();
  router.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
  router.get("/readyz", async (_request, response) => {
    try {
      response.json({ status: "ready", ...(await Promise.race([ready(), noAnswer()])) });
    } catch (error) {
      const reason = reasonOf(error);
      response.status(503).json({ status: "not ready", reason });
    }
  });
  return router;
}

async function noAnswer(): Promise<never> {
  await sleep(READY_WITHIN_MS, undefined, { ref: false });
  throw new Error(`no answer within ${READY_WITHIN_MS} ms`);
}
