import type { TimelineUnit } from "../../store/quote-store.ts";
import { describeEnum } from "../describe-enum.ts";

export const TimelineUnitEnum = describeEnum<TimelineUnit>("TimelineUnit", "How long a period of a timeline is.", {
  DAY: "A day, such as 2024-03-05.",
  MONTH: "A month, such as 2024-03.",
  YEAR: "A year, such as 2024.",
});
