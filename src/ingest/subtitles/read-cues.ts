import { parseTextStream, tokenizeVTTCue, type VTTCue, type VTTNode } from "media-captions";
import { VerbatimError } from "../../errors.ts";

/** Line ends of WebVTT (https://www.w3.org/TR/webvtt1/#file-structure). */
const LINE_END = /\r\n|[\n\r]/g;

const ARROW = "-->";

/** A cue line: two times, and in WebVTT settings. */
const TIMING = /^\s*(\d[\w:.,]*)\s*-->\s*(\S+)/;

/** A time as exports write it. */
const CLOCK = /^(?:(?<hours>\d{1,2}):)?(?<minutes>\d{1,3}):(?<seconds>\d{1,2})(?:[.,](?<fraction>\d{1,6}))?$/;

/** The parser knows two digits of hours. */
const MAX_SECONDS = 100 * 3_600;

const BATCH_LINES = 4_000;

/** Two people at once may stand out of order by so much; what goes back further is another recording, or damage. */
const MAX_BACKWARDS_SECONDS = 60;

/** Exports of some systems give a cue no length, or less: the parser would drop its words. */
const LEAST_SECONDS = 0.001;

/** A line of a cue, as it is heard. */
export interface CueLine {
  readonly text: string;
  /** Whom the format names (`<v Lena Marsh>`); null for nobody. */
  readonly voice: string | null;
}

export interface Cue {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly lines: readonly CueLine[];
}

/**
 * The cues of WebVTT or SubRip, whichever the text is, in order.
 * @throws VerbatimError ARTICLE_UNREADABLE for a text without cues, and for times that run backwards
 */
export async function readCues(text: string, where: string): Promise<readonly Cue[]> {
  const type = /^WEBVTT(?:[ \t\r\n]|$)/.test(text) ? "vtt" : "srt";
  const cues: Cue[] = [];
  for (const lines of batchesOf(mendedLines(text, { hasSettings: type === "vtt", where }))) {
    const { cues: read } = await parseTextStream(streamOf(type === "vtt" ? ["WEBVTT", "", ...lines] : lines), { type });
    for (const cue of read) cues.push(toCue(cue));
  }
  if (cues.length === 0) throw noCues(where);
  refuseBackwards(cues, where);
  return cues;
}

