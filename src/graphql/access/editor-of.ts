import type { Editor } from "../../editing/editor.ts";
import { VerbatimError } from "../../errors.ts";
import type { GraphqlContext } from "../graphql-context.ts";

/** Who changes the index, with what does it. @throws UNAUTHENTICATED or FORBIDDEN for who may not. */
export function editorOf({ editor, holder }: GraphqlContext): { readonly editor: Editor; readonly by: string } {
  if (editor === null) throw new VerbatimError("FORBIDDEN", NOBODY_MAY);
  if (holder === null) throw new VerbatimError("UNAUTHENTICATED", NO_TOKEN);
  if (holder.role !== "write")
    throw new VerbatimError("FORBIDDEN", `The token of ${holder.name} is for reading. Use one that may write.`);
  return { editor, by: holder.name };
}

const NOBODY_MAY =
  "Nothing can be changed by way of this server: set VERBATIM_TOKEN, or VERBATIM_TOKENS_FILE with a token that may write, and start it again.";
const NO_TOKEN =
  "Only who has a token may change the index: send the header `Authorization: Bearer TOKEN`, or sign in at /sign-in.";
