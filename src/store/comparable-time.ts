import { RequestError } from "../model/request-fault.ts";

/**
 * A time as dates are kept, by `toISOString`, so that the order of the letters is the order of time.
 * @throws VerbatimError BAD_INPUT for what is no time.
 */
export function comparableTime(time: string): string {
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) throw new RequestError({ fault: "NO_TIME", time });
  return new Date(milliseconds).toISOString();
}
