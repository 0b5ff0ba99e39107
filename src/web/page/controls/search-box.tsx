import { useEffect, useRef, useState } from "preact/hooks";

/** How long typing must rest before it becomes a question, in milliseconds: about the time between two keys. */
const DEBOUNCE_MS = 180;

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  /** What the address says: whenever it changes (the back button), the box follows. */
  readonly value: string;
  /** @param settled Whether the reader is done with it: has pressed Enter. */
  readonly onQuestion: (text: string, settled: boolean) => void;
  /** Whether "/" brings the reader here from anywhere on the page. */
  readonly hasShortcut?: boolean;
}

/** A search box that asks while one types. */
export function SearchBox({ label, placeholder, value, onQuestion, hasShortcut = false }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(value);
  useSlashShortcut(hasShortcut ? field : null);
  useEffect(() => {
    // What was asked from here comes back as the value while somebody types on: only other changes are news.
    if (value !== asked.current) setText(value);
    asked.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const askFor = (question: string, settled: boolean) => {
    clearTimeout(timer.current);
    asked.current = question;
    onQuestion(question, settled);
  };
  const type = (event: InputEvent & { currentTarget: HTMLInputElement }) => {
    const typed = event.currentTarget.value;
    setText(typed);
    clearTimeout(timer.current);
    if (!event.isComposing) timer.current = setTimeout(() => askFor(typed, false), DEBOUNCE_MS);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    askFor(text, true);
  };
  return (
    <search>
      <form class="search-box" onSubmit={submit}>
        <input
          ref={field}
          type="search"
          name="q"
          aria-label={label}
          placeholder={placeholder}
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={type}
        />
        {hasShortcut && <kbd title="Press / to come here">/</kbd>}
      </form>
    </search>
  );
}

/** "/" means the search box, unless it is being written somewhere. */
function useSlashShortcut(field: { readonly current: HTMLInputElement | null } | null): void {
  useEffect(() => {
    if (field === null) return;
    const listen = (event: KeyboardEvent) => {
      const writing = event.target instanceof Element && event.target.matches("input, textarea");
      if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [field]);
}
