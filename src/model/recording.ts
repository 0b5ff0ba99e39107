import { firstFrom, type Span } from "./span.ts";

/** A stretch of the text, and when it is heard in the recording: seconds from its beginning. */
export interface TimedSpan extends Span {
  readonly startSeconds: number;
  /** Null where only the beginning is known. */
  readonly endSeconds: number | null;
}

/** What an article is a transcript of, as far as the format gives times. */
export interface Recording {
  /** Where it can be heard or seen; null where that is not known. */
  readonly url: string | null;
  /** In text order, not overlapping in the text. */
  readonly times: readonly TimedSpan[];
}

/** Where words are heard: in seconds, and the address that opens the recording there. */
export interface MediaMoment {
  /** With the moment as a media fragment (`#t=12.5,19`); null where no recording is known. */
  readonly url: string | null;
  readonly start: number;
  readonly end: number | null;
}

/** When the words are heard: from the first time that they touch to the end of the last; null where none is known. */
export function momentOf(recording: Recording | null, spans: readonly Span[]): MediaMoment | null {
  const heard = recording === null ? [] : spans.flatMap((span) => timesIn(recording.times, span));
  const [first] = heard;
  if (recording === null || first === undefined) return null;
  const start = first.startSeconds;
  const last = heard.reduce<number | null>((end, time) => laterOf(end, time.endSeconds), null);
  const end = last !== null && last > start ? last : null;
  return { url: recording.url === null ? null : urlAt(recording.url, start, end), start, end };
}

/** The times that a span overlaps. */
function timesIn(times: readonly TimedSpan[], span: Span): readonly TimedSpan[] {
  const from = firstFrom(times, span.start + 1, ({ end }) => end);
  const found: TimedSpan[] = [];
  for (let i = from; i < times.length && (times[i] as TimedSpan).start < span.end; i++)
    found.push(times[i] as TimedSpan);
  return found;
}

const laterOf = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

/** The address with a temporal fragment (https://www.w3.org/TR/media-frags/#naming-time), in the place of any other. */
function urlAt(url: string, start: number, end: number | null): string {
  const until = end === null ? "" : `,${seconds(end)}`;
  return `${url.replace(/#.*$/s, "")}#t=${seconds(start)}${until}`;
}

/** To the millisecond, without needless zeros. */
const seconds = (time: number): string => String(Math.round(time * 1_000) / 1_000);
