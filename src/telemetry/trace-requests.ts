import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import type { RequestHandler } from "express";
import { isCheap } from "../http/admission/is-cheap.ts";
import { scopeOf } from "../http/request-scope.ts";
import { pathOf } from "./path-of.ts";

const propagator = new W3CTraceContextPropagator();

/**
 * Makes a span of each request that takes work, within the trace that its `traceparent` names, and one of each call of a stage. As in the log, nothing
 * of what was asked and answered is told.
 */
export function traceRequests(tracer: Tracer): RequestHandler {
  return (request, response, next) => {
    if (isCheap(request.method, request.originalUrl)) return next();
    const scope = scopeOf(request);
    const { method } = request;
    const path = pathOf(request);
    const attributes = { "http.request.method": method, "url.path": path, "verbatim.request.id": scope.id };
    const around = contextOf(request.headers);
    const span = tracer.startSpan(`${method} ${path}`, { kind: SpanKind.SERVER, attributes }, around);
    const within = trace.setSpan(around, span);
    scope.onStage = (stage, startTime, endTime) => tracer.startSpan(stage, { startTime }, within).end(endTime);
    response.once("close", () => {
      const { statusCode } = response;
      span.setAttribute("http.response.status_code", statusCode);
      if (scope.operation !== null) span.setAttribute("verbatim.operation", scope.operation);
      if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    next();
  };
}

/** The trace of whoever asks. */
const contextOf = (headers: Readonly<Record<string, string | readonly string[] | undefined>>): Context =>
  propagator.extract(ROOT_CONTEXT, headers, {
    keys: (carrier) => Object.keys(carrier),
    get: (carrier, key) => [carrier[key] ?? []].flat(),
  });
