import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { Admission, type Ticket } from "../../src/http/admission/admission.ts";

/** An admission whose requests are named, and what became of each. */
function watched(limits: { readonly atWork: number; readonly waiting: number; readonly waitMs?: number }) {
  const admission = new Admission({ waitMs: 1_000, ...limits });
  const started: string[] = [];
  const gaveUp: string[] = [];
  const tickets = new Map<string, Ticket>();
  const enter = (client: string, name: string): boolean => {
    const ticket = admission.enter(client, {
      start: () => void started.push(name),
      giveUp: () => void gaveUp.push(name),
    });
    if (ticket) tickets.set(name, ticket);
    return ticket !== null;
  };
  const leave = (...names: readonly string[]) => {
    for (const name of names) tickets.get(name)?.leave();
  };
  return { admission, started, gaveUp, enter, leave };
}

describe("the admission of requests", () => {
  it("starts as many as may be worked on, lets a few wait, and has no room for the rest", () => {
    const { started, enter } = watched({ atWork: 3, waiting: 4 });
    expect(["a1", "a2", "a3", "a4", "a5"].map((name) => enter("a", name))).toEqual([true, true, true, true, false]);
    expect(started).toEqual(["a1", "a2"]);
  });

  it("keeps a place at work, and room to wait, for whoever comes after a flood", () => {
    const { started, enter } = watched({ atWork: 4, waiting: 8 });
    for (let i = 0; i < 100; i++) enter("flood", `flood ${i}`);
    expect(enter("b", "b1")).toBe(true);
    expect(enter("c", "c1")).toBe(true);
    expect(started).toEqual(["flood 0", "flood 1", "flood 2", "b1"]);
  });

  it("lets clients take turns, however many each has waiting", () => {
    const { started, enter, leave } = watched({ atWork: 1, waiting: 12 });
    for (const name of ["a1", "a2", "a3", "a4"]) enter("a", name);
    for (const name of ["b1", "b2"]) enter("b", name);
    enter("c", "c1");
    for (let i = 0; i < 7; i++) leave(started.at(-1) ?? "");
    expect(started).toEqual(["a1", "a2", "b1", "c1", "a3", "b2", "a4"]);
  });

  it("does not start what has gone away while it waited, and gives each place back once", () => {
    const { admission, started, enter, leave } = watched({ atWork: 1, waiting: 8 });
    for (const name of ["a1", "a2", "a3"]) enter("a", name);
    leave("a2", "a2");
    expect(admission.waiting).toBe(1);
    leave("a1", "a1");
    expect(started).toEqual(["a1", "a3"]);
    leave("a3", "a3");
    expect(admission).toMatchObject({ atWork: 0, waiting: 0 });
  });

  it("gives up what has waited for too long", () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { admission, started, gaveUp, enter, leave } = watched({ atWork: 1, waiting: 8, waitMs: 100 });
    enter("a", "a1");
    enter("a", "a2");
    vi.advanceTimersByTime(100);
    expect(gaveUp).toEqual(["a2"]);
    leave("a2", "a1");
    expect(started).toEqual(["a1"]);
    expect(admission).toMatchObject({ atWork: 0, waiting: 0 });
  });

  it("never works on more than it may, never keeps more waiting, and leaves no place empty that a waiting one could have", () => {
    const step = fc.record({ client: fc.constantFrom("a", "b", "c"), leaves: fc.boolean(), which: fc.nat() });
    const sizes = fc.record({ atWork: fc.integer({ min: 1, max: 4 }), waiting: fc.integer({ min: 0, max: 6 }) });
    fc.assert(
      fc.property(sizes, fc.array(step, { maxLength: 60 }), (limits, steps) => {
        const { admission, started, enter, leave } = watched({ ...limits, waitMs: 2 ** 30 });
        const inside: string[] = [];
        steps.forEach(({ client, leaves, which }, i) => {
          const name = `${client} ${i}`;
          if (leaves && inside.length > 0) leave(...inside.splice(which % inside.length, 1));
          else if (enter(client, name)) inside.push(name);
          const working = inside.filter((one) => started.includes(one));
          expect(admission).toMatchObject({ atWork: working.length, waiting: inside.length - working.length });
          expect(admission.atWork).toBeLessThanOrEqual(limits.atWork);
          expect(admission.waiting).toBeLessThanOrEqual(limits.waiting);
          const share = Math.max(1, limits.atWork - 1);
          const ownAtWork = (of: string) => working.filter((one) => one.startsWith(of)).length;
          const startable = inside.filter((one) => !started.includes(one) && ownAtWork(one.charAt(0)) < share);
          if (startable.length > 0) expect(admission.atWork).toBe(limits.atWork);
        });
        leave(...inside);
      }),
    );
  });
});
