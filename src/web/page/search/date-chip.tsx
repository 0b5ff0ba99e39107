import type { ResultOf } from "../graphql/graphql.ts";
import type { SEARCH } from "./documents.ts";
import { withoutWords } from "./without-words.ts";

type QueryDate = NonNullable<ResultOf<typeof SEARCH>["search"]["reading"]["date"]>;

interface DateChipProps {
  readonly date: QueryDate;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** The time that the question was taken to name; pressed, it leaves the question, and all times are searched. */
export const DateChip = ({ date, query, onQuery }: DateChipProps) => (
  <p class="note read-date">
    <button type="button" class="chip" aria-pressed="true" onClick={() => onQuery(withoutWords(query, date.words))}>
      Published {days(date)}
      <span aria-hidden="true"> ×</span>
      <span class="for-ears">, remove</span>
    </button>
  </p>
);

function days({ from, to }: QueryDate): string {
  if (from === null) return `up to ${to}`;
  if (to === null) return `from ${from} on`;
  return from === to ? `on ${from}` : `${from} to ${to}`;
}
