export interface AdmissionLimits {
  /** Requests that are worked on at once. */
  readonly atWork: number;
  /** Requests that wait for that, of all clients together. */
  readonly waiting: number;
  /** The longest that one waits, in milliseconds. */
  readonly waitMs: number;
}

/** What becomes of a request; exactly one of both is called, once. */
export interface Turn {
  /** It may be worked on now. */
  start(): void;
  /** It has waited for too long. */
  giveUp(): void;
}

/** A place at work or in the queue. */
export interface Ticket {
  /** Gives the place back; what still waited is not started any more. */
  leave(): void;
}

interface Waiter extends Turn {
  readonly client: string;
  timer: NodeJS.Timeout;
}

/**
 * Lets a bounded number of requests be worked on, and a bounded number wait. Clients take turns, however many requests
 * each of them has waiting; none of them may have all places at work; and none may have more requests waiting than there
 * are free places (the dynamic threshold of Choudhury and Hahne 1998, doi:10.1109/90.664262), so that whoever comes
 * after a flood finds room.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #atWork = new Map<string, number>();
  /** In the order in which clients have their next turn. */
  readonly #queues = new Map<string, Waiter[]>();
  #workers = 0;
  #waiting = 0;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  get atWork(): number {
    return this.#workers;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /** Starts the request now, or lets it wait for its turn; null, with nothing called, where there is no room. */
  enter(client: string, turn: Turn): Ticket | null {
    if (this.#mayWork(client)) {
      this.#start(client, turn);
      return this.#ticketAtWork(client);
    }
    return this.#mayWait(client) ? this.#wait(client, turn) : null;
  }

  #mayWork(client: string): boolean {
    const own = this.#atWork.get(client) ?? 0;
    return this.#workers < this.#limits.atWork && own < Math.max(1, this.#limits.atWork - 1);
  }

  #mayWait(client: string): boolean {
    const free = this.#limits.waiting - this.#waiting;
    return (this.#queues.get(client)?.length ?? 0) < free;
  }

  #start(client: string, turn: Turn): void {
    this.#workers += 1;
    this.#atWork.set(client, (this.#atWork.get(client) ?? 0) + 1);
    turn.start();
  }

  #wait(client: string, turn: Turn): Ticket {
    let ticket: Ticket | null = null;
    const waiter: Waiter = {
      client,
      start: () => {
        ticket = this.#ticketAtWork(client);
        turn.start();
      },
      giveUp: () => turn.giveUp(),
      timer: setTimeout(() => this.#remove(waiter) && waiter.giveUp(), this.#limits.waitMs),
    };
    const queue = this.#queues.get(client) ?? [];
    this.#queues.set(client, queue);
    queue.push(waiter);
    this.#waiting += 1;
    return { leave: () => (ticket === null ? void this.#remove(waiter) : ticket.leave()) };
  }

  #ticketAtWork(client: string): Ticket {
    let hasLeft = false;
    const leave = () => {
      if (hasLeft) return;
      hasLeft = true;
      this.#finish(client);
    };
    return { leave };
  }

  #finish(client: string): void {
    this.#workers -= 1;
    const left = (this.#atWork.get(client) ?? 1) - 1;
    if (left === 0) this.#atWork.delete(client);
    else this.#atWork.set(client, left);
    this.#startNext();
  }

  #startNext(): void {
    for (const [client, queue] of this.#queues) {
      const next = queue[0];
      if (next === undefined || !this.#mayWork(client)) continue;
      this.#remove(next);
      this.#sendToTheEnd(client);
      this.#start(client, next);
      return;
    }
  }

  #sendToTheEnd(client: string): void {
    const queue = this.#queues.get(client);
    if (queue === undefined) return;
    this.#queues.delete(client);
    this.#queues.set(client, queue);
  }

  /** False for one that does not wait any more. */
  #remove(waiter: Waiter): boolean {
    const queue = this.#queues.get(waiter.client);
    const place = queue?.indexOf(waiter) ?? -1;
    if (queue === undefined || place === -1) return false;
    clearTimeout(waiter.timer);
    queue.splice(place, 1);
    this.#waiting -= 1;
    if (queue.length === 0) this.#queues.delete(waiter.client);
    return true;
  }
}
