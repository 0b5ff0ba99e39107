import { gunzipSync, gzipSync } from "node:zlib";
import { VerbatimError } from "../../errors.ts";
import { writeAll } from "./bulk-write.ts";
import { statusOf } from "./cluster.ts";
import type { Indices } from "./indices.ts";
import type { PlannedWrite } from "./write-operation.ts";
import { writerLost } from "./writer-lease.ts";

const JOURNAL_ID = "journal";

interface JournalDocument {
  /** Whose entry it is, and the how manieth. */
  readonly writer: string;
  readonly number: number;
  /** Gzipped JSON of what is planned, in base64; null where there is nothing to do. */
  readonly planned: string | null;
}

interface Version {
  readonly _seq_no: number;
  readonly _primary_term: number;
}

/**
 * What a change writes, as one document that is there before any of it is done: a change that was broken off is done by the next
 * writer, so that it is there as a whole or not at all. Each entry takes the place of the one that its writer knows; where another
 * has written since, this one has lost its right to.
 */
export class Journal {
  readonly #indices: Indices;
  readonly #writer: string;
  #version: Version | null = null;
  #number = 0;
  /** What was written down and could not be carried out. */
  #undone: PlannedWrite | null = null;

  constructor(indices: Indices, writer: string) {
    this.#indices = indices;
    this.#writer = writer;
  }

  /** Takes the journal over: what the writer before left undone is done. */
  async open(): Promise<void> {
    const left = await this.#read();
    this.#version = left?.version ?? null;
    await this.#write(left?.entry.planned ?? null);
    if (!left?.entry.planned) return;
    await writeAll(this.#indices, readPlanned(left.entry.planned));
    await this.#write(null);
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

  /** Carries out what could not be carried out before, as while a disk was full. */
  async finish(): Promise<void> {
    if (this.#undone !== null) await writeAll(this.#indices, this.#undone);
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

  async #read(): Promise<{ readonly entry: JournalDocument; readonly version: Version } | null> {
    const path = `/${this.#indices.nameOf("state")}/_doc/${JOURNAL_ID}`;
    const read = await this.#indices.cluster.find<Version & { readonly _source: JournalDocument }>({
      method: "GET",
      path,
    });
    return read && { entry: read._source, version: read };
  }

  async #write(planned: string | null): Promise<void> {
    this.#number += 1;
    const entry: JournalDocument = { writer: this.#writer, number: this.#number, planned };
    try {
      this.#version = await this.#put(entry);
    } catch (error) {
      if (statusOf(error) !== 409) throw error;
      this.#version = await this.#versionIfMine();
    }
  }

  #put(body: JournalDocument): Promise<Version> {
    const condition =
      this.#version === null
        ? { op_type: "create" }
        : { if_seq_no: this.#version._seq_no, if_primary_term: this.#version._primary_term };
    const path = `/${this.#indices.nameOf("state")}/_doc/${JOURNAL_ID}`;
    return this.#indices.cluster.request<Version>({ method: "PUT", path, querystring: condition, body });
  }

  /** An answer that was lost makes the next try meet its own entry. */
  async #versionIfMine(): Promise<Version> {
    const found = await this.#read();
    if (found?.entry.writer === this.#writer && found.entry.number === this.#number) return found.version;
    throw writerLost();
  }
}

/** Whoever asked would ask again otherwise, and then find the change made twice. */
function decidedAlready(error: unknown): VerbatimError {
  const [code, sentence] =
    error instanceof VerbatimError
      ? [error.code, error.message]
      : (["INDEX_BUSY", "The cluster did not take all of the change."] as const);
  const outlook = "The change is written down, and whoever writes next carries it out: it need not be asked for again.";
  return new VerbatimError(code, `${sentence} ${outlook}`, { isDecided: true }, error);
}

const writePlanned = (planned: PlannedWrite): string =>
  gzipSync(JSON.stringify(planned), { level: 1 }).toString("base64");

const readPlanned = (planned: string): PlannedWrite =>
  JSON.parse(gunzipSync(Buffer.from(planned, "base64")).toString("utf8"));
