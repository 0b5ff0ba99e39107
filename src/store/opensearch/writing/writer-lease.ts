import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { ServiceError } from "../../../model/service-fault.ts";
import { whenFree } from "../../when-free.ts";
import { describeWriter, thisProcess, type WritingProcess } from "../../writing-process.ts";
import type { Indices } from "../indices.ts";
import { StateDocument, writeDocument } from "../state-document.ts";

const LEASE_ID = "writer";
const WANTED_ID = "writer-wanted";
/** A writer that has said nothing for so long is taken for gone; a pause of the machine or the net is shorter. */
const LEASE_MS = 60_000;
const RENEW_EVERY_MS = 15_000;
/** How often who wants the lease looks whether it is free. */
const LOOK_EVERY_MS = 100;
/** Whoever wants it looks at least twice in this time, and so comes before who gave it away. */
const OTHERS_FIRST_MS = 2 * LOOK_EVERY_MS;
/** Longer than any change takes. */
const PATIENCE_MS = 300_000;

interface LeaseDocument {
  readonly holder: string;
  /** Milliseconds since 1970; 0 once it was given back. */
  readonly expiresAt: number;
  readonly process?: WritingProcess;
}

/** Written anew by whoever was refused. */
interface WantedDocument {
  readonly mark: string;
}

/** The right to write, as a document: its holder renews it, and one that was not renewed may be taken over. */
export class WriterLease {
  readonly holder = randomUUID();
  readonly #indices: Indices;
  readonly #document: StateDocument<LeaseDocument>;
  readonly #wanted: StateDocument<WantedDocument>;
  #lastMark: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isLost = false;
  #givenBackAt = Number.NEGATIVE_INFINITY;

  private constructor(indices: Indices) {
    this.#indices = indices;
    this.#document = new StateDocument(indices, LEASE_ID);
    this.#wanted = new StateDocument(indices, WANTED_ID);
  }

  /** @throws VerbatimError INDEX_BUSY while another writer holds it, which learns that it is wanted. */
  static async take(indices: Indices): Promise<WriterLease> {
    const lease = new WriterLease(indices);
    await lease.#take();
    return lease;
  }

  /** False after `release`, until `takeBack`. */
  get isHeld(): boolean {
    return this.#timer !== null;
  }

  /** @throws VerbatimError INDEX_BUSY where another writer has taken it over. */
  check(): void {
    if (this.#isLost) throw writerLost();
  }

  /** Whether somebody asked for it in vain since this was asked before, or since it was taken. */
  async isWanted(): Promise<boolean> {
    const before = this.#lastMark;
    this.#lastMark = (await this.#wanted.read())?.mark ?? null;
    return this.#lastMark !== before;
  }

  /** After `release`: waits until it is free, and takes it. @throws INDEX_BUSY where another does not give it back for minutes. */
  async takeBack(): Promise<void> {
    await sleep(Math.max(0, this.#givenBackAt + OTHERS_FIRST_MS - performance.now()));
    const until = performance.now() + PATIENCE_MS;
    await whenFree(() => this.#take(), { everyMs: LOOK_EVERY_MS, isOver: () => performance.now() >= until });
  }

  async release(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    if (this.#isLost) return;
    const isGone = ({ holder, expiresAt }: LeaseDocument) => holder !== this.holder || expiresAt === 0;
    const giveBack = () => this.#document.write({ holder: this.holder, expiresAt: 0 }, isGone).catch(() => true);
    // A renewal that was under way may have come first.
    if (!(await giveBack())) await giveBack();
    this.#givenBackAt = performance.now();
  }

  async #take(): Promise<void> {
    const found = await this.#document.read();
    // Its own is one that it was given without being told, for the answer was lost.
    const isAnothers = found !== null && found.expiresAt > Date.now() && found.holder !== this.holder;
    if (isAnothers) throw await this.#refusal(found);
    // Before it is taken: what fails after that would leave it with nobody who gives it back.
    const mark = (await this.#wanted.read())?.mark ?? null;
    if (!(await this.#renew())) throw await this.#refusal(null);
    this.#lastMark = mark;
    this.#timer = setInterval(() => void this.#keep(), RENEW_EVERY_MS).unref();
  }

  async #refusal(found: LeaseDocument | null): Promise<ServiceError> {
    const wanted: WantedDocument = { mark: randomUUID() };
    await writeDocument(this.#indices, WANTED_ID, wanted);
    return busy(this.#indices, found?.process ?? null);
  }

  /** The index it stood in may be gone for a moment, as when it is made anew: only another holder takes it away. */
  async #keep(): Promise<void> {
    try {
      const renewed = await this.#renew();
      if (!renewed && this.isHeld) this.#isLost = true;
    } catch {
      // The cluster does not answer: the next time will tell.
    }
  }

  /** False where another has written since. */
  #renew(): Promise<boolean> {
    const lease = { holder: this.holder, expiresAt: Date.now() + LEASE_MS, process: thisProcess() };
    return this.#document.write(lease, ({ holder }) => holder === this.holder);
  }
}

const busy = ({ prefix }: Indices, writer: WritingProcess | null): ServiceError =>
  new ServiceError({
    fault: "INDEX_WRITTEN_TO",
    ...{ index: `${prefix} in OpenSearch`, writer: describeWriter(writer), forgottenAfterS: LEASE_MS / 1_000 },
  });

export const writerLost = (): ServiceError => new ServiceError({ fault: "WRITING_TAKEN_OVER" });
