import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What is asked for each time the metrics are read. */
export interface Gauged {
  readonly atWork: number;
  readonly waiting: number;
  readonly articles: number;
  readonly chunks: number;
  readonly quotes: number;
  /** Undone ones among them. */
  readonly corrections: number;
  readonly modelRestarts: number;
  readonly queryCacheHits: number;
  readonly queryCacheMisses: number;
}

/** Seconds: a search takes some milliseconds, a draft some seconds. */
const BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const STAGE_BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

const GAUGES: Readonly<Record<keyof Gauged, readonly [string, string]>> = {
  atWork: ["verbatim_requests_at_work", "Requests that are worked on"],
  waiting: ["verbatim_requests_waiting", "Requests that wait for a place at work"],
  articles: ["verbatim_index_articles", "Articles in the index"],
  chunks: ["verbatim_index_chunks", "Passages in the index"],
  quotes: ["verbatim_index_quotes", "Quotes in the index"],
  corrections: ["verbatim_corrections", "Corrections that people made, undone ones among them"],
  modelRestarts: ["verbatim_model_restarts", "Times that the models' process was started again"],
  queryCacheHits: ["verbatim_query_cache_hits", "Queries whose vector was known already"],
  queryCacheMisses: ["verbatim_query_cache_misses", "Queries that the model was asked about"],
};

/** What the server tells Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: "verbatim_request_seconds",
    help: "From a request's arrival to the end of its answer",
    labelNames: ["surface", "status"],
    buckets: BUCKETS_S,
    registers: [this.#registry],
  });
  readonly #stages = new Histogram({
    name: "verbatim_stage_seconds",
    help: "Of each request the time of each stage of the work",
    labelNames: ["stage"],
    buckets: STAGE_BUCKETS_S,
    registers: [this.#registry],
  });
  readonly #shed = new Counter({
    name: "verbatim_shed_total",
    help: "Requests refused for want of room",
    registers: [this.#registry],
  });

  /** @param read Gives the state of things whenever they are asked for. */
  constructor(read: () => Promise<Gauged>) {
    collectDefaultMetrics({ register: this.#registry });
    const gauges = Object.entries(GAUGES).map(
      ([key, [name, help]]) => [key as keyof Gauged, new Gauge({ name, help, registers: [] })] as const,
    );
    for (const [, gauge] of gauges) this.#registry.registerMetric(gauge);
    this.#refresh = async () => {
      const values = await read();
      for (const [key, gauge] of gauges) gauge.set(values[key]);
    };
  }

  readonly #refresh: () => Promise<void>;

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All figures as text. */
  async text(): Promise<string> {
    await this.#refresh();
    return this.#registry.metrics();
  }

  shed(): void {
    this.#shed.inc();
  }

  /** @param stagesMs Milliseconds by stage. */
  answered(surface: string, status: number, elapsedMs: number, stagesMs: ReadonlyMap<string, number>): void {
    this.#requests.observe({ surface, status }, elapsedMs / 1_000);
    for (const [stage, ms] of stagesMs) this.#stages.observe({ stage }, ms / 1_000);
  }
}
