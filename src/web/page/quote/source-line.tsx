import { formatDate } from "../../../model/format-date.ts";
import { articleAddress } from "../navigation/article-address.ts";
import { Link } from "../navigation/link.tsx";
import type { Source } from "./fragments.ts";

interface SourceLineProps {
  readonly source: Source;
  /** The anchor of the words in the article; none for its top. */
  readonly anchor?: string;
}

/** Of notes there is no article here to go to. */
export const NoteLine = ({ source }: Pick<SourceLineProps, "source">) => (
  <p class="source">
    {source.title ?? "Notes"} <span>your notes</span>
  </p>
);

/** Which article, of whom, and when. */
export const SourceLine = ({ source, anchor = "" }: SourceLineProps) => (
  <p class="source">
    <SourceTitle source={source} anchor={anchor} />
    <SourceDetails source={source} />
  </p>
);

export const SourceTitle = ({ source, anchor = "" }: SourceLineProps) => (
  <Link to={articleAddress(source.id, { anchor })} class="source-title">
    {source.title ?? "Article without a title"}
  </Link>
);

/** Publisher and date, as far as they are known. */
export const SourceDetails = ({ source: { publisher, publishedAt } }: { readonly source: Source }) => (
  <>
    {publisher !== null && <span>{publisher}</span>}
    {publishedAt !== null && <time dateTime={publishedAt}>{formatDate(publishedAt)}</time>}
  </>
);
