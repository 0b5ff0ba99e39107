import { countParameter, PAGE_SIZE, readCount, readOneOf, withParameters } from "./parameters.ts";
import { ALL_TIME, type Period, periodParameters, readPeriod } from "./period.ts";

const ORDERS = ["NEWEST", "OLDEST"] as const;
type TimeOrder = (typeof ORDERS)[number];

/** What a person's page shows of the quotes. */
export interface PersonState {
  /** Only quotes about this, the best first; empty for all, in the order of time. */
  readonly about: string;
  readonly order: TimeOrder;
  readonly period: Period;
  readonly count: number;
}

export const EVERY_QUOTE: PersonState = { about: "", order: "NEWEST", period: ALL_TIME, count: PAGE_SIZE };

export const readPerson = (parameters: URLSearchParams): PersonState => ({
  about: parameters.get("about") ?? "",
  order: readOneOf(parameters, "order", ORDERS) ?? "NEWEST",
  period: readPeriod(parameters),
  count: readCount(parameters),
});

export const personAddress = (id: string, state: PersonState = EVERY_QUOTE): string =>
  withParameters(`/person/${id}`, [
    ...(state.about === "" ? [] : ([["about", state.about]] as const)),
    ...(state.order === "NEWEST" ? [] : ([["order", state.order]] as const)),
    ...periodParameters(state.period),
    ...countParameter(state.count),
  ]);
