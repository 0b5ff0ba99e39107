import { VerbatimError } from "../errors.ts";

/**
 * A time as dates are kept, by `toISOString`, so that the order of the letters is the order of time.
 * @throws VerbatimError BAD_INPUT for what is no time.
 */
export function comparableTime(time: string): string {
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) {
    throw new VerbatimError("BAD_INPUT", `"${time}" is not a time. Write it as 2024-03-05T00:00:00.000Z.`);
  }
  return new Date(milliseconds).toISOString();
}
