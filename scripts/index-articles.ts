import { createReadStream } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import type { Indexer } from "../src/app/open-indexer.ts";
import { describeSettings, readConfig } from "../src/config.ts";
import { reasonOf, VerbatimError } from "../src/errors.ts";
import type { WebReader } from "../src/fetching/web-reader.ts";
import type { IndexEvent } from "../src/indexing/index-articles.ts";
import { standardInput } from "../src/indexing/index-input.ts";
import type { PartOfRun } from "../src/indexing/part-of-run.ts";
import { PEOPLE_FIELDS, type ReadPeople, readPeople } from "../src/indexing/read-people.ts";
import { removeArticles } from "../src/indexing/remove-articles.ts";
import { watchChanges } from "../src/indexing/watch-changes.ts";
import { ENDINGS } from "../src/ingest/format-of.ts";
import { JSON_LINES_FIELDS } from "../src/ingest/json-lines.ts";
import type { ArticleFormat } from "../src/ingest/read-articles.ts";
import { parseGlobalId, toGlobalId } from "../src/model/global-id.ts";
import { collectEarly } from "./collect-early.ts";
import { checkDate, EXIT, failWith, inWorkingDirectory, stopOnInterrupt, WORKING_DIRECTORY } from "./command-line.ts";
import { giveWayToOthers } from "./give-way.ts";

const STANDARD_INPUT = "-";
const FORMATS: Readonly<Record<string, ArticleFormat>> = {
  text: "TEXT",
  html: "HTML",
  jsonl: "JSON_LINES",
  markdown: "MARKDOWN",
  subtitles: "SUBTITLES",
  pdf: "PDF",
  docx: "DOCX",
  email: "EMAIL",
  epub: "EPUB",
  warc: "WARC",
};

interface Options {
  readonly publisher?: string;
  readonly author?: string;
  readonly date?: string;
  readonly url?: string;
  readonly title?: string;
  readonly media?: string;
  readonly format: string;
  readonly remove: readonly string[];
  readonly people?: string;
  readonly reset: boolean;
  readonly watch: boolean;
  readonly part?: PartOfRun;
  readonly feed: readonly string[];
  readonly every: number;
  readonly json: boolean;
}

/** One pass over the paths. */
interface Pass {
  readonly paths: readonly string[];
  readonly web: WebReader | null;
  readonly options: Options;
  readonly maxArticleBytes: number;
  readonly signal: AbortSignal;
}

const HELP = `
Files: ${ENDINGS.join(", ")} (docs/formats.md).
A folder is read with all below it; what has gone from it since is removed. An unchanged article is skipped.
An address is one page; it is fetched from the public internet alone, as the site's robots.txt allows.
The first article of your own takes the place of the samples.
Several runs may write to one index by turns: with --part 1/2 here and --part 2/2 there, or on other machines over OpenSearch, two share the work
over one list of files. Whichever of them is stopped goes on when it is started again.

JSON Lines hold one article a line, with these fields (others are ignored):
${JSON_LINES_FIELDS.map(({ name, description }) => `  ${name.padEnd(12)} ${description}`).join("\n")}

A file of people, for --people, is JSON Lines too, one person a line. Its names win over what articles tell; giving a
file takes the place of the one before, an empty one undoes it. Of each person:
${PEOPLE_FIELDS.map(({ name, description }) => `  ${name.padEnd(12)} ${description}`).join("\n")}

${describeSettings()}

Exit code: 0 when all went in, 1 when something failed, 2 for a wrong command line, 130 when interrupted.`;

const MS_PER_MINUTE = 60_000;

/** A week. From 25 days on, timers of Node would go off all the time. */
const MAX_MINUTES = 7 * 24 * 60;

/** Between two requests to one site. */
const POLITE_SECONDS = 1;

/** Set by tests alone, whose servers are on this machine; no setting, for nothing else should be reached so. */
const TESTING_ON_LOOPBACK = process.env.VERBATIM_TEST_LOOPBACK === "1";

