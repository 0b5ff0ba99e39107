import type { Correction, Signed } from "../../model/correction.ts";
import { ServiceError } from "../../model/service-fault.ts";
import { checkDimensions } from "../check-dimensions.ts";
import type { AuthorityPerson, IndexedArticle, QuoteStoreWriter } from "../quote-store.ts";
import { recordCorrection, undoCorrection } from "./corrections/record-correction.ts";
import { EmbeddedQuoteStore } from "./embedded-quote-store.ts";
import type { IndexHandle } from "./index-handle.ts";
import { checkModel, readState, setMeta } from "./index-state.ts";
import { type IndexPlace, makeAnew, type OpenIndex } from "./open-index.ts";
import { replaceAuthority } from "./people/replace-authority.ts";
import { putArticle, removeArticles } from "./put-article.ts";
import type { WritingRight } from "./writing-right.ts";

interface ForWriting {
  /** Opens the index as this writer needs it. */
  readonly open: () => OpenIndex;
  /** What is done, beside what goes on, when an article is in. */
  readonly afterPut: (index: OpenIndex) => void;
}

/** A writer, which writes while no other does. Where the index is incompatible every call says so, except `reset`, which mends it. */
export class EmbeddedQuoteStoreWriter extends EmbeddedQuoteStore implements QuoteStoreWriter {
  readonly #place: IndexPlace;
  readonly #handle: IndexHandle;
  readonly #right: WritingRight;
  readonly #open: () => OpenIndex;
  readonly #afterPut: (index: OpenIndex) => void;

  constructor(place: IndexPlace, handle: IndexHandle, right: WritingRight, { open, afterPut }: ForWriting) {
    super(handle);
    this.#place = place;
    this.#handle = handle;
    this.#right = right;
    this.#open = open;
    this.#afterPut = afterPut;
  }

  put(indexed: IndexedArticle): Promise<void> {
    return this.#writing((index) => {
      checkDimensions(indexed, index.place.dimensions);
      index.connection.writing(() => {
        takeModel(index);
        putArticle(index.connection, indexed);
        noteChange(index);
      });
      this.#afterPut(index);
    });
  }

  remove(articleIds: readonly string[]): Promise<number> {
    return this.#writing((index) =>
      index.connection.writing(() => {
        const removed = removeArticles(index.connection, articleIds);
        if (removed > 0) noteChange(index);
        return removed;
      }),
    );
  }

  setPeople(people: readonly AuthorityPerson[]): Promise<void> {
    return this.#writing((index) =>
      index.connection.writing(() => {
        replaceAuthority(index.connection, people);
        noteChange(index);
      }),
    );
  }

  correct(correction: Correction): Promise<void> {
    return this.#writing((index) =>
      index.connection.writing(() => {
        recordCorrection(index.connection, correction);
        noteChange(index);
      }),
    );
  }

  undoCorrection(id: string, undone: Signed): Promise<boolean> {
    return this.#writing((index) =>
      index.connection.writing(() => {
        const isUndone = undoCorrection(index.connection, id, undone);
        if (isUndone) noteChange(index);
        return isUndone;
      }),
    );
  }

  reset(): Promise<void> {
    return this.#right.during(() =>
      this.#handle.replace(async () => {
        await makeAnew(this.#place);
        return this.#open();
      }),
    );
  }

  save(): Promise<void> {
    return this.#writing(async ({ vectors, chunks }) => {
      await vectors.save();
      await chunks.save();
    });
  }

  override async close(): Promise<void> {
    await super.close();
    this.#right.release();
  }

  #writing<T>(work: (index: OpenIndex) => T | Promise<T>): Promise<T> {
    const onTheSame = (index: OpenIndex) => {
      checkNotReplaced(index);
      return work(index);
    };
    return this.#right.during(() => this.#handle.use(onTheSame));
  }
}

/** While the right is given away a backup may be put in the index's place: what was read of it before is no longer true of it. */
function checkNotReplaced({ connection, generation, place }: OpenIndex): void {
  if (readState(connection).generation === generation) return;
  throw new ServiceError({ fault: "INDEX_REPLACED", index: `in ${place.directory}` });
}

/** An index that never held a vector takes the model of the first writer. */
function takeModel({ connection, place }: OpenIndex): void {
  const state = readState(connection);
  checkModel(state, place);
  if (state.lastLabel > 0) return;
  setMeta(connection, { model: place.model, dimensions: String(place.dimensions) });
}

const noteChange = ({ connection }: OpenIndex): void => setMeta(connection, { updatedAt: new Date().toISOString() });
