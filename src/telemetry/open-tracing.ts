import type { Tracer } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";

/** For one batch, with all its tries: a stop has ten seconds, and a collector that does not answer must not take them. */
const SEND_WITHIN_MS = 2_000;

export interface Tracing {
  readonly tracer: Tracer;
  /** Sends what has not been sent yet. */
  close(): Promise<void>;
}

/**
 * Traces by OTLP over HTTP, in batches beside the work: a collector that does not answer holds nothing up.
 * @param collectorUrl Of the collector, such as http://127.0.0.1:4318; headers and the rest as OTEL_EXPORTER_OTLP_HEADERS and its kin tell.
 */
export function openTracing(collectorUrl: string, version: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${collectorUrl}/v1/traces`, timeoutMillis: SEND_WITHIN_MS });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": "verbatim", "service.version": version }),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: SEND_WITHIN_MS })],
  });
  return { tracer: provider.getTracer("verbatim", version), close: () => provider.shutdown() };
}
