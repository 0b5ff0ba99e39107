import { Field, InputType } from "type-graphql";
import type { DraftNote } from "../../draft/notes-index.ts";

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
