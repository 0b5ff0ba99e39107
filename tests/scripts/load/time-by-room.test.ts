import { expect, it } from "vitest";
import { timeByRoom } from "../../../scripts/load/time-by-room.ts";

const node = (id: number, functionName: string, url: string, children: readonly number[] = []) => ({
  id,
  callFrame: { functionName, url },
  children,
});

const NODES = [
  node(1, "(root)", "", [2, 3, 8]),
  node(2, "(idle)", ""),
  node(3, "onRequest", "node:_http_server", [4]),
  node(4, "rankAll", "file:///home/e/verbatim/src/store/embedded/rank.ts", [5, 6]),
  node(5, "sort", ""),
  node(6, "score", "file:///home/e/verbatim/src/ranking/score.ts", [7]),
  node(7, "parse", "file:///home/e/verbatim/node_modules/@apollo/server/node_modules/graphql/parser.mjs"),
  node(8, "(garbage collector)", ""),
];

const profile = (samples: readonly number[]) => ({
  nodes: NODES,
  startTime: 1_000,
  samples,
  timeDeltas: samples.map(() => 10),
});

const ALWAYS = { from: 0, to: 9_999 };

it("time is told by room, package and Node; what is JavaScript's own or native counts for its caller", () => {
  const times = timeByRoom(profile([4, 5, 6, 7, 3, 8, 5]), ALWAYS);
  expect([...times]).toEqual([
    ["src/store", 30],
    ["src/ranking", 10],
    ["graphql", 10],
    ["Node itself", 10],
    ["garbage collection", 10],
  ]);
});

it("time at rest, and before and after the stretch, is left out", () => {
  expect([...timeByRoom(profile([4, 2, 2, 6, 6]), { from: 1_020, to: 1_040 })]).toEqual([["src/ranking", 10]]);
});
