import { formatDate } from "../quote/format-date.ts";
import type { Somebody } from "./documents.ts";

/** Who it is, as articles have it. */
export const Portrait = ({ somebody }: { readonly somebody: Somebody }) => (
  <header class="portrait">
    <h1>{somebody.name}</h1>
    {somebody.__typename === "Person" && <Titles titles={somebody.titles} />}
    <p class="note">{notes(somebody)}</p>
  </header>
);

type Titles = Extract<Somebody, { readonly __typename: "Person" }>["titles"];

const Titles = ({ titles }: { readonly titles: Titles }) => (
  <ul class="titles">
    {titles.map(({ title, asOf }) => (
      <li key={`${title} ${asOf}`}>
        {title}
        {asOf !== null && <time dateTime={asOf}>{formatDate(asOf)}</time>}
      </li>
    ))}
  </ul>
);

function notes({ aliases, mentionCount, articles: { totalCount } }: Somebody): string {
  const times = mentionCount === 1 ? "Mentioned once" : `Mentioned ${mentionCount} times`;
  const mentioned = `${times} in ${totalCount === 1 ? "1 article" : `${totalCount} articles`}.`;
  return aliases.length === 0 ? mentioned : `Also called ${aliases.join(", ")}. ${mentioned}`;
}
