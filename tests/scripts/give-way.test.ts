import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants, getPriority } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { modelProcessIds } from "../../scripts/bench/model-process-memory.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const { PRIORITY_NORMAL, PRIORITY_BELOW_NORMAL } = constants.priority;

describe.skipIf(getPriority() !== PRIORITY_NORMAL)("npm run index", () => {
  it("leaves the cores to whoever wants them, as its models do, so that readers of a server do not wait for it", async () => {
    const env = { ...process.env, VERBATIM_DATA_DIR: join(temporaryFolder(), "index"), VERBATIM_TAGGER: "off" };
    const args = ["bin/run.js", "scripts/index-articles.ts", "-"];
    const indexing = spawn(process.execPath, args, { env, stdio: ["pipe", "ignore", "ignore"] });
    onTestFinished(() => void indexing.kill("SIGKILL"));
    const pid = indexing.pid as number;
    const models = await vi.waitFor(
      async () => {
        const found = await modelProcessIds(pid);
        expect(found).toHaveLength(1);
        return found;
      },
      { timeout: 60_000, interval: 100 },
    );
    expect([pid, ...models].map((id) => getPriority(id))).toEqual([pid, ...models].map(() => PRIORITY_BELOW_NORMAL));
    indexing.stdin.end("“We had no choice,” said Mayor Ilse Tarn.");
    const [code] = (await once(indexing, "exit")) as [number | null];
    expect(code).toBe(0);
  });
});
