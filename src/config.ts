import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { GivenToken } from "./access/access-keys.ts";
import { isLongEnough, LEAST_TOKEN_LENGTH, readTokensFile } from "./access/read-tokens-file.ts";
import { VerbatimError } from "./errors.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const MEGABYTE = 1_000_000;
const MS_PER_SECOND = 1_000;
const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;

const WANTED_MEGABYTES = "give a number above 0 and up to 100";
const WANTED_TOKEN = `give ${LEAST_TOKEN_LENGTH} characters or more without white space, such as \`openssl rand -hex 32\` prints`;
const WANTED_ORIGINS = "give origins such as https://app.example, with nothing behind the host or port, or * for all";

function wholeNumber(from: number, to: number) {
  const wanted = `give a whole number from ${from} to ${to}`;
  return z.coerce.number(wanted).int(wanted).min(from, wanted).max(to, wanted);
}

const STORES = ["embedded", "opensearch"] as const;
const WANTED_URLS = "give addresses such as https://search-1.example:9200, with commas between them";
const WANTED_INDEX = "give small letters, digits, - and _, such as verbatim-news";

function listOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((part) => part !== "");
}

/** Without a user: an address is shown where something goes wrong. */
const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^/]/.test(text) && URL.canParse(text) && new URL(text).username === "";

/** Every setting, its unit, range and default. Read once, at start. */
const Settings = z.object({
  VERBATIM_DATA_DIR: z.string().min(1).default(resolve(PROJECT, "embeddings/index")).describe("Folder of the index"),
  VERBATIM_STORE: z
    .enum(STORES)
    .default("embedded")
    .describe("Where the index is kept: embedded, in the folder above, or opensearch, in a cluster"),
  OPENSEARCH_URL: z
    .string()
    .default("http://127.0.0.1:9200")
    .transform(listOf)
    .refine((urls) => urls.length > 0 && urls.every(isWebAddress), WANTED_URLS)
    .describe("Addresses of the cluster's nodes, with commas between them"),
  OPENSEARCH_USER: z.string().optional().describe("User of the cluster"),
  OPENSEARCH_PASSWORD: z.string().optional().describe("Password of that user"),
  OPENSEARCH_CA: z.string().optional().describe("File with the certificate (PEM) that vouches for the cluster's nodes"),
  OPENSEARCH_INDEX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,99}$/, WANTED_INDEX)
    .default("verbatim")
    .describe("What the names of the cluster's indices begin with"),
  OPENSEARCH_SHARDS: wholeNumber(1, 100).default(1).describe("Parts into which a new index is divided"),
  OPENSEARCH_REPLICAS: wholeNumber(0, 10)
    .default(1)
    .describe("Copies of each part of a new index beside the first; 0 loses what a lost node held"),
  VERBATIM_HOST: z.string().min(1).default("127.0.0.1").describe("Address the server listens on"),
  VERBATIM_PORT: wholeNumber(0, 65_535).default(4000).describe("Port of the server; 0 takes a free one"),
  VERBATIM_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "give an address such as https://quotes.example" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional()
    .describe("Address under which readers reach the server, for links in answers"),
  VERBATIM_CORS_ORIGINS: z
    .string()
    .default("")
    .transform(listOf)
    .refine((origins) => origins.every(isOrigin), WANTED_ORIGINS)
    .describe("Other sites whose pages may ask, by CORS: origins with commas between them, or * for all"),
  VERBATIM_TOKEN: z
    .string()
    .refine(isLongEnough, WANTED_TOKEN)
    .optional()
    .describe("Token of those who may add, remove and put right; without it, and without a file, nobody may"),
  VERBATIM_READ_TOKEN: z
    .string()
    .refine(isLongEnough, WANTED_TOKEN)
    .optional()
    .describe("Closes the server to all without it, or a token that may write; /healthz answers everybody"),
  VERBATIM_TOKENS_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('File of tokens with names: a line of {"name", "role": "read" or "write", "token"} each'),
  VERBATIM_MODEL: z
    .string()
    .min(1)
    .default("Xenova/all-MiniLM-L6-v2")
    .describe("Embedding model: a folder under embeddings/models, or a path"),
  VERBATIM_TAGGER: z
    .string()
    .min(1)
    .default("verbatim/quote-tagger")
    .describe(
      "Tagger of quotes and names: a folder under embeddings/models, a path, or off for rules alone, which read words in marks, under labels and behind dashes",
    ),
  VERBATIM_MAX_ARTICLE_MB: z.coerce
    .number(WANTED_MEGABYTES)
    .positive(WANTED_MEGABYTES)
    .max(100, WANTED_MEGABYTES)
    .default(10)
    .describe("Longest article, in megabytes (1 MB = 1,000,000 bytes)"),
  VERBATIM_AT_WORK: wholeNumber(1, 64)
    .default(3)
    .describe("Requests that are worked on at once; the others wait or are told to come again"),
  VERBATIM_WAITING: wholeNumber(0, 10_000).default(24).describe("Requests that may wait for their turn"),
  VERBATIM_TIMEOUT_S: wholeNumber(1, 3_600).default(60).describe("The longest that an answer may take, in seconds"),
  VERBATIM_SLOW_MS: wholeNumber(0, 3_600_000)
    .default(1_000)
    .describe("A request that takes as long, in milliseconds, is told in the log with the time of each stage"),
  VERBATIM_PROXIES: wholeNumber(0, 10)
    .default(0)
    .describe("Proxies in front of the server that tell who asks by X-Forwarded-For"),
  VERBATIM_INTROSPECTION: z
    .enum(["on", "off"])
    .default("on")
    .describe("Whether GraphQL tells its schema, on or off: the Playground needs it"),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "give an address such as http://127.0.0.1:4318" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional()
    .describe("Collector of OpenTelemetry that traces of requests go to, by OTLP over HTTP"),
  VERBATIM_LOG_LEVEL: z
    .enum(LOG_LEVELS)
    .default("info")
    .describe(`What the server logs: ${LOG_LEVELS.join(", ")}`),
});

