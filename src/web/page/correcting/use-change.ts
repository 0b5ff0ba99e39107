import type { TadaDocumentNode } from "gql.tada";
import { useState } from "preact/hooks";
import type { AskFailure } from "../graphql/ask.ts";
import { ask } from "../graphql/ask.ts";
import { refreshAnswers, toFailure } from "../graphql/use-answer.ts";

interface Change {
  /** Why the last change was refused; null while none was. */
  readonly failure: AskFailure | null;
  readonly isBusy: boolean;
  /** Changes the index, and then asks anew for all that is shown. Tells whether it was changed. */
  readonly change: <Result, Variables>(
    document: TadaDocumentNode<Result, Variables>,
    variables: Variables,
  ) => Promise<boolean>;
}

/** Changes of the index by the reader, one at a time. */
export function useChange(): Change {
  const [failure, setFailure] = useState<AskFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const change: Change["change"] = async (document, variables) => {
    setBusy(true);
    try {
      await ask(document, variables, new AbortController().signal);
      setFailure(null);
      refreshAnswers();
      return true;
    } catch (error) {
      setFailure(toFailure(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { failure, isBusy, change };
}
