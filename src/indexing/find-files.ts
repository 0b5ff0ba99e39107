import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { VerbatimError } from "../errors.ts";
import { ENDINGS, formatOf } from "../ingest/format-of.ts";

/** What the given paths lead to; all paths absolute. */
export interface FoundFiles {
  /** In order of their paths, each once. */
  readonly files: readonly string[];
  /** The folders that were given: an article that came from below one and is no longer there has gone. */
  readonly folders: readonly string[];
  readonly failures: readonly { readonly where: string; readonly error: VerbatimError }[];
}

const READABLE = ENDINGS.map((ending) => `**/*${ending}`);

/** Looks up files, folders (with all below them) and glob patterns, relative to a folder. */
export async function findFiles(paths: readonly string[], workingDirectory: string): Promise<FoundFiles> {
  const found = await Promise.all(paths.map((path) => findOne(path, workingDirectory)));
  return {
    files: [...new Set(found.flatMap(({ files }) => files))].sort(),
    folders: found.flatMap(({ folders }) => folders),
    failures: found.flatMap(({ failures }) => failures),
  };
}

async function findOne(path: string, workingDirectory: string): Promise<FoundFiles> {
  const absolute = resolve(workingDirectory, path);
  const stats = await stat(absolute).catch(() => null);
  if (stats?.isDirectory()) return { files: await filesBelow(absolute), folders: [absolute], failures: [] };
  if (stats) return formatOf(path) ? filesOnly([absolute]) : failure(path, unknownFormat(path));
  if (!isDynamicPattern(path)) return failure(path, notFound(path));
  const files = await glob(path, { cwd: workingDirectory, absolute: true, caseSensitiveMatch: false });
  const readable = files.filter((file) => formatOf(file) !== null);
  return readable.length > 0 ? filesOnly(readable) : failure(path, notFound(path));
}

/** What tells of a folder is no article in it. */
const ABOUT_THE_FOLDER = ["**/readme.md", "**/license.md", "**/changelog.md", "**/contributing.md"];

const filesBelow = (folder: string): Promise<string[]> =>
  glob(READABLE, { cwd: folder, absolute: true, caseSensitiveMatch: false, ignore: ABOUT_THE_FOLDER });

const filesOnly = (files: readonly string[]): FoundFiles => ({
  files: files.map((file) => resolve(file)),
  folders: [],
  failures: [],
});

const failure = (where: string, error: VerbatimError): FoundFiles => ({
  files: [],
  folders: [],
  failures: [{ where, error }],
});

const notFound = (path: string): VerbatimError =>
  new VerbatimError("ARTICLE_NOT_FOUND", `${path}: there is no such file or folder, and no article matches it.`);

/** What to make of files of other kinds, by their endings. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/\.(?:doc|odt|rtf|pages|wpd)$/i, "save it as .docx"],
  [/\.(?:mp[34]|m4[av]|wav|ogg|webm|mov|mkv|flac)$/i, "transcribe it, and give the subtitles (.vtt or .srt)"],
  [/\.(?:png|jpe?g|tiff?|gif|webp|heic)$/i, "recognise its text first, and save it as .txt or .pdf"],
  [/\.(?:zip|gz|tar|7z|rar|wacz)$/i, "unpack it, and give the folder"],
  [/\.(?:csv|tsv|xlsx?|ods|json|xml)$/i, "turn it into .jsonl, one article a line"],
  [/\.(?:mobi|azw3?)$/i, "save it as .epub"],
  [/\.(?:mbox|msg|pst)$/i, "save each message as .eml"],
  [/\.(?:mht|mhtml|webarchive)$/i, "save the page as .html"],
  [/\.(?:ass|ssa|sbv|ttml|dfxp|stl)$/i, "save it as .vtt or .srt"],
];

function unknownFormat(path: string): VerbatimError {
  const advice = ADVICE.find(([ending]) => ending.test(path))?.[1] ?? "save it as one of these";
  return new VerbatimError("ARTICLE_UNREADABLE", `${path}: only ${ENDINGS.join(", ")} files can be read; ${advice}.`);
}
