import type { Config } from "../../src/config.ts";
import { migrateIndex } from "../../src/indexing/migrate-index.ts";
import type { Embedder } from "../../src/inference/embedder.ts";
import { createSearch } from "../../src/search/create-search.ts";
import type { Search } from "../../src/search/search.ts";
import { openStoreForWriting } from "../../src/store/open-store.ts";
import type { QuoteStore } from "../../src/store/quote-store.ts";
import { type AskOptions, askAll, type Counted } from "./ask-questions.ts";
import type { Question, Turn } from "./beir-files.ts";
import type { MeetingsIndex } from "./meetings-index.ts";

const PREFIX = "eval-hearings";
/** Of the turns every so manieth is looked for, as it was said and with a word left out. */
const CLAIM_EVERY = 100;
const CLAIM_WORDS = 20;
/** Of the questions every so manieth is answered, which takes several searches. */
const ANSWER_EVERY = 5;
const LEFT_OUT = 7;
const NEVER_ABORTED = new AbortController().signal;

/** Copies the index into the cluster of the settings, works with both, and leaves nothing there. A run that was broken off is gone on with. */
export async function besideCluster<T>(
  config: Config,
  { store }: MeetingsIndex,
  embedder: Embedder,
  work: (inCluster: QuoteStore) => Promise<T>,
): Promise<T> {
  const place = { ...config, store: "opensearch", cluster: { ...config.cluster, prefix: PREFIX } } as const;
  const inCluster = await openStoreForWriting(place, embedder);
  try {
    await migrateIndex(store, inCluster, () => {}, NEVER_ABORTED);
    const told = await work(inCluster);
    await inCluster.reset();
    return told;
  } finally {
    await inCluster.close();
  }
}

/** What two stores answer to the same. */
export interface Compared {
  readonly name: string;
  readonly asked: number;
  readonly same: number;
}

interface Both {
  readonly index: MeetingsIndex;
  readonly inCluster: QuoteStore;
  readonly embedder: Embedder;
}

/** The questions, asked of the cluster, as `askAll` asks them of the index. */
export const askCluster = (
  { index, inCluster, embedder }: Both,
  questions: readonly Question[],
  options: AskOptions,
): Promise<readonly Counted[]> =>
  askAll(createSearch({ store: inCluster, embedder }), { ...index, store: inCluster }, questions, options);

/** @param answered The same questions, asked of one store and of the other. */
export function compareTotals(
  [here, there]: readonly [readonly Counted[], readonly Counted[]],
  name: string,
): Compared {
  const exact = here.flatMap((one, i) => {
    const other = there[i];
    return other !== undefined && one.isTotalExact && other.isTotalExact ? [[one.total, other.total]] : [];
  });
  return { name, asked: exact.length, same: exact.filter(([one, other]) => one === other).length };
}

/** Whether both verify claims the same, and answer questions by the same statements. */
export async function compareAnswers(
  { index, inCluster, embedder }: Both,
  questions: readonly Question[],
  turns: readonly Turn[],
): Promise<readonly Compared[]> {
  const searches = [index.store, inCluster].map((store) => createSearch({ store, embedder }));
  const claims = turns.filter((_, i) => i % CLAIM_EVERY === 0).flatMap(({ text }) => claimsOf(text));
  const texts = questions.filter((_, i) => i % ANSWER_EVERY === 0).map(({ text }) => text);
  return [
    await compare("claims verified", claims, searches, async (search, text) => {
      const { verdict, changes, source } = await search.verify({ text, speaker: null });
      return [verdict, changes, source?.article.id, source?.quote?.id];
    }),
    await compare("questions answered", texts, searches, async (search, question) => {
      const { statements, coverage } = await search.answer({ question, filter: {}, maxStatements: 5 });
      return [statements.map(({ quote }) => quote.id), coverage.isAnswered];
    }),
  ];
}

function claimsOf(turn: string): readonly string[] {
  const words = turn.split(/\s+/).slice(0, CLAIM_WORDS);
  return words.length < CLAIM_WORDS ? [] : [words.join(" "), words.filter((_, i) => i !== LEFT_OUT).join(" ")];
}

async function compare(
  name: string,
  asked: readonly string[],
  searches: readonly Search[],
  ask: (search: Search, text: string) => Promise<unknown>,
): Promise<Compared> {
  let same = 0;
  for (const text of asked) {
    const [here, there] = await Promise.all(searches.map(async (search) => JSON.stringify(await ask(search, text))));
    if (here === there) same += 1;
  }
  return { name, asked: asked.length, same };
}
