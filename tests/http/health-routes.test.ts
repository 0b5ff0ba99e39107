import express from "express";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { healthRoutes } from "../../src/http/health-routes.ts";
import { listen } from "../../src/http/listen.ts";
import { ServiceError } from "../../src/model/service-fault.ts";

const FOLDER = "/srv/quiet-corner";

/** What `/readyz` answers, and what is in the log, where readiness is asked for so. */
async function readiness(ready: () => Promise<Readonly<Record<string, unknown>>>) {
  const logged: string[] = [];
  const logger = pino({}, { write: (line) => logged.push(JSON.parse(line).msg) });
  const server = await listen(express().use(healthRoutes(ready, logger)), { host: "127.0.0.1", port: 0 });
  onTestFinished(() => server.close());
  const response = await fetch(new URL("/readyz", server.url));
  return { status: response.status, told: await response.json(), logged };
}

describe("readiness", () => {
  it("is told with what there is to tell", async () => {
    expect(await readiness(async () => ({ articles: 11 }))).toEqual({
      status: 200,
      told: { status: "ready", articles: 11 },
      logged: [],
    });
  });

  it.each([
    new ServiceError({ fault: "MODEL_AWAY", reason: `no file at ${FOLDER}/model.onnx` }),
    new ServiceError({ fault: "INDEX_UNREADABLE", index: FOLDER }),
    new Error(`can't open ${FOLDER}/verbatim.sqlite`),
  ])("that is not there tells everybody nothing of the machine, and the log all: $message", async (error) => {
    const { status, told, logged } = await readiness(() => Promise.reject(error));
    expect(status).toBe(503);
    expect(told).toMatchObject({ status: "not ready", reason: expect.stringMatching(/^\S.{15,}\.$/) });
    expect(JSON.stringify(told)).not.toMatch(/quiet-corner|VERBATIM_/);
    expect(logged).toEqual([`Not ready: ${error.message}`]);
  });
});
