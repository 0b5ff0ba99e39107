/** A time of the day or of the recording: "0:03", "00:03", "20:01:15", "00:00:03.200", "012:03:11", and with frames "01:00:03:12". */
export const CLOCK = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3}|[:;]\d{2})?`;
/** Up to which other time a cue lasts: " --> 00:07.200". */
export const TO_CLOCK = String.raw`(?:\s*(?:-->|[-–—])\s*${CLOCK})`;
const FRAMES = /^(\d+:\d+:\d+)[:;]\d+$|^(\d+:\d+);\d+$/;

/** The half of the day behind a time: then it is none of a recording. */
export const HALF_OF_DAY = String.raw`(?:[ \u00a0\u202f]?[ap]\.?m\b\.?)`;

/** For patterns that ignore case. */
export const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?`;
const IN_FIGURES = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{2,4}`;
const IN_WORDS = String.raw`${WEEKDAY}(?:\d{1,2} ${MONTH}\.?,?|${MONTH}\.? \d{1,2},?) \d{4}`;

/** A date as exports of messages have it before the time: "05/03/2024, ", "2024-03-05 ", "5 Mar 2024 at ". */
export const DATE = `(?:(?:${IN_FIGURES}|${IN_WORDS})(?:,|\\s+at)?\\s+)`;

/** "1:02:03.5" as 3723.5. */
export const seconds = (clock: string): number =>
  clock
    .replace(FRAMES, "$1$2")
    .replace(",", ".")
    .split(":")
    .reduce((sum, part) => 60 * sum + Number(part), 0);

/** A recording is named or begun to be spoken in within so many seconds. */
const LATEST_START_SECONDS = 300;

/** Whether times count from the beginning of a recording: the first is near it, and none runs backwards. */
export const areOfRecording = (times: readonly number[]): boolean =>
  times.length > 0 &&
  (times[0] as number) <= LATEST_START_SECONDS &&
  times.every((time, i) => i === 0 || (times[i - 1] as number) <= time);
