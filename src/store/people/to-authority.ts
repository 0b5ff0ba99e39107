import type { Authority } from "../../model/entity.ts";

/** @param wikidata Such as `Q42`. */
export function toAuthority(born: string | null, wikidata: string | null, url: string | null): Authority {
  const item = wikidata === null ? null : `https://www.wikidata.org/wiki/${wikidata}`;
  return { born, wikidata, sameAs: [...new Set([item, url].filter((address) => address !== null))] };
}
