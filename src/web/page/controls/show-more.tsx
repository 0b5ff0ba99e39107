import { MAX_COUNT, PAGE_SIZE } from "../navigation/parameters.ts";
import { navigate } from "../navigation/use-location.ts";

interface ShowMoreProps {
  /** How many are shown now. */
  readonly count: number;
  readonly hasMore: boolean;
  readonly addressOf: (count: number) => string;
}

/** Lengthens a list, up to the longest page that the server gives. */
export function ShowMore({ count, hasMore, addressOf }: ShowMoreProps) {
  if (!hasMore) return null;
  if (count >= MAX_COUNT) {
    return <p class="note">These are the first {MAX_COUNT}. A narrower question or a filter brings up others.</p>;
  }
  const more = Math.min(count + PAGE_SIZE, MAX_COUNT);
  return (
    <button type="button" class="action show-more" onClick={() => navigate(addressOf(more), "REPLACE")}>
      Show more
    </button>
  );
}
