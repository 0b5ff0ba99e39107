import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");

/** Which rooms each room may import from (docs/design.md, "Rooms"). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: ["errors"],
  errors: [],
  access: ["errors"],
  config: ["errors", "access"],
  closers: [],
  "start-program": [],
  ingest: ["model", "errors", "start-program"],
  fetching: ["errors", "ingest"],
  extract: ["model", "errors"],
  inference: ["model", "errors", "start-program"],
  ranking: ["model"],
  store: ["model", "errors", "ranking"],
  indexing: ["model", "errors", "ingest", "extract", "inference", "store"],
  search: ["model", "errors", "extract", "inference", "ranking", "store"],
  draft: ["model", "errors", "ingest", "extract", "inference", "store", "indexing", "search"],
  export: ["model", "errors", "store", "search", "http"],
  editing: ["model", "errors", "ingest", "store", "indexing"],
  http: ["model", "errors", "access"],
  graphql: ["model", "errors", "ranking", "store", "search", "draft", "editing", "access", "http"],
  telemetry: ["errors", "http", "store", "inference"],
  mcp: ["model", "errors", "store", "search", "draft", "http"],
  web: ["model", "errors", "draft", "http"],
};

/** Within `extract` a room imports from those before it only: what is known first knows nothing of what is told later. */
const EXTRACT_ORDER = ["text", "lexicon", "marks", "quotes", "assertion", "entities", "speakers"];

/** The composition root and the process know every room. */
const KNOW_EVERYONE = ["app", "main"];

/** Each heavy library has one room. */
const LIBRARY_ROOMS: Readonly<Record<string, string>> = {
  "@xenova/transformers": "inference",
  "onnxruntime-node": "inference",
  "better-sqlite3": "store/embedded",
  "hnswlib-node": "store/embedded",
  "@opensearch-project/opensearch": "store/opensearch",
  "type-graphql": "graphql",
  "@apollo/server": "graphql",
  linkedom: "ingest",
  undici: "fetching",
  unpdf: "ingest/pdf",
  mammoth: "ingest",
  "prom-client": "telemetry",
  "@opentelemetry/api": "telemetry",
  "@opentelemetry/core": "telemetry",
  "@opentelemetry/resources": "telemetry",
  "@opentelemetry/sdk-trace-base": "telemetry",
  "@opentelemetry/exporter-trace-otlp-http": "telemetry",
  "@modelcontextprotocol/server": "mcp",
  "@modelcontextprotocol/node": "mcp",
};

interface Import {
  readonly file: string;
  readonly specifier: string;
  /** Gone when the program runs. */
  readonly isOfTypes: boolean;
}

const files = globSync("**/*.{ts,tsx}", { cwd: SRC }).map((file) => join(SRC, file));

const imports: readonly Import[] = files.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^;]*?["']([^"']+)["'];?$/gm)].map((match) => ({
    file,
    specifier: match[1] ?? "",
    isOfTypes: /^(?:import|export) type\b/.test(match[0]),
  })),
);

const roomOf = (path: string): string => relative(SRC, path).split(sep)[0]?.replace(/\.ts$/, "") ?? "";

const named = ({ file, specifier }: Import): string => `${relative(SRC, file)} imports ${specifier}`;

describe("the rooms", () => {
  it("are all known to this test", () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT) && !KNOW_EVERYONE.includes(room))).toEqual([]);
  });

  it("import in one direction only", () => {
    const strays = imports.filter(({ file, specifier }) => {
      const from = roomOf(file);
      const to = roomOf(resolve(dirname(file), specifier));
      return (
        specifier.startsWith(".") && from !== to && !KNOW_EVERYONE.includes(from) && !MAY_IMPORT[from]?.includes(to)
      );
    });
    expect(strays.map(named)).toEqual([]);
  });

  it("of the extraction stand in one order", () => {
    const innerRoomOf = (path: string): string | null => {
      const [room, inner = "", file] = relative(SRC, path).split(sep);
      return room === "extract" && file !== undefined ? inner : null;
    };
    const inner = files.flatMap((file) => innerRoomOf(file) ?? []);
    expect(inner.filter((room) => !EXTRACT_ORDER.includes(room))).toEqual([]);
    const strays = imports.filter(({ file, specifier }) => {
      const [from, to] = [innerRoomOf(file), innerRoomOf(resolve(dirname(file), specifier))];
      return from !== null && to !== null && EXTRACT_ORDER.indexOf(to) > EXTRACT_ORDER.indexOf(from);
    });
    expect(strays.map(named)).toEqual([]);
  });

  it("keep each heavy library in its own room", () => {
    const strays = imports.filter(({ file, specifier }) => {
      const library = Object.keys(LIBRARY_ROOMS).find((name) => specifier === name || specifier.startsWith(`${name}/`));
      return library && !relative(SRC, file).split(sep).join("/").startsWith(`${LIBRARY_ROOMS[library]}/`);
    });
    expect(strays.map(named)).toEqual([]);
  });

  /** What reads articles takes half of a second and 90 MB: it is loaded with the first draft, the first notes, the first article. */
  it("leave what reads articles out of the server's start", () => {
    const next = new Map(files.map((file) => [file, [] as string[]]));
    for (const { file, specifier, isOfTypes } of imports) {
      if (specifier.startsWith(".") && !isOfTypes) next.get(file)?.push(resolve(dirname(file), specifier));
    }
    const started = new Set([join(SRC, "app.ts")]);
    for (const file of started) for (const imported of next.get(file) ?? []) started.add(imported);
    const late = ["extract/extract-article.ts", "ingest/read-articles.ts", "draft/read-draft.ts"];
    expect(late.filter((file) => started.has(join(SRC, file)))).toEqual([]);
  });

  /** The types of a GraphQL schema refer to each other by nature, and type-graphql takes them as thunks. */
  it("have no cycle of files, GraphQL types aside", () => {
    const next = new Map(files.map((file) => [file, [] as string[]]));
    for (const { file, specifier } of imports.filter((one) => roomOf(one.file) !== "graphql")) {
      if (specifier.startsWith(".")) next.get(file)?.push(resolve(dirname(file), specifier));
    }
    expect(findCycle(next)?.map((file) => relative(SRC, file)) ?? []).toEqual([]);
  });
});

describe("the house style", () => {
  it("has no drawers of odds and ends", () => {
    const drawers = /(?:^|[/\\])(?:utils?|helpers?|common|misc|index)(?:\.tsx?$|[/\\])/;
    expect(files.map((file) => relative(SRC, file)).filter((file) => drawers.test(file))).toEqual([]);
  });
});

/** The files of a cycle in order; null where there is none. */
function findCycle(next: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of next.get(file) ?? []) {
      const cycle = visit(target, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return null;
}
