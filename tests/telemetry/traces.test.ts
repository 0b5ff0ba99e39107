import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { startServer } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { HARBOUR_ARTICLES } from "../mcp/harbour-articles.ts";
import { openRealIndex } from "../real-index.ts";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const CALLER = "00f067aa0ba902b7";

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: unknown }[];
}

interface Batch {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
}

/** A collector of traces, and what it has got. */
async function startCollector() {
  const batches: Batch[] = [];
  const http = createServer(async (request, response) => {
    batches.push((await json(request)) as Batch);
    response.setHeader("Content-Type", "application/json").end("{}");
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void http.close());
  await once(http, "listening");
  const spans = () =>
    batches.flatMap((batch) => batch.resourceSpans.flatMap((of) => of.scopeSpans.flatMap((one) => one.spans)));
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, batches, spans };
}

it("goes to the collector with each stage, within the trace of whoever asks, and says nothing of the question", async () => {
  const collector = await startCollector();
  const index = await openRealIndex(HARBOUR_ARTICLES);
  onTestFinished(() => index.close());
  const settings = { VERBATIM_PORT: "0", VERBATIM_TAGGER: "off", OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` };
  const config = readConfig({ VERBATIM_DATA_DIR: index.directory, ...settings });
  const server = await startServer(config, pino({ level: "silent" }));
  const question = encodeURIComponent('{ search(query: "when does the bridge open") { totalCount } }');
  const headers = { traceparent: `00-${TRACE}-${CALLER}-01`, "Apollo-Require-Preflight": "true" };
  expect((await fetch(`${server.url}/graphql?query=${question}`, { headers })).status).toBe(200);
  await fetch(`${server.url}/healthz`);
  await server.close();

  const spans = collector.spans();
  const [request, ...more] = spans.filter(({ parentSpanId }) => parentSpanId === CALLER);
  expect(more).toEqual([]);
  expect(request).toMatchObject({ name: "GET /graphql", traceId: TRACE });
  expect(Object.fromEntries(request?.attributes.map(({ key, value }) => [key, value]) ?? [])).toMatchObject({
    "http.response.status_code": { intValue: 200 },
    "verbatim.operation": { stringValue: "search" },
  });
  const stages = spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
  expect(stages.map(({ name }) => name)).toEqual(expect.arrayContaining(["model", "rank"]));
  expect(spans).toHaveLength(stages.length + 1);
  const isWithin = (stage: Span) =>
    BigInt(stage.startTimeUnixNano) >= BigInt(request?.startTimeUnixNano ?? 0) &&
    BigInt(stage.endTimeUnixNano) <= BigInt(request?.endTimeUnixNano ?? 0);
  expect(stages.filter((stage) => !isWithin(stage))).toEqual([]);
  expect(JSON.stringify(collector.batches)).not.toContain("bridge");
});
