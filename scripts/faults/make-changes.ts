import { createEditor, type Editor } from "../../src/editing/editor.ts";
import type { WriteIndex } from "../../src/indexing/write-in-turn.ts";
import { openStoreForChange } from "../../src/store/embedded/open-embedded-store.ts";
import type { QuoteStore, QuoteStoreWriter } from "../../src/store/quote-store.ts";
import { SeededRandom } from "../bench/seeded-random.ts";
import { placeOf } from "./index-place.ts";
import { READY } from "./killed-command.ts";

/** A change that is in, as a line of JSON. */
export interface MadeChange {
  /** Of a correction that stands, or was undone. */
  readonly correction?: string;
  readonly undone?: string;
  /** Of an article that is out, or in again. */
  readonly removed?: string;
  readonly put?: string;
}

/** Some seconds' work. */
const CHANGES = 120;
const SIGNED = { by: "npm run faults", reason: null } as const;
const [directory = "", seed = ""] = process.argv.slice(2);
const random = new SeededRandom(Number(seed));

/** Puts right, removes and puts back what chance tells, as mutations do, and says of each change that it is in: a process to be killed. */
async function makeChanges(store: QuoteStoreWriter): Promise<void> {
  // Nothing that is done here needs a model.
  const write: WriteIndex = (work) => work({ store } as Parameters<typeof work>[0]);
  const editor = createEditor({ write, limits: { maxArticleBytes: 1 } });
  process.stdout.write(`${READY}\n`);
  for (let i = 0; i < CHANGES; i++) await CHANGE[random.oneOf(KINDS)](store, editor);
}

type Change = (store: QuoteStoreWriter, editor: Editor) => Promise<void>;

const CHANGE = {
  speaker: async (store, editor) => {
    const [quoteId, speakerId] = [await oneQuote(store), await onePerson(store)];
    if (quoteId === null) return;
    tell({ correction: (await editor.correctAttribution(quoteId, { kind: "SPEAKER", speakerId }, SIGNED)).id });
  },
  hide: async (store, editor) => {
    const quoteId = await oneQuote(store);
    if (quoteId !== null) tell({ correction: (await editor.hideQuote(quoteId, SIGNED)).id });
  },
  merge: async (store, editor) => {
    const [one, other] = [await onePerson(store), await onePerson(store)];
    if (one !== other) tell({ correction: (await editor.mergePeople([one], other, SIGNED)).id });
  },
  rename: async (store, editor) => {
    const name = `Ada Renamed ${random.between(1, 9)}`;
    tell({ correction: (await editor.renamePerson(await onePerson(store), name, SIGNED)).id });
  },
  undo: async (store, editor) => {
    const { items } = await store.listCorrections({ first: 50, after: null });
    const standing = items.filter(({ value }) => value.undone === null);
    if (standing.length === 0) return;
    tell({ undone: (await editor.undoCorrection(random.oneOf(standing).value.id, SIGNED.by)).id });
  },
  replace: async (store, editor) => {
    const { id } = random.oneOf(await store.states());
    const [indexed] = await store.indexed([id]);
    await editor.removeArticle(id);
    tell({ removed: id });
    if (indexed) await store.put(indexed);
    tell({ put: id });
  },
} as const satisfies Readonly<Record<string, Change>>;

const KINDS = Object.keys(CHANGE) as readonly (keyof typeof CHANGE)[];

/** Null where all are hidden. */
async function oneQuote(store: QuoteStore): Promise<string | null> {
  const { items } = await store.listQuotes({}, "NEWEST", { first: 100, after: null });
  return items.length === 0 ? null : random.oneOf(items).value.id;
}

async function onePerson(store: QuoteStore): Promise<string> {
  const { items } = await store.listEntities({ kind: "PERSON" }, { first: 100, after: null });
  return random.oneOf(items).value.id;
}

function tell(made: MadeChange): void {
  process.stdout.write(`${JSON.stringify(made)}\n`);
}

const store = await openStoreForChange(placeOf(directory));
await makeChanges(store);
await store.close();