const command = new Command("npm run index --")
  .description("Puts articles into the index: files, folders, glob patterns, pages and feeds of the web.")
  .argument("[PATH...]", "files, folders, glob patterns, http(s) addresses, or - for standard input")
  .option("--publisher <name>", "who published them, where the files don't say")
  .option("--author <name>", "who wrote them, where the files don't say")
  .option("--date <date>", "when they were published: 2024-03-05 or 2024-03-05T14:30:00Z", checkDate)
  .option("--url <url>", "the address of the article (one file only)")
  .option("--title <title>", "its headline (one file only)")
  .option("--media <url>", "the recording that it is a transcript of (one file only)")
  .addOption(new Option("--format <format>", "what standard input holds").choices(Object.keys(FORMATS)).default("text"))
  .option("--remove <id...>", "remove these articles, by id or url", [])
  .option("--people <file>", "take the people of this file for known (JSON Lines, see below)")
  .option("--reset", "remove everything first; needed to change the model", false)
  .option("--feed <url...>", "index the pages of these feeds (RSS, Atom, JSON Feed) or sitemaps", [])
  .option("--watch", "stay, and index what changes", false)
  .option("--every <minutes>", "with --watch, how often addresses and feeds are asked again", checkMinutes, 15)
  .option("--part <k/n>", "take every nth article only, as the kth of n processes over the same files", parsePart)
  .option("--json", "print one event a line as JSON", false)
  .addHelpText("after", HELP)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  .parse();

giveWayToOthers();
collectEarly();
await run(command.args, command.opts<Options>()).catch(failWith);

async function run(paths: readonly string[], options: Options): Promise<void> {
  checkUsage(paths, options);
  const config = readConfig(process.env);
  const signal = stopOnInterrupt();
  const web = await webReader(options, paths, config.maxArticleBytes, signal);
  // Loads the store and the models, which a wrong command line need not wait for.
  const { openIndexer } = await import("../src/app/open-indexer.ts");
  // Who watches has time, and who shares the work with others comes to write by turns with them: another run may be at it for long.
  const hasTime = options.watch || options.part !== undefined;
  const indexer = await openIndexer(config, hasTime ? { patienceMs: Number.POSITIVE_INFINITY, signal } : {});
  const pass = { paths, web, options, maxArticleBytes: config.maxArticleBytes, signal };
  try {
    const changes = options.watch ? await watch(pass) : [];
    const prepared = await prepare(indexer, options);
    const complete = await indexOnce(indexer, pass);
    process.exitCode = prepared && complete ? EXIT.ok : EXIT.failed;
    if (options.watch) process.stderr.write("Watching for changes; Ctrl-C ends.\n");
    for await (const _ of changes) await indexOnce(indexer, pass);
  } finally {
    await Promise.all([indexer.close(), web?.close()]);
  }
  if (signal.aborted) process.exitCode = EXIT.interrupted;
}

/** Null where nothing comes from the web. */
async function webReader(options: Options, paths: readonly string[], maxArticleBytes: number, signal: AbortSignal) {
  if (options.feed.length === 0 && !paths.some(isAddress)) return null;
  const guard = { allowLoopback: TESTING_ON_LOOPBACK };
  const leastSeconds = TESTING_ON_LOOPBACK ? 0 : POLITE_SECONDS;
  const { WebReader } = await import("../src/fetching/web-reader.ts");
  return new WebReader({ details: detailsOf(options), maxArticleBytes, leastSeconds, signal, guard });
}

