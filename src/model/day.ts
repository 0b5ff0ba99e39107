/** The day of a time in ISO 8601: 2024-03-05. */
export const dayOf = (time: string): string => time.slice(0, "YYYY-MM-DD".length);
