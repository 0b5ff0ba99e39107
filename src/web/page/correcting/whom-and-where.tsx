import { useId, useState } from "preact/hooks";
import { formatDate } from "../../../model/format-date.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import { ARTICLES_NAMING, PEOPLE_CALLED } from "./documents.ts";

interface ChosenPersonProps {
  /** Who is not to be chosen: whose page it is. */
  readonly not: string;
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}

/** Finds somebody by the beginning of a name, and lets one be chosen of those who are called so. */
export function ChosenPerson({ not, value, onChange }: ChosenPersonProps) {
  const [query, setQuery] = useState("");
  const { answer } = useAnswer(PEOPLE_CALLED, query.trim() === "" ? null : { query });
  const group = useId();
  const people = (answer?.people.nodes ?? []).filter(({ id }) => id !== not);
  return (
    <>
      <label>
        The other’s name
        <input
          name="other"
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      </label>
      {people.length > 0 && (
        <fieldset class="one-of">
          <legend>Who is the same</legend>
          {people.map(({ id, name, currentTitle, mentionCount }) => (
            <label key={id}>
              <input type="radio" name={group} required checked={id === value} onChange={() => onChange(id)} />
              {[name, currentTitle, `mentioned ${mentionCount} times`].filter((part) => part !== null).join(", ")}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

interface ChosenArticlesProps {
  readonly personId: string;
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Lets some of the articles be chosen that name a person. */
export function ChosenArticles({ personId, value, onChange }: ChosenArticlesProps) {
  const { answer } = useAnswer(ARTICLES_NAMING, { id: personId });
  const articles = answer?.person?.articles.nodes ?? [];
  const toggle = (id: string) => onChange(value.includes(id) ? value.filter((one) => one !== id) : [...value, id]);
  return (
    <fieldset class="one-of">
      <legend>Which articles mean somebody else</legend>
      {articles.map(({ id, title, publisher, publishedAt }) => (
        <label key={id}>
          <input type="checkbox" checked={value.includes(id)} onChange={() => toggle(id)} />
          {[title ?? "Article without a title", publisher, publishedAt && formatDate(publishedAt)]
            .filter((part) => part !== null)
            .join(", ")}
        </label>
      ))}
    </fieldset>
  );
}
