/** What V8 writes down of a process (https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile); times in microseconds. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly startTime: number;
  /** Ids of nodes: where the process was at each look. */
  readonly samples: readonly number[];
  /** From each look, or the start, to the next. */
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** A stretch of the system's monotonic clock, in microseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const IDLE = "(idle)";
const NODE = "Node itself";

/**
 * How long a process was at work in each room of `src`, in each package and in Node itself, in microseconds, the longest first. What is native, such as SQLite,
 * or JavaScript's own, such as a sort, counts for whoever called it.
 */
export function timeByRoom(profile: CpuProfile, { from, to }: Stretch): ReadonlyMap<string, number> {
  const roomOf = roomsOf(profile.nodes);
  const times = new Map<string, number>();
  let at = profile.startTime;
  for (const [i, id] of profile.samples.entries()) {
    const took = profile.timeDeltas[i] ?? 0;
    at += took;
    const room = roomOf(id);
    if (at >= from && at <= to && room !== IDLE) times.set(room, (times.get(room) ?? 0) + took);
  }
  return new Map([...times].sort(([, a], [, b]) => b - a));
}

function roomsOf(nodes: readonly ProfileNode[]): (id: number) => string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const known = new Map<number, string>();
  const roomOf = (id: number): string => {
    const room = known.get(id) ?? ownRoom(byId.get(id)) ?? (parents.has(id) ? roomOf(parents.get(id) ?? 0) : NODE);
    known.set(id, room);
    return room;
  };
  return roomOf;
}

/** Null for what has none, and counts for its caller. */
function ownRoom(node: ProfileNode | undefined): string | null {
  const { functionName = "", url = "" } = node?.callFrame ?? {};
  if (functionName === IDLE) return IDLE;
  if (functionName === "(garbage collector)") return "garbage collection";
  if (url.startsWith("node:")) return NODE;
  const [, packageName] = url.match(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/) ?? [];
  if (packageName !== undefined) return packageName;
  const [, room] = url.match(/\/src\/([^/]+)\//) ?? [];
  return room === undefined ? null : `src/${room}`;
}
