import { clockTime } from "../../../model/clock-time.ts";
import type { Told } from "./fragments.ts";
import { webUrl } from "./web-url.ts";

/** Opens the recording where the words are heard; only tells the time where no recording is known. */
export function MediaLink({ quote }: { readonly quote: Pick<Told, "media"> | null }) {
  const media = quote?.media ?? null;
  if (media === null) return null;
  const time = clockTime(media.start);
  const url = webUrl(media);
  if (url === null) return <span class="note">heard at {time}</span>;
  return (
    <a class="action" href={url} target="_blank" rel="noopener noreferrer" aria-label={`Hear it at ${time}`}>
      ▶ {time}
    </a>
  );
}
