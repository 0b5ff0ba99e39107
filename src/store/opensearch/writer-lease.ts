import { randomUUID } from "node:crypto";
import { VerbatimError } from "../../errors.ts";
import type { Indices } from "./indices.ts";
import { StateDocument } from "./state-document.ts";

const LEASE_ID = "writer";
/** A writer that has said nothing for so long is taken for gone; a pause of the machine or the net is shorter. */
const LEASE_MS = 60_000;
const RENEW_EVERY_MS = 15_000;

interface LeaseDocument {
  readonly holder: string;
  /** Milliseconds since 1970; 0 once it was given back. */
  readonly expiresAt: number;
}

/** The right to write, as a document: its holder renews it, and one that was not renewed may be taken over. */
export class WriterLease {
  readonly holder = randomUUID();
  readonly #document: StateDocument<LeaseDocument>;
  #timer: NodeJS.Timeout | null = null;
  #isLost = false;

  private constructor(indices: Indices) {
    this.#document = new StateDocument(indices, LEASE_ID);
  }

  /** @throws VerbatimError INDEX_BUSY while another writer holds it. */
  static async take(indices: Indices): Promise<WriterLease> {
    const lease = new WriterLease(indices);
    const found = await lease.#document.read();
    if (found !== null && found.expiresAt > Date.now()) throw busy(indices);
    if (!(await lease.#renew())) throw busy(indices);
    lease.#timer = setInterval(() => void lease.#keep(), RENEW_EVERY_MS).unref();
    return lease;
  }

  /** @throws VerbatimError INDEX_BUSY where another writer has taken it over. */
  check(): void {
    if (this.#isLost) throw writerLost();
  }

  async release(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    if (!this.#isLost) await this.#write({ holder: this.holder, expiresAt: 0 }).catch(() => false);
  }

  /** The index it stood in may be gone for a moment, as when it is made anew: only another holder takes it away. */
  async #keep(): Promise<void> {
    try {
      if (!(await this.#renew())) this.#isLost = true;
    } catch {
      // The cluster does not answer: the next time will tell.
    }
  }

  #renew(): Promise<boolean> {
    return this.#write({ holder: this.holder, expiresAt: Date.now() + LEASE_MS });
  }

  /** False where another has written since. */
  #write(body: LeaseDocument): Promise<boolean> {
    return this.#document.write(body, ({ holder }) => holder === this.holder);
  }
}

const busy = ({ prefix }: Indices): VerbatimError =>
  new VerbatimError(
    "INDEX_BUSY",
    `Another process is writing to the index ${prefix} in OpenSearch. Wait until it has finished, or stop it, and try again; one that was ` +
      `killed is forgotten after ${LEASE_MS / 1_000} seconds.`,
  );

export const writerLost = (): VerbatimError =>
  new VerbatimError(
    "INDEX_BUSY",
    "Another process has taken over writing to the index in OpenSearch, for this one said nothing for too long. Run it again: it goes on where it stopped.",
  );
