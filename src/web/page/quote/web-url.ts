/** Where an article, or a recording, is on the web; what comes from an article is no link until it is seen to lead there. */
export const webUrl = ({ url }: { readonly url: string | null }): string | null =>
  url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
