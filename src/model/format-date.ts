const LONG_DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** Such as "14 March 2025", in UTC as articles are dated. @param moment ISO 8601. */
export const formatDate = (moment: string): string => LONG_DATE.format(new Date(moment));
