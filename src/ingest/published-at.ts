import { VerbatimError } from "../errors.ts";

/** A date, or a date and time as ISO 8601 writes them: `2024-03-05`, `2024-03-05T14:30Z`, `2024-03-05 14:30:00.5+0400`. */
const ISO_DATE_TIME =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[Tt ](?<minute>\d{2}:\d{2})(?::(?<second>\d{2})(?<fraction>[.,]\d+)?)?\s?(?<zone>[Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/;

/**
 * A publication date as `2024-03-05T00:00:00.000Z`. A date alone is midnight UTC; a time without a zone is taken as UTC.
 * @throws VerbatimError BAD_INPUT when it is no such date, or a day that no calendar has
 */
export function parsePublishedAt(value: string): string {
  const published = toIsoUtc(value.trim());
  if (published !== null) return published;
  throw new VerbatimError(
    "BAD_INPUT",
    `${JSON.stringify(value)} is not a date: give it as 2024-03-05 or 2024-03-05T14:30:00Z.`,
  );
}

/** The same, with null for what is no such date. */
export function toIsoUtc(value: string): string | null {
  const { day, minute = "00:00", second = "00", fraction = ".0", zone } = ISO_DATE_TIME.exec(value)?.groups ?? {};
  if (day === undefined || !isCalendarDay(day)) return null;
  const milliseconds = fraction.slice(1, 4).padEnd(3, "0");
  const time = new Date(`${day}T${minute}:${second}.${milliseconds}${zoneOffset(zone)}`);
  // A year beyond 0000-9999 after the conversion would be written with a sign and six digits.
  return Number.isNaN(time.getTime()) || !/^\d{4}-/.test(time.toISOString()) ? null : time.toISOString();
}

/** `Date` rolls 30 February over into March; a date that does not come back as it was is none. */
function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function zoneOffset(zone = "Z"): string {
  if (zone.toUpperCase() === "Z") return "Z";
  return `${zone.slice(0, 3)}:${zone.slice(3).replace(":", "") || "00"}`;
}
