import { writeFileSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { inventedLines } from "../faults/invented-lines.ts";
import { commandOn, succeed } from "../faults/killed-command.ts";
import { ArticleSightings } from "./article-sightings.ts";
import type { ServedIndex } from "./served-index.ts";

const SEED = 7;
/** One article of so many is taken out again. */
const ONE_OUT_OF = 10;

/** What was written while others read. */
export interface Written {
  readonly put: number;
  readonly removed: number;
  /** How often an article of these was looked at and seen, each time as a whole. */
  readonly looks: number;
}

/**
 * Puts invented articles into the index of a server and takes a tenth of them out again, by commands beside it, as long as `meanwhile` takes: round
 * by round, the last of which is finished. @throws Error where a reader sees half of one of them, or another than those that should be there.
 */
export async function writeDuring(
  directory: string,
  served: ServedIndex,
  articles: number,
  meanwhile: Promise<unknown>,
): Promise<Written> {
  const sightings = new ArticleSightings(served.url);
  const rounds: Round[] = [];
  let isOver = false;
  const ended = meanwhile.finally(() => {
    isOver = true;
  });
  let looks = 0;
  const looked = () => {
    const addresses = rounds.at(-1)?.addresses ?? [];
    return addresses[(looks++ * 37) % addresses.length] ?? null;
  };
  let isWritten = false;
  const watching = sightings.watch(looked, () => isWritten);
  const writing = writeRounds(directory, articles, rounds, () => isOver).finally(() => {
    isWritten = true;
  });
  await Promise.all([ended, writing, watching]);
  for (const round of rounds) await expectWhole(round, sightings);
  const removed = rounds.flatMap((round) => round.removed).length;
  return { put: rounds.flatMap(({ addresses }) => addresses).length, removed, looks: sightings.looks };
}

interface Round {
  /** Of all articles that it puts in. */
  readonly addresses: readonly string[];
  /** Of those that it takes out again. */
  readonly removed: readonly string[];
}

async function writeRounds(directory: string, articles: number, rounds: Round[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const lines = await inventedBetweenQuestions(SEED + rounds.length, articles);
    const addresses = lines.map((line) => (JSON.parse(line) as { readonly url: string }).url);
    const removed = addresses.filter((_, i) => i % ONE_OUT_OF === 0);
    rounds.push({ addresses, removed });
    // A file of its own: what has gone from a file is taken out with it.
    const file = `${directory}-${rounds.length}.jsonl`;
    writeFileSync(file, lines.join(""));
    await succeed(commandOn("index-articles", directory, [file]));
    await succeed(
      commandOn(
        "index-articles",
        directory,
        removed.flatMap((address) => ["--remove", address]),
      ),
    );
  }
}

/** One at each turn of the event loop: a thousand at once would hold up whoever asks meanwhile for a third of a second, and count as the server's. */
async function inventedBetweenQuestions(seed: number, articles: number): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const line of inventedLines(seed, articles)) {
    lines.push(line);
    await nextTurn();
  }
  return lines;
}

/** Of the whole round: what was taken out is out, and everything else in. */
async function expectWhole({ addresses, removed }: Round, sightings: ArticleSightings): Promise<void> {
  const out = new Set(removed);
  for (const address of addresses) {
    const isThere = await sightings.look(address);
    if (isThere === out.has(address)) throw new Error(`${address} is ${isThere ? "still" : "not"} there.`);
  }
}
