import { rmSync } from "node:fs";
import { join } from "node:path";
import { askDraft, askVerification } from "./ask-graphql.ts";
import { withServer } from "./asked-server.ts";
import type { BenchMaterial } from "./bench-material.ts";
import { fillIndex } from "./fill-index.ts";
import { median, percentile } from "./percentile.ts";

const QUOTES = 100_000;
/** Of each kind. */
const CLAIMS = 100;
/** Every so many quotes one is claimed. */
const STRIDE = 701;
const CHANGED_EVERY = 6;
/** What `verifyQuote` takes at most, but for a word. */
const LONGEST = 1_990;

/** Whole drafts, and what each quotes: as it was said, with a word changed, and never said, by turns. */
const DRAFTS = 20;
const QUOTES_OF_DRAFT = 40;

/** Milliseconds, of claims of one kind. */
export interface VerificationFigures {
  readonly claims: string;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** How many claims had each verdict. */
  readonly verdicts: Readonly<Record<string, number>>;
}

/** An index of 100,000 invented quotes, and claims of four kinds, asked over HTTP one after the other. */
export async function measureVerification(
  material: BenchMaterial,
  folder: string,
  say: (line: string) => void,
): Promise<readonly VerificationFigures[]> {
  const directory = join(folder, "verification");
  say(`Verification: making an index of ${QUOTES} quotes`);
  const { chunks } = await fillIndex(directory, QUOTES, material, ["QUOTE"]);
  const quotes = Array.from({ length: CLAIMS }, (_, i) => chunks[(i * STRIDE) % chunks.length]?.text ?? "");
  say(`Verification: asking for ${4 * CLAIMS} claims`);
  const figures = await withServer(directory, async ({ url }) => {
    await askVerification(url, quotes[0] ?? "");
    const found: VerificationFigures[] = [];
    for (const [claims, texts] of Object.entries(claimsFrom(quotes))) found.push(await askEach(url, claims, texts));
    say(`Verification: asking for ${DRAFTS} drafts of ${QUOTES_OF_DRAFT} quotes`);
    found.push(await askDrafts(url, quotes));
    return found;
  });
  rmSync(directory, { recursive: true });
  return figures;
}

function claimsFrom(quotes: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const words = quotes.map((quote) => quote.split(" "));
  const mixed = words.map((own, i) => mix(own, words[(i + CLAIMS / 2) % words.length] ?? []));
  return {
    "as it was said": quotes,
    "one word in six changed": words.map((own) =>
      own.map((word, i) => (i % CHANGED_EVERY === 0 ? "purple" : word)).join(" "),
    ),
    "never said": mixed,
    "never said, 2,000 characters": mixed.map((_, i) => [...mixed.slice(i), ...mixed].join(" ").slice(0, LONGEST)),
  };
}

async function askDrafts(url: string, quotes: readonly string[]): Promise<VerificationFigures> {
  const kinds = Object.values(claimsFrom(quotes)).slice(0, 3);
  const times: number[] = [];
  const verdicts: Record<string, number> = {};
  await askDraft(url, draftOf(kinds, 0));
  for (let i = 0; i < DRAFTS; i++) {
    const text = draftOf(kinds, i);
    const startedAt = performance.now();
    const found = await askDraft(url, text);
    times.push(performance.now() - startedAt);
    for (const verdict of found) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  }
  return {
    claims: `drafts of ${QUOTES_OF_DRAFT} quotes`,
    p50Ms: median(times),
    p95Ms: percentile(times, 0.95),
    verdicts,
  };
}

function draftOf(kinds: readonly (readonly string[])[], place: number): string {
  const quotes = Array.from({ length: QUOTES_OF_DRAFT }, (_, i) => {
    const texts = kinds[i % kinds.length] ?? [];
    return `“${texts[(place * QUOTES_OF_DRAFT + i) % texts.length] ?? ""},” said Mayor Ilse Tarn.`;
  });
  return quotes.join("\n\nOutside, rain had begun to fall on the square.\n\n");
}

/** Words of two quotes by turns: all of them are somewhere, and nobody said them so. */
const mix = (a: readonly string[], b: readonly string[]): string =>
  a.flatMap((word, i) => (i % 2 === 0 ? word : (b[i] ?? []))).join(" ");

async function askEach(url: string, claims: string, texts: readonly string[]): Promise<VerificationFigures> {
  const times: number[] = [];
  const verdicts: Record<string, number> = {};
  for (const text of texts) {
    const startedAt = performance.now();
    const verdict = await askVerification(url, text);
    times.push(performance.now() - startedAt);
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  }
  return { claims, p50Ms: median(times), p95Ms: percentile(times, 0.95), verdicts };
}
