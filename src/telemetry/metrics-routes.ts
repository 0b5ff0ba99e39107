import express, { type Router } from "express";
import type { Metrics } from "./metrics.ts";

/** `/metrics`, for Prometheus. */
export function metricsRoutes(metrics: Pick<Metrics, "text" | "contentType">): Router {
  const router = express.Router();
  router.get("/metrics", async (_request, response) => {
    const text = await metrics.text();
    response.set("Cache-Control", "no-store").set("Content-Type", metrics.contentType).end(text);
  });
  return router;
}
