import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { percentile } from "../bench/percentile.ts";
import type { Question, QuestionKind } from "./question-mix.ts";

/** Addresses of this machine from which is asked, so that the server sees as many clients. */
const CLIENTS = 8;
/** Connections of each client: more than are ever at work and waiting. */
const CONNECTIONS_EACH = 64;

/** What became of the questions of one while, which were asked at a steady pace whether or not answers came. */
export interface LoadFigures {
  readonly perSecond: number;
  readonly seconds: number;
  readonly asked: number;
  readonly answered: number;
  readonly shed: number;
  /** Anything else: another status, errors in the answer, a broken connection. */
  readonly failed: number;
  /** Milliseconds from when a question was due to the end of its answer. */
  readonly answeredMs: Percentiles;
  readonly shedMs: Percentiles;
  readonly p99ByKindMs: Readonly<Record<string, number>>;
  readonly firstFailure: string | null;
}

interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

export interface Steadiness {
  readonly perSecond: number;
  readonly seconds: number;
}

interface Outcome {
  readonly kind: QuestionKind;
  readonly result: "answered" | "shed" | "failed";
  readonly ms: number;
}

/** Asks at a steady rate, each question when it is due (an open loop: slow answers do not slow the asking down). */
export class SteadyAsker {
  readonly #pools: readonly Pool[];
  readonly #path: string;
  readonly #next: () => Question;

  constructor(url: string, next: () => Question) {
    const { origin, pathname } = new URL(url);
    this.#path = pathname;
    this.#next = next;
    this.#pools = Array.from(
      { length: CLIENTS },
      (_, i) => new Pool(origin, { connections: CONNECTIONS_EACH, connect: { localAddress: `127.0.0.${i + 2}` } }),
    );
  }

  async ask({ perSecond, seconds }: Steadiness): Promise<LoadFigures> {
    const outcomes: Outcome[] = [];
    const failures: string[] = [];
    const underWay: Promise<void>[] = [];
    const startedAt = performance.now();
    const total = Math.round(perSecond * seconds);
    for (let i = 0; i < total; ) {
      const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1_000) * perSecond) + 1);
      for (; i < due; i++) {
        const dueAt = startedAt + (i / perSecond) * 1_000;
        underWay.push(this.#askOne(i, dueAt, outcomes, failures));
      }
      await sleep(1);
    }
    await Promise.all(underWay);
    return figuresOf({ perSecond, seconds }, total, outcomes, failures);
  }

  async #askOne(number: number, dueAt: number, outcomes: Outcome[], failures: string[]): Promise<void> {
    const { kind, body } = this.#next();
    const result = await this.#resultOf(number, body).catch((error: unknown) => String(error));
    const ms = performance.now() - dueAt;
    if (result === "answered" || result === "shed") outcomes.push({ kind, result, ms });
    else {
      outcomes.push({ kind, result: "failed", ms });
      failures.push(`${kind}: ${result}`);
    }
  }

  async #resultOf(number: number, body: string): Promise<string> {
    const pool = this.#pools[number % CLIENTS] as Pool;
    const headers = { "content-type": "application/json" };
    const response = await pool.request({ path: this.#path, method: "POST", headers, body });
    const text = await response.body.text();
    if (response.statusCode === 503) return "shed";
    if (response.statusCode !== 200) return `status ${response.statusCode}`;
    return text.startsWith('{"errors"') ? text.slice(0, 300) : "answered";
  }

  async close(): Promise<void> {
    await Promise.all(this.#pools.map((pool) => pool.destroy()));
  }
}

function figuresOf(
  { perSecond, seconds }: Steadiness,
  asked: number,
  outcomes: readonly Outcome[],
  failures: readonly string[],
): LoadFigures {
  const timesOf = (result: Outcome["result"]) => outcomes.filter((one) => one.result === result).map(({ ms }) => ms);
  const [answered, shed] = [timesOf("answered"), timesOf("shed")];
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort();
  const p99Of = (kind: QuestionKind) =>
    percentile(
      outcomes.filter((one) => one.kind === kind && one.result === "answered").map(({ ms }) => ms),
      0.99,
    );
  return {
    ...{ perSecond, seconds, asked, answered: answered.length, shed: shed.length },
    failed: outcomes.length - answered.length - shed.length,
    ...{ answeredMs: percentiles(answered), shedMs: percentiles(shed) },
    p99ByKindMs: Object.fromEntries(kinds.map((kind) => [kind, p99Of(kind)])),
    firstFailure: failures[0] ?? null,
  };
}

const percentiles = (values: readonly number[]): Percentiles => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  p99: percentile(values, 0.99),
  most: values.reduce((most, value) => Math.max(most, value), 0),
});