/** Whole blocks of some thousand lines: the parser's own cues take a kilobyte each, so that few are held at a time. */
function* batchesOf(lines: Iterable<string>): Generator<readonly string[]> {
  let batch: string[] = [];
  for (const line of lines) {
    batch.push(line);
    if (line !== "" || batch.length < BATCH_LINES) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Line by line as they are asked for: with a queue of all of them the parser took minutes for 300,000 cues. */
function streamOf(lines: readonly string[]): ReadableStream<string> {
  const rest = lines.values();
  return new ReadableStream(
    {
      pull(controller) {
        const { value, done } = rest.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}

interface Reading {
  /** Whether settings may stand behind the times; in SubRip the parser would take them for words. */
  readonly hasSettings: boolean;
  readonly where: string;
}

function* mendedLines(text: string, reading: Reading): Generator<string> {
  let start = 0;
  let number = 1;
  for (const { index, 0: mark } of text.matchAll(LINE_END)) {
    yield mended(text.slice(start, index), number, reading);
    start = index + mark.length;
    number += 1;
  }
  yield mended(text.slice(start), number, reading);
}

/** A line of times in the one form that the parser knows, the second behind the first; other lines as they are. */
function mended(line: string, number: number, { hasSettings, where }: Reading): string {
  if (line.trim() === "") return "";
  const times = line.includes(ARROW) ? TIMING.exec(line) : null;
  if (times === null) return line;
  const [whole, from = "", to = ""] = times;
  const [start, end] = [secondsOf(from), secondsOf(to)];
  if (start === null || end === null) throw noTime(where, number, line);
  return `${timestamp(start)} ${ARROW} ${timestamp(Math.max(end, start + LEAST_SECONDS))}${hasSettings ? line.slice(whole.length) : ""}`;
}

/** Of `1:02:03.4`, `02:03,400` or `62:03`; null for what is no time, and from a hundred hours on. */
function secondsOf(time: string): number | null {
  const { hours = "0", minutes, seconds, fraction = "0" } = CLOCK.exec(time)?.groups ?? {};
  if (minutes === undefined || seconds === undefined) return null;
  const total = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds) + Number(`.${fraction}`);
  return total < MAX_SECONDS ? total : null;
}

function timestamp(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (n: number) => String(n).padStart(2, "0");
  const milliseconds = String(Math.round((seconds - whole) * 1_000)).padStart(3, "0");
  return `${two(Math.floor(whole / 3_600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${milliseconds}`;
}

function refuseBackwards(cues: readonly Cue[], where: string): void {
  let latest = 0;
  for (const { startSeconds } of cues) {
    if (startSeconds < latest - MAX_BACKWARDS_SECONDS) throw backwards(where, latest, startSeconds);
    latest = Math.max(latest, startSeconds);
  }
}

const toCue = ({ startTime, endTime, text, id = "" }: VTTCue): Cue => ({
  startSeconds: startTime,
  endSeconds: endTime,
  lines: linesOfNodes(
    tokenizeVTTCue({ startTime, endTime, text: text.replace(NO_TAG, "&lt;") }),
    NAMED_CUE.exec(id)?.[1] ?? null,
  ),
});

/** `7 "Lena Marsh" (3187671)`: a service for meetings names the speaker in the line above the times. */
const NAMED_CUE = /^\d+\s+"([^"]{2,80})"\s+\(\d+\)$/;

/** Begins no tag and no time; the parser would drop what stands behind it. */
const NO_TAG = /<(?!\/?[a-z]|\d+:)/gi;

/** `{\an8}` and its like, which SubRip took over from another format. */
const PLACING = /\{\\[^{}]*\}/g;

/**
 * Walks without recursion, so that no depth of tags overflows the stack.
 * @param named Who speaks where no tag says so
 */
function linesOfNodes(nodes: readonly VTTNode[], named: string | null): readonly CueLine[] {
  const lines: { text: string; voice: string | null }[] = [];
  const open = [...nodes].reverse().map((node) => ({ node, voice: named }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, voice } = next;
    if (node.type === "text") addText(lines, node.data, voice);
    else {
      const inner = node.type === "v" ? node.voice.trim() || null : voice;
      for (const child of [...node.children].reverse()) open.push({ node: child, voice: inner });
    }
  }
  return lines.map(({ text, voice }) => ({ text: onOneLine(text), voice })).filter(({ text }) => text !== "");
}

function addText(lines: { text: string; voice: string | null }[], data: string, voice: string | null): void {
  data.split("\n").forEach((text, i) => {
    const last = lines.at(-1);
    if (i === 0 && last !== undefined && last.voice === voice) last.text += text;
    else lines.push({ text, voice });
  });
}

const onOneLine = (text: string): string => text.replace(PLACING, "").replace(/\s+/g, " ").trim();

function noCues(where: string): VerbatimError {
  const message = `${where} holds no cue such as "00:00:01.000 --> 00:00:04.000" with words below it. Save a text without times as .txt.`;
  return new VerbatimError("ARTICLE_UNREADABLE", message);
}

function noTime(where: string, number: number, line: string): VerbatimError {
  const message = `${where} line ${number}: ${JSON.stringify(line.trim().slice(0, 60))} is no pair of times such as 00:00:01.000 --> 00:00:04.000. Mend the line, or take it out.`;
  return new VerbatimError("ARTICLE_UNREADABLE", message);
}

function backwards(where: string, from: number, to: number): VerbatimError {
  const message = `${where}: its times run backwards, from ${timestamp(from)} to ${timestamp(to)}. Give each recording a file of its own.`;
  return new VerbatimError("ARTICLE_UNREADABLE", message);
}
