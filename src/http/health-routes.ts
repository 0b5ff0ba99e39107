import { setTimeout as sleep } from "node:timers/promises";
import express, { type Router } from "express";
import type { Logger } from "pino";
import { reasonOf } from "../errors.ts";
import { reasonForAskers } from "../model/service-fault.ts";

/** Who asks for readiness wants a word soon, and a "no" is one. */
const READY_WITHIN_MS = 2_000;

/**
 * `/healthz`: the process answers. `/readyz`: what answers questions does too, else 503 with the reason, as far as it is for everybody; the log has the rest.
 * @param ready Resolves with what to tell of it, rejects when it does not answer.
 */
export function healthRoutes(
  ready: () => Promise<Readonly<Record<string, unknown>>>,
  logger: Pick<Logger, "error">,
): Router {
  const router = express.Router();
  router.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
  router.get("/readyz", async (_request, response) => {
    try {
      const told = await Promise.race([ready(), nothingInTime()]);
      if (told === null) response.status(503).json(notReady(`No answer within ${READY_WITHIN_MS} ms.`));
      else response.json({ status: "ready", ...told });
    } catch (error) {
      logger.error({ err: error }, `Not ready: ${reasonOf(error)}`);
      response.status(503).json(notReady(reasonForAskers(error)));
    }
  });
  return router;
}

const nothingInTime = (): Promise<null> => sleep(READY_WITHIN_MS, null, { ref: false });

const notReady = (reason: string) => ({ status: "not ready", reason });