interface ClusterSettings {
  readonly urls: readonly string[];
  readonly user: string | null;
  readonly password: string | null;
  /** Absolute; a file with a certificate. */
  readonly certificatePath: string | null;
  readonly prefix: string;
  readonly shards: number;
  readonly replicas: number;
}

export interface Config {
  /** Absolute, as all paths here. */
  readonly dataDirectory: string;
  readonly store: (typeof STORES)[number];
  /** What a store in a cluster needs to know. */
  readonly cluster: ClusterSettings;
  readonly host: string;
  readonly port: number;
  /** Where readers reach the server, without a slash at its end; null where that is not told. */
  readonly publicUrl: string | null;
  /** Origins whose pages may read answers by CORS; `*` for all, empty for none but our own. */
  readonly corsOrigins: readonly string[];
  /** Of those who may do more than others. Where any may only read, nobody reads without one. */
  readonly tokens: readonly GivenToken[];
  readonly model: string;
  /** Null: rules alone. */
  readonly tagger: string | null;
  readonly maxArticleBytes: number;
  /** Requests that are worked on at once, and that may wait for it. */
  readonly atWork: number;
  readonly waiting: number;
  readonly timeoutMs: number;
  /** From when on a request is told as slow. */
  readonly slowMs: number;
  /** In front of the server. */
  readonly proxies: number;
  readonly introspection: boolean;
  /** Where traces go, without a slash at its end; null: nowhere. */
  readonly traceCollectorUrl: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly projectDirectory: string;
  readonly modelsDirectory: string;
  readonly samplesDirectory: string;
}

