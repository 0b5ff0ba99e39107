import { useState } from "preact/hooks";
import { CorrectionForm } from "./correction-form.tsx";
import { MERGE_PEOPLE, RENAME_PERSON, SPLIT_PERSON } from "./documents.ts";
import { OneOf } from "./one-of.tsx";
import { useChange } from "./use-change.ts";
import { ChosenArticles, ChosenPerson } from "./whom-and-where.tsx";

const WRONGS = {
  MERGED: "Another page is the same person",
  SPLIT: "Some articles mean somebody else",
  RENAMED: "The name is another",
} as const;
type Wrong = keyof typeof WRONGS;

/** Puts a person right: who else is the same, which articles mean another, and the name. */
export function SamePerson({ person }: { readonly person: { readonly id: string; readonly name: string } }) {
  const [wrong, setWrong] = useState<Wrong>("MERGED");
  const [name, setName] = useState("");
  const [other, setOther] = useState<string | null>(null);
  const [articles, setArticles] = useState<readonly string[]>([]);
  const { failure, isBusy, change } = useChange();
  const submit = (reason: string | null) => {
    if (wrong === "RENAMED") return change(RENAME_PERSON, { person: person.id, name, reason });
    if (wrong === "MERGED")
      return change(MERGE_PEOPLE, { people: other === null ? [] : [other], into: person.id, reason });
    return change(SPLIT_PERSON, {
      person: person.id,
      articles: [...articles],
      name: name.trim() === "" ? null : name,
      reason,
    });
  };
  return (
    <CorrectionForm question="Same person?" failure={failure} isBusy={isBusy} onSubmit={submit}>
      <OneOf legend="What is wrong" options={WRONGS} value={wrong} onChange={setWrong} />
      {wrong === "MERGED" && <ChosenPerson not={person.id} value={other} onChange={setOther} />}
      {wrong === "SPLIT" && <ChosenArticles personId={person.id} value={articles} onChange={setArticles} />}
      {wrong !== "MERGED" && (
        <label>
          {wrong === "SPLIT" ? "What to call the other" : "What to call them"}
          <input
            name="name"
            required={wrong === "RENAMED"}
            autocomplete="off"
            spellcheck={false}
            placeholder={person.name}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
      )}
    </CorrectionForm>
  );
}
