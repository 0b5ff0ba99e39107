import type { Request, RequestHandler } from "express";
import type { Logger } from "pino";
import { isCheap } from "../http/admission/is-cheap.ts";
import { asksWith } from "../http/asks-with.ts";
import { scopeOf } from "../http/request-scope.ts";
import type { Metrics } from "./metrics.ts";
import { pathOf } from "./path-of.ts";

export interface TellingParts {
  readonly logger: Logger;
  readonly metrics: Pick<Metrics, "answered">;
  /** A request that takes as long, in milliseconds, is told with the time of each stage. */
  readonly slowMs: number;
}

/** Surfaces by the beginning of their addresses; an export is a page's address with `format`. */
const SURFACES = ["graphql", "mcp", "tools", "draft"] as const;

/** For what is cheap, and for what there was no room, which can be very many. */
const UNREMARKABLE = 503;

/**
 * Tells the log and the metrics of each request when it is done: its id, method, path, status and time. What was asked
 * and answered is never told: neither an address's parameters, which hold the words of a search, nor bodies, nor tokens.
 */
export function tellOfRequests({ logger, metrics, slowMs }: TellingParts): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once("close", () => {
      const ms = performance.now() - startedAt;
      const { id, operation, stagesMs } = scopeOf(request);
      const { statusCode: status } = response;
      metrics.answered(surfaceOf(request), status, ms, stagesMs);
      const told = {
        ...{ id, method: request.method, path: pathOf(request), status, ms: rounded(ms) },
        ...(operation !== null && { operation }),
        ...(!response.writableFinished && { unfinished: true }),
      };
      if (ms >= slowMs) logger.warn({ ...told, stagesMs: inMilliseconds(stagesMs) }, "A request was slow");
      else logger[levelOf(request, status)](told, "A request was answered");
    });
    next();
  };
}

const levelOf = (request: Request, status: number): "debug" | "info" =>
  isCheap(request.method, request.originalUrl) || status === UNREMARKABLE ? "debug" : "info";

function surfaceOf(request: Request): string {
  const path = pathOf(request);
  if (asksWith(request.originalUrl, ["format"])) return "export";
  return SURFACES.find((surface) => path === `/${surface}` || path.startsWith(`/${surface}/`)) ?? "page";
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

const inMilliseconds = (stages: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
  Object.fromEntries([...stages].map(([stage, ms]) => [stage, rounded(ms)]));
