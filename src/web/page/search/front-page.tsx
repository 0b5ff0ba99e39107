import type { ResultOf } from "../graphql/graphql.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import { Link } from "../navigation/link.tsx";
import { personAddress } from "../navigation/person-address.ts";
import { SourceLine } from "../quote/source-line.tsx";
import { titleOf } from "../quote/speaker-title.ts";
import { Failure } from "../states/failure.tsx";
import { Skeleton } from "../states/skeleton.tsx";
import { FRONT_PAGE } from "./documents.ts";

/** What there is to read and to ask about, before there is a question. */
export function FrontPage() {
  const { answer, failure, retry } = useAnswer(FRONT_PAGE, {});
  if (failure !== null) return <Failure failure={failure} retry={retry} />;
  if (answer === null) return <Skeleton label="Opening the index" shape="LINES" />;
  if (answer.index.articles === 0) return <EmptyIndex />;
  return (
    <>
      <p class="counts">
        {inventory(answer.index)} Put exact words in <kbd>"marks"</kbd>, leave one out by <kbd>-word</kbd>, keep one
        speaker by <kbd>speaker:name</kbd>.
      </p>
      <div class="front">
        <People people={answer.people.nodes} />
        <Articles articles={answer.articles.nodes} />
      </div>
    </>
  );
}

type FrontPageAnswer = ResultOf<typeof FRONT_PAGE>;

function inventory({ articles, quotes, people, sampleArticles }: FrontPageAnswer["index"]): string {
  const held = [counted(quotes, "quote"), counted(people, "person", "people"), counted(articles, "article")];
  const samples = sampleArticles === articles ? ": samples, which leave when the first article of your own comes" : "";
  return `${held.join(", ")}${samples}.`;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

const People = ({ people }: { readonly people: FrontPageAnswer["people"]["nodes"] }) => (
  <section aria-labelledby="people">
    <h2 id="people">Most mentioned</h2>
    <ul class="list">
      {people.map((person) => (
        <li key={person.id}>
          <Link to={personAddress(person.id)} class="source-title">
            {person.name}
          </Link>
          <span class="note">{titleOf(person)}</span>
        </li>
      ))}
    </ul>
  </section>
);

const Articles = ({ articles }: { readonly articles: FrontPageAnswer["articles"]["nodes"] }) => (
  <section aria-labelledby="articles">
    <h2 id="articles">Latest articles</h2>
    <ul class="list">
      {articles.map((article) => (
        <li key={article.id}>
          <SourceLine source={article} />
        </li>
      ))}
    </ul>
  </section>
);

const EmptyIndex = () => (
  <section class="state">
    <h2>The index is empty</h2>
    <p>
      Index some articles, then ask: <code>npm run index -- PATH</code>
    </p>
  </section>
);