/**
 * Reads the settings from the environment; a setting that is empty counts as absent.
 * @throws BAD_SETTING naming each setting that is wrong, its value and what it takes.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const { success, data, error } = Settings.safeParse(given);
  if (!success) throw badSettings(error, given);
  return {
    dataDirectory: resolve(workingDirectory(environment), data.VERBATIM_DATA_DIR),
    store: data.VERBATIM_STORE,
    cluster: {
      urls: data.OPENSEARCH_URL,
      user: data.OPENSEARCH_USER ?? null,
      password: data.OPENSEARCH_PASSWORD ?? null,
      certificatePath:
        data.OPENSEARCH_CA === undefined ? null : resolve(workingDirectory(environment), data.OPENSEARCH_CA),
      prefix: data.OPENSEARCH_INDEX,
      shards: data.OPENSEARCH_SHARDS,
      replicas: data.OPENSEARCH_REPLICAS,
    },
    host: data.VERBATIM_HOST,
    port: data.VERBATIM_PORT,
    publicUrl: data.VERBATIM_PUBLIC_URL ?? null,
    corsOrigins: data.VERBATIM_CORS_ORIGINS,
    tokens: tokensOf(data, workingDirectory(environment)),
    model: data.VERBATIM_MODEL,
    tagger: data.VERBATIM_TAGGER.toLowerCase() === "off" ? null : data.VERBATIM_TAGGER,
    maxArticleBytes: data.VERBATIM_MAX_ARTICLE_MB * MEGABYTE,
    atWork: data.VERBATIM_AT_WORK,
    waiting: data.VERBATIM_WAITING,
    timeoutMs: data.VERBATIM_TIMEOUT_S * MS_PER_SECOND,
    slowMs: data.VERBATIM_SLOW_MS,
    proxies: data.VERBATIM_PROXIES,
    introspection: data.VERBATIM_INTROSPECTION === "on",
    traceCollectorUrl: data.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    logLevel: data.VERBATIM_LOG_LEVEL,
    projectDirectory: PROJECT,
    modelsDirectory: resolve(PROJECT, "embeddings/models"),
    samplesDirectory: resolve(PROJECT, "samples"),
  };
}

/** The names under which corrections by the tokens without a name are signed. */
const UNNAMED = { write: "the editor", read: "a reader" } as const;

function tokensOf(data: z.infer<typeof Settings>, directory: string): readonly GivenToken[] {
  const { VERBATIM_TOKEN: write, VERBATIM_READ_TOKEN: read, VERBATIM_TOKENS_FILE: file } = data;
  return [
    ...(write === undefined ? [] : [{ name: UNNAMED.write, role: "write" as const, token: write }]),
    ...(read === undefined ? [] : [{ name: UNNAMED.read, role: "read" as const, token: read }]),
    ...(file === undefined ? [] : readTokensFile(resolve(directory, file))),
  ];
}

function isOrigin(text: string): boolean {
  if (text === "*") return true;
  return !text.includes("*") && URL.canParse(text) && new URL(text).origin === text;
}

/** Where the user stands: npm runs scripts in the project's folder, and tells where it was called from. */
export const workingDirectory = ({ INIT_CWD }: Readonly<Record<string, string | undefined>>): string =>
  INIT_CWD ?? process.cwd();

/** For `--help`: each setting with what it means and its default. */
export function describeSettings(): string {
  const rows = Object.entries(Settings.shape).map(([name, schema]) => {
    const fallback = String(schema.parse(undefined) ?? "").replace(PROJECT, "") || "none";
    return `  ${name.padEnd(24)} ${schema.description} (${fallback})`;
  });
  return ["Settings, from the environment (default):", ...rows].join("\n");
}

const SECRETS: ReadonlySet<string> = new Set(["VERBATIM_TOKEN", "VERBATIM_READ_TOKEN"]);

function badSettings(error: z.ZodError, given: Readonly<Record<string, string | undefined>>): VerbatimError {
  const sentences = error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    // A token is nobody's to read, least of all in a log.
    const value = SECRETS.has(name)
      ? `has ${given[name]?.length} characters`
      : `is "${withoutUser(given[name] ?? "")}"`;
    return `${name} ${value}, which won't do: ${message}.`;
  });
  return new VerbatimError("BAD_SETTING", sentences.join(" "));
}

/** A password that somebody wrote into an address is not shown. */
const withoutUser = (setting: string): string => setting.replace(/\/\/[^/@\s]*@/g, "//…@");
