import { READABLE } from "./text-of-file.ts";
import type { Draft } from "./use-draft.ts";

/** The draft's own interviews and notes, which count as sources beside the index. */
export function NotesChoice({ draft: { notes, addNotes, removeNotes } }: { readonly draft: Draft }) {
  const add = (input: HTMLInputElement) => {
    void addNotes([...(input.files ?? [])]);
    input.value = "";
  };
  return (
    <div class="draft-start">
      <label class="action file-choice">
        Add notes
        <input type="file" multiple accept={READABLE} onChange={({ currentTarget }) => add(currentTarget)} />
      </label>
      {notes.length === 0 ? (
        <p class="note">Your own interviews and transcripts: they count as sources for this draft alone.</p>
      ) : (
        <ul class="draft-notes" aria-label="Notes">
          {notes.map((one) => (
            <li key={`${one.name} ${one.text.length}`}>
              {one.name}{" "}
              <button
                type="button"
                class="action"
                aria-label={`Leave out ${one.name}`}
                onClick={() => removeNotes(one)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
