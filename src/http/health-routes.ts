import express, { type Router } from "express";

/**
 * `/healthz`: the process answers. `/readyz`: what answers questions does too, else 503 with the reason.
 * @param ready Resolves with what to tell of it, rejects when it does not answer.
 */
export function healthRoutes(ready: () => Promise<Readonly<Record<string, unknown>>>): Router {
  const router = express.Router();
  router.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
  router.get("/readyz", async (_request, response) => {
    try {
      response.json({ status: "ready", ...(await ready()) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      response.status(503).json({ status: "not ready", reason });
    }
  });
  return router;
}
