import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { modelProcessIds } from "../bench/model-process-memory.ts";
import { SeededRandom } from "../bench/seeded-random.ts";
import { SteadyAsker } from "../load/ask-steadily.ts";
import { nextQuestion, readMaterial } from "../load/question-mix.ts";
import { type ServedIndex, withServedIndex } from "../load/served-index.ts";
import type { FaultPlaces } from "./fault-subjects.ts";
import { commandOn, succeed } from "./killed-command.ts";

const PER_SECOND = 10;
const SECONDS = 4;
/** When in them the process is killed. */
const KILL_AFTER_MS = 1_000;

/** What readers noticed. */
interface Outage {
  /** Of the answers. */
  readonly longestMs: number;
  /** Requests that were told to come again. */
  readonly shed: number;
}

/** Kills the models' process of a server that is asked steadily. @throws Error where a request fails. */
export async function killModel({ folder, articles }: FaultPlaces, kills: number, seed: number): Promise<Outage> {
  const directory = join(folder, "served");
  await succeed(commandOn("index-articles", directory, [articles]));
  return withServedIndex(directory, async (served) => {
    const material = await readMaterial(served.url);
    const random = new SeededRandom(seed);
    const asker = new SteadyAsker(served.url, () => nextQuestion(material, random));
    try {
      const outages: Outage[] = [];
      for (let i = 0; i < kills; i++) outages.push(await killOnce(asker, served));
      return {
        longestMs: Math.max(...outages.map(({ longestMs }) => longestMs)),
        shed: outages.reduce((sum, { shed }) => sum + shed, 0),
      };
    } finally {
      await asker.close();
    }
  });
}

async function killOnce(asker: SteadyAsker, served: ServedIndex): Promise<Outage> {
  const asking = asker.ask({ perSecond: PER_SECOND, seconds: SECONDS });
  await sleep(KILL_AFTER_MS);
  const [pid] = await modelProcessIds(served.pid);
  if (pid === undefined) throw new Error("The models' process was not found.");
  process.kill(pid, "SIGKILL");
  const { asked, failed, shed, answeredMs, firstFailure } = await asking;
  if (failed > 0) throw new Error(`${failed} of ${asked} requests failed: ${firstFailure}`);
  return { longestMs: answeredMs.most, shed };
}
