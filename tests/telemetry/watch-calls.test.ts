import { describe, expect, it } from "vitest";
import { watchCalls } from "../../src/telemetry/watch-calls.ts";

class Oracle {
  readonly #words = "yes";
  asked = 0;

  async ask(): Promise<string> {
    this.asked += 1;
    return this.#words;
  }

  think(): Promise<string> {
    return new Promise(() => {});
  }

  async close(): Promise<void> {}
}

function watchedOracle() {
  const controller = new AbortController();
  const stagesMs = new Map<string, number>();
  const oracle = new Oracle();
  const stageOf = (method: keyof Oracle) => (method === "close" ? null : "asking");
  return {
    oracle,
    controller,
    stagesMs,
    watched: watchCalls(oracle, stageOf, { signal: controller.signal, stagesMs }),
  };
}

describe("watched calls", () => {
  it("give what the calls give, and note the time of their stage", async () => {
    const { watched, stagesMs } = watchedOracle();
    expect(await watched.ask()).toBe("yes");
    expect([...stagesMs.keys()]).toEqual(["asking"]);
    await watched.close();
    expect(stagesMs.size).toBe(1);
  });

  it("are not begun once nobody waits any more", async () => {
    const { oracle, watched, controller } = watchedOracle();
    controller.abort(new Error("gone"));
    await expect(watched.ask()).rejects.toThrow("gone");
    expect(oracle.asked).toBe(0);
  });

  it("begin one at a time, so that what arrived meanwhile is heard between two of them", async () => {
    const happened: string[] = [];
    const clerk = {
      work: async (name: string) => {
        happened.push(name);
        setImmediate(() => happened.push("somebody knocks"));
      },
    };
    const watched = watchCalls(clerk, () => "working", { signal: new AbortController().signal, stagesMs: new Map() });
    await Promise.all([watched.work("first"), watched.work("second")]);
    expect(happened).toEqual(["first", "somebody knocks", "second"]);
  });

  it("are not waited for once nobody waits any more", async () => {
    const { watched, controller } = watchedOracle();
    const thinking = watched.think();
    controller.abort(new Error("gone"));
    await expect(thinking).rejects.toThrow("gone");
  });
});
