import type { Source } from "./fragments.ts";

/** Where the article stands on the web; what comes from an article is no link until it is seen to lead there. */
export const webUrl = ({ url }: Pick<Source, "url">): string | null =>
  url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