function isAddress(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

/** Tells of changes: of files when they change, and for the web every so many minutes. */
async function watch({ paths, web, options, signal }: Pass): Promise<AsyncIterable<void>> {
  const files = paths.filter((path) => !isAddress(path)).map((path) => inWorkingDirectory(path));
  return watchChanges(files, signal, web === null ? null : options.every * MS_PER_MINUTE);
}

function detailsOf({ publisher, author, date, url, title, media }: Options) {
  return {
    publisher,
    author,
    publishedAt: date,
    url,
    title,
    mediaUrl: media,
  };
}

function checkUsage(
  paths: readonly string[],
  { url, title, media, remove, people, reset, watch, feed, part }: Options,
): void {
  if (paths.length === 0 && feed.length === 0 && (watch || !(reset || remove.length > 0 || people !== undefined))) {
    command.error("error: name the files or folders to index, or see --help");
  }
  if (watch && paths.includes(STANDARD_INPUT)) command.error("error: standard input can't be watched");
  if (url !== undefined && (feed.length > 0 || paths.some(isAddress))) {
    command.error("error: --url is of a file: a page has its own address");
  }
  if (part !== undefined && (reset || feed.length > 0 || paths.some(isAddress))) {
    command.error("error: --part divides files: fetch pages, and empty the index with --reset, in a run by itself");
  }
  if (paths.length + feed.length > 1 && (url ?? title ?? media) !== undefined) {
    command.error("error: --url, --title and --media are of one article: name one file");
  }
}

/** Whether all that was to be removed was there, and every line of the file of people could be read. */
async function prepare(indexer: Indexer, { reset, remove, people }: Options): Promise<boolean> {
  if (reset) {
    await indexer.write(({ store }) => store.reset());
    process.stderr.write("The index is empty now.\n");
  }
  const known = people === undefined || (await takePeople(indexer, people));
  return (await removeAll(indexer, remove)) && known;
}

async function removeAll(indexer: Indexer, remove: readonly string[]): Promise<boolean> {
  if (remove.length === 0) return true;
  const removed = await indexer.write(({ store }) => removeArticles(store, remove.map(localIdOrUrl)));
  process.stderr.write(`${removed} of ${remove.length} removed.\n`);
  return removed === remove.length;
}

/** Whether every line could be read. */
async function takePeople(indexer: Indexer, path: string): Promise<boolean> {
  const { people, failures } = await readPeopleFile(path);
  for (const { message } of failures) process.stderr.write(`${message}\n`);
  if (people.length === 0 && failures.length > 0) {
    process.stderr.write(`No person could be read from ${path}: those known before stay.\n`);
    return false;
  }
  await indexer.write(({ store }) => store.setPeople(people));
  process.stderr.write(`${path}: people known: ${people.length}.\n`);
  return failures.length === 0;
}

async function readPeopleFile(path: string): Promise<ReadPeople> {
  try {
    return await readPeople(createReadStream(inWorkingDirectory(path)), path);
  } catch (error) {
    const reason = reasonOf(error);
    throw new VerbatimError(
      "BAD_INPUT",
      `The file of people can't be read: ${reason}. Give --people a JSON Lines file.`,
    );
  }
}

/** The public id that GraphQL shows becomes the store's; an url stays. */
function localIdOrUrl(name: string): string {
  return parseGlobalId(name)?.localId ?? name;
}

/** Whether all went in. */
async function indexOnce(indexer: Indexer, { paths, web, options, maxArticleBytes, signal }: Pass): Promise<boolean> {
  if (paths.length === 0 && web === null) return true;
  // Loads what reads articles, which removing some need not wait for.
  const { indexPaths } = await import("../src/indexing/index-paths.ts");
  const details = detailsOf(options);
  const run = {
    paths: paths.filter((path) => path !== STANDARD_INPUT && !isAddress(path)),
    ...(web && { pages: web.read(paths.filter(isAddress), options.feed) }),
    workingDirectory: WORKING_DIRECTORY,
    details,
    otherInputs: paths.includes(STANDARD_INPUT)
      ? [await standardInput(process.stdin, FORMATS[options.format] ?? "TEXT", details)]
      : [],
    sample: false,
    ...(options.part && { part: options.part }),
    limits: { maxArticleBytes },
    signal,
    onEvent: options.json ? printEvent : () => {},
  };
  const tally = await indexer.write((parts) => indexPaths(run, parts));
  return tally.failed === 0;
}

function printEvent(event: IndexEvent): void {
  process.stdout.write(`${JSON.stringify(eventLine(event))}\n`);
}

function eventLine(event: IndexEvent): Readonly<Record<string, unknown>> {
  const { type } = event;
  if (type === "failed")
    return { event: type, where: event.where, code: event.error.code, message: event.error.message };
  if (type === "removed")
    return { event: type, id: toGlobalId("Article", event.id), title: event.title, reason: event.reason };
  const { id, title, url } = event.article;
  const outcome = "chunks" in event ? { quotes: event.quotes, chunks: event.chunks } : { where: event.where };
  return { event: type, id: toGlobalId("Article", id), title, url, ...outcome };
}

function parsePart(value: string): PartOfRun {
  const [number = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(value)?.slice(1) ?? []).map(Number);
  if (1 <= number && number <= of) return { number, of };
  throw new InvalidArgumentError("Give two whole numbers, such as 1/2 for the first of two.");
}

function checkMinutes(value: string): number {
  const minutes = Number(value);
  if (minutes > MAX_MINUTES) {
    throw new InvalidArgumentError(`Give at most a week, which is ${MAX_MINUTES.toLocaleString("en")} minutes.`);
  }
  if (minutes >= 1) return minutes;
  throw new InvalidArgumentError("Give at least one minute.");
}
