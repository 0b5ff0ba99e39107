import { parseTextStream, parseVTTTimestamp, tokenizeVTTCue, type VTTCue, type VTTNode } from "media-captions";
import { VerbatimError } from "../../errors.ts";

/** Line ends of WebVTT (https://www.w3.org/TR/webvtt1/#file-structure). */
const LINE_END = /\r\n|[\n\r]/g;

const ARROW = "-->";

/** A cue line: two times, and in WebVTT settings. */
const TIMING = /^\s*([\d:.,]+)\s*-->\s*([\d:.,]+)/;

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
  const { cues } = await parseTextStream(lineStream(text), { type });
  if (cues.length === 0) throw noCues(where);
  return inOrder(cues, where).map(toCue);
}

/** Line by line as they are asked for: a queue of all of them took the parser minutes for 300,000 cues. */
function lineStream(text: string): ReadableStream<string> {
  const lines = linesOf(text);
  return new ReadableStream(
    {
      pull(controller) {
        const { value, done } = lines.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}

function* linesOf(text: string): Generator<string, undefined> {
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(LINE_END)) {
    yield withLength(text.slice(start, index));
    start = index + mark.length;
  }
  yield withLength(text.slice(start));
}

/** A line of times of which the second is not behind the first, mended. */
function withLength(line: string): string {
  if (!line.includes(ARROW)) return line.trimEnd() === "" ? "" : line;
  const [whole, from = "", to = ""] = TIMING.exec(line) ?? [];
  const start = parseVTTTimestamp(from.replace(",", "."));
  const end = parseVTTTimestamp(to.replace(",", "."));
  if (whole === undefined || start === null || end === null || end > start) return line;
  return `${from} ${ARROW} ${timestamp(start + LEAST_SECONDS)}${line.slice(whole.length)}`;
}

function timestamp(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (n: number) => String(n).padStart(2, "0");
  const milliseconds = String(Math.round((seconds - whole) * 1_000)).padStart(3, "0");
  return `${two(Math.floor(whole / 3_600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${milliseconds}`;
}

function inOrder(cues: readonly VTTCue[], where: string): readonly VTTCue[] {
  let latest = 0;
  for (const { startTime } of cues) {
    if (startTime < latest - MAX_BACKWARDS_SECONDS) throw backwards(where, latest, startTime);
    latest = Math.max(latest, startTime);
  }
  return cues;
}

const toCue = (cue: VTTCue): Cue => ({
  startSeconds: cue.startTime,
  endSeconds: cue.endTime,
  lines: linesOfNodes(tokenizeVTTCue(cue)),
});

/** `{\an8}` and its like, which SubRip took over from another format. */
const PLACING = /\{\\[^{}]*\}/g;

/** Walks without recursion, so that no depth of tags overflows the stack. */
function linesOfNodes(nodes: readonly VTTNode[]): readonly CueLine[] {
  const lines: { text: string; voice: string | null }[] = [];
  const open = [...nodes].reverse().map((node) => ({ node, voice: null as string | null }));
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

function backwards(where: string, from: number, to: number): VerbatimError {
  const message = `${where}: its times run backwards, from ${timestamp(from)} to ${timestamp(to)}. Give each recording a file of its own.`;
  return new VerbatimError("ARTICLE_UNREADABLE", message);
}
