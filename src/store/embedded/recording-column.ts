import type { Recording } from "../../model/recording.ts";

/** As it is kept, without a name for each number: `{"url":"https://…","times":[[start,end,startSeconds,endSeconds],…]}`. */
interface KeptRecording {
  readonly url: string | null;
  readonly times: readonly (readonly [start: number, end: number, startSeconds: number, endSeconds: number | null])[];
}

export function writeRecording(recording: Recording | null): string | null {
  if (recording === null) return null;
  const kept: KeptRecording = {
    url: recording.url,
    times: recording.times.map(({ start, end, startSeconds, endSeconds }) => [start, end, startSeconds, endSeconds]),
  };
  return JSON.stringify(kept);
}

export function readRecording(column: string | null): Recording | null {
  if (column === null) return null;
  const { url, times }: KeptRecording = JSON.parse(column);
  return {
    url,
    times: times.map(([start, end, startSeconds, endSeconds]) => ({ start, end, startSeconds, endSeconds })),
  };
}
