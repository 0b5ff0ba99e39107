import { gunzipSync, gzipSync } from "node:zlib";
import { ServiceError } from "../../../model/service-fault.ts";
import type { Indices } from "../indices.ts";
import { StateDocument } from "../state-document.ts";
import { writeAll } from "./bulk-write.ts";
import type { PlannedWrite } from "./write-operation.ts";
import { writerLost } from "./writer-lease.ts";

const JOURNAL_ID = "journal";

interface JournalDocument {
  /** Whose entry it is. */
  readonly writer: string;
  /** Rises from entry to entry, whoever writes it. */
  readonly number: number;
  /** Gzipped JSON of what is planned, in base64; null where there is nothing to do. */
  readonly planned: string | null;
}

/**
 * What a change writes, as one document that is there before any of it is done: a change that was broken off is done by the next
 * writer, so that it is there as a whole or not at all. Each entry takes the place of the one that its writer knows; where another
 * has written since, this one has lost its right to. Documents bear the number of the entry that they were written for, and are not
 * overwritten for an earlier one: what a writer that was paused in the middle of a change has still to write, and what arrives late, is refused.
 */
export class Journal {
  readonly #indices: Indices;
  readonly #writer: string;
  readonly #entry: StateDocument<JournalDocument>;
  #number = 0;
  /** What was written down and could not be carried out. */
  #undone: PlannedWrite | null = null;

  constructor(indices: Indices, writer: string) {
    this.#indices = indices;
    this.#writer = writer;
    this.#entry = new StateDocument(indices, JOURNAL_ID);
  }

  /** Takes the journal over, with what the writer before left undone, which is to be finished. */
  async takeOver(): Promise<void> {
    const left = await this.#entry.read();
    const planned = left?.planned ?? null;
    // After all that was ever written, be it that the journal was lost.
    this.#number = Math.max(left?.number ?? 0, Date.now());
    await this.#write(planned);
    // What this writer could not do, the entry still says, or another writer has done since.
    this.#undone = planned === null ? null : readPlanned(planned);
  }

  /** Of the entry that this writer has written last. */
  get number(): number {
    return this.#number;
  }

  /** Once this has written the change down it is decided: what fails after that says so, since the next writer carries it out. */
  async carryOut(planned: PlannedWrite): Promise<void> {
    await this.finish();
    await this.#write(writePlanned(planned));
    this.#undone = planned;
    try {
      await this.finish();
    } catch (error) {
      throw decidedAlready(error);
    }
  }

  /** Carries out what could not be carried out before, as while a disk was full, or was left undone. */
  async finish(): Promise<void> {
    if (this.#undone !== null) await writeAll(this.#indices, this.#undone, this.#number);
    this.#undone = null;
  }

  /** What was left undone is done no more. */
  async forget(): Promise<void> {
    this.#undone = null;
    await this.#write(null);
  }

  /** Says that the last change is done; one that is not is left to the next writer. */
  async close(): Promise<void> {
    if (this.#undone === null) await this.#write(null);
  }

  async #write(planned: string | null): Promise<void> {
    this.#number += 1;
    const written: JournalDocument = { writer: this.#writer, number: this.#number, planned };
    const isMine = ({ writer, number }: JournalDocument) => writer === written.writer && number === written.number;
    if (!(await this.#entry.write(written, isMine))) throw writerLost();
  }
}

/** Whoever asked would ask again otherwise, and then find the change made twice. */
const decidedAlready = (error: unknown): ServiceError =>
  new ServiceError(
    { fault: "CHANGE_WRITTEN_DOWN", because: error instanceof ServiceError ? error.fault : null },
    error,
  );

const writePlanned = (planned: PlannedWrite): string =>
  gzipSync(JSON.stringify(planned), { level: 1 }).toString("base64");

const readPlanned = (planned: string): PlannedWrite =>
  JSON.parse(gunzipSync(Buffer.from(planned, "base64")).toString("utf8"));
