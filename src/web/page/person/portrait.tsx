import { formatDate } from "../../../model/format-date.ts";
import { SamePerson } from "../correcting/same-person.tsx";
import { Link } from "../navigation/link.tsx";
import { personAddress } from "../navigation/person-address.ts";
import { CorrectionNote } from "../quote/correction-note.tsx";
import { webUrl } from "../quote/web-url.ts";
import type { Somebody } from "./documents.ts";

interface PortraitProps {
  readonly somebody: Somebody;
  /** Whether the reader may put right who it is. */
  readonly mayWrite: boolean;
}

/** Who it is, as articles have it. */
export const Portrait = ({ somebody, mayWrite }: PortraitProps) => (
  <header class="portrait">
    <h1>{somebody.name}</h1>
    {somebody.__typename === "Person" && <Titles titles={somebody.titles} />}
    {somebody.__typename === "Person" && <MayBe people={somebody.mayBe} />}
    <p class="note">{notes(somebody)}</p>
    {somebody.__typename === "Person" && <Elsewhere addresses={somebody.sameAs} />}
    {somebody.__typename === "Person" && <CorrectionNote correction={somebody.correction} />}
    {somebody.__typename === "Person" && mayWrite && <SamePerson person={somebody} />}
  </header>
);

type Person = Extract<Somebody, { readonly __typename: "Person" }>;
type Titles = Person["titles"];

/** The current title, and the others where one asks for them. */
function Titles({ titles: [current, ...others] }: { readonly titles: Titles }) {
  if (current === undefined) return null;
  return (
    <>
      <TitleList titles={[current]} />
      {others.length > 0 && (
        <details class="note">
          <summary>{others.length === 1 ? "Another title" : `${others.length} other titles`}</summary>
          <TitleList titles={others} />
        </details>
      )}
    </>
  );
}

/** Whom a surname may mean. */
const MayBe = ({ people }: { readonly people: Person["mayBe"] }) =>
  people.length === 0 ? null : (
    <p class="note">
      May be{" "}
      {people.map(({ id, name }, i) => (
        <span key={id}>
          {i > 0 && " or "}
          <Link to={personAddress(id)}>{name}</Link>
        </span>
      ))}
      .
    </p>
  );

/** Pages on the person on the web. */
const Elsewhere = ({ addresses }: { readonly addresses: readonly string[] }) => {
  const urls = addresses.flatMap((address) => webUrl({ url: address }) ?? []);
  return urls.length === 0 ? null : (
    <p class="note">
      {urls.map((url) => (
        <span key={url}>
          <a href={url}>{new URL(url).hostname.replace(/^www\./, "")}</a>{" "}
        </span>
      ))}
    </p>
  );
};

const TitleList = ({ titles }: { readonly titles: Titles }) => (
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
