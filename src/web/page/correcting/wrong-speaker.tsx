import { useId, useState } from "preact/hooks";
import { foldName } from "../../../model/fold-name.ts";
import type { Assertion } from "../../../model/how-told.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import { CorrectionForm } from "./correction-form.tsx";
import { CORRECT_ATTRIBUTION, HIDE_QUOTE, NAMED_IN_ARTICLE } from "./documents.ts";
import { OneOf } from "./one-of.tsx";
import { useChange } from "./use-change.ts";

interface WrongSpeakerProps {
  readonly quoteId: string;
  readonly articleId: string;
}

/** What may be wrong with a quote, as the form asks. */
const WRONGS = {
  SPEAKER: "Somebody else said it",
  NOBODY: "Nobody by name said it",
  ASSERTION: "It was not said",
  HIDDEN: "It is no quote",
} as const;
type Wrong = keyof typeof WRONGS;

const NOT_SAID: Readonly<Record<Exclude<Assertion, "ASSERTED">, string>> = {
  DENIED: "It is denied",
  REFUSED: "It is refused",
  HYPOTHETICAL: "It is only supposed",
  ASKED: "It is asked",
};

/** Puts a quote right: who said it, whether it was said, whether it is one. */
export function WrongSpeaker({ quoteId, articleId }: WrongSpeakerProps) {
  const [wrong, setWrong] = useState<Wrong>("SPEAKER");
  const [name, setName] = useState("");
  const [assertion, setAssertion] = useState<keyof typeof NOT_SAID>("DENIED");
  const { failure, isBusy, change } = useChange();
  const { answer } = useAnswer(NAMED_IN_ARTICLE, { id: articleId });
  const named = (answer?.article?.entities.nodes ?? []).filter(({ kind }) => kind !== "PLACE");
  const names = useId();
  const submit = (reason: string | null) => {
    if (wrong === "HIDDEN") return change(HIDE_QUOTE, { quote: quoteId, reason });
    const to = { quote: quoteId, to: wrong, reason };
    if (wrong === "NOBODY") return change(CORRECT_ATTRIBUTION, to);
    if (wrong === "ASSERTION") return change(CORRECT_ATTRIBUTION, { ...to, assertion });
    const known = named.find((one) => foldName(one.name) === foldName(name));
    return change(CORRECT_ATTRIBUTION, { ...to, ...(known ? { speaker: known.id } : { speakerName: name }) });
  };
  return (
    <CorrectionForm question="Wrong speaker?" failure={failure} isBusy={isBusy} onSubmit={submit}>
      <OneOf legend="What is wrong" options={WRONGS} value={wrong} onChange={setWrong} />
      {wrong === "SPEAKER" && (
        <label>
          Who said it
          <input
            name="speaker"
            required
            list={names}
            autocomplete="off"
            spellcheck={false}
            placeholder="First and last name"
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
          <datalist id={names}>
            {named.map((one) => (
              <option key={one.id} value={one.name} />
            ))}
          </datalist>
        </label>
      )}
      {wrong === "ASSERTION" && (
        <OneOf legend="What the article says" options={NOT_SAID} value={assertion} onChange={setAssertion} />
      )}
    </CorrectionForm>
  );
}
