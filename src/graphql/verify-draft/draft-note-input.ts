import { Field, InputType } from "type-graphql";
import type { DraftNote } from "../../draft/notes-index.ts";

export const NOTES =
  "The draft's own interviews and notes, which count as sources as well: at most 20, of 500,000 characters together. All that stands in them was said, by whom they say.";

@InputType("DraftNote", { description: "A file of the draft's own: an interview, a transcript, notes." })
export class DraftNoteInput implements DraftNote {
  @Field(() => String, {
    description:
      "Its name, whose ending tells the format of the text: `.txt`, `.vtt`, `.srt`, `.md`, `.html`, `.eml` and so on; `.txt` where in doubt.",
  })
  readonly name!: string;

  @Field(() => String, { description: "What stands in it." })
  readonly text!: string;
}
