import { useState } from "preact/hooks";
import { NotesChoice } from "./notes-choice.tsx";
import { READABLE } from "./text-of-file.ts";
import type { Draft } from "./use-draft.ts";

/** Where a draft is pasted, dropped or chosen. Control and Enter check it, too. */
export function DraftForm({ draft }: { readonly draft: Draft }) {
  const [isOver, setIsOver] = useState(false);
  const { text, write, checkText, checkFile } = draft;
  const submit = (event: Event) => {
    event.preventDefault();
    if (text.trim() !== "") void checkText(text);
  };
  const submitByKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  };
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    setIsOver(false);
    if (file === undefined) return;
    event.preventDefault();
    void checkFile(file);
  };
  const hover = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <form
      class={`claim draft-form${isOver ? " is-over" : ""}`}
      onSubmit={submit}
      onDrop={drop}
      onDragOver={hover}
      onDragLeave={() => setIsOver(false)}
    >
      <label>
        The draft
        <textarea
          name="draft"
          rows={10}
          placeholder="Paste it here, or drop a file: Word, PDF, Markdown, text, e-mail, subtitles"
          value={text}
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onKeyDown={submitByKey}
        />
      </label>
      <div class="draft-start">
        <button type="submit" class="action is-main">
          Check
        </button>
        <label class="action file-choice">
          Choose a file
          <input type="file" accept={READABLE} onChange={({ currentTarget }) => chosen(currentTarget, checkFile)} />
        </label>
        <p class="note">It is held against the index on this server, which keeps nothing of it.</p>
      </div>
      <NotesChoice draft={draft} />
    </form>
  );
}

/** The same file may be chosen again once it was mended. */
function chosen(input: HTMLInputElement, check: (file: File) => Promise<void>): void {
  const [file] = input.files ?? [];
  if (file !== undefined) void check(file);
  input.value = "";
}
