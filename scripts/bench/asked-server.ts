import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { endWithParent, nextMessage, stop } from "./child-process.ts";
import type { QueryServerMessage } from "./query-server.ts";

const QUERY_SERVER = fileURLToPath(new URL("./query-server.ts", import.meta.url));

/** The real server over an index, in a process of its own, to be asked over HTTP. */
export interface AskedServer {
  readonly url: string;
  readonly pid: number;
  /** What it has measured of itself since it began. */
  report(): Promise<Extract<QueryServerMessage, { type: "report" }>>;
}

/** Starts a server over the index of a folder, and ends it when `work` is done. */
export async function withServer<T>(directory: string, work: (server: AskedServer) => Promise<T>): Promise<T> {
  const child = endWithParent(fork(QUERY_SERVER, [directory], { serialization: "advanced" }));
  try {
    const { url } = await expectMessage(child, "listening");
    const report = () => {
      child.send("report");
      return expectMessage(child, "report");
    };
    return await work({ url, pid: child.pid ?? 0, report });
  } finally {
    await stop(child, "SIGKILL");
  }
}

async function expectMessage<T extends QueryServerMessage["type"]>(
  child: ChildProcess,
  type: T,
): Promise<Extract<QueryServerMessage, { type: T }>> {
  const message = await nextMessage<QueryServerMessage>(child);
  if (message.type !== type) throw new Error(`The query server said ${message.type} where ${type} was expected.`);
  return message as Extract<QueryServerMessage, { type: T }>;
}
