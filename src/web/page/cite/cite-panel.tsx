import { useEffect, useId, useRef, useState } from "preact/hooks";
import { type Citable, linkToWords } from "./citable.ts";
import { citationBibtex } from "./citation-bibtex.ts";
import { citationMarkdown } from "./citation-markdown.ts";
import { citationText } from "./citation-text.ts";

interface Format {
  readonly label: string;
  readonly write: (citable: Citable) => string;
}

const FORMATS: readonly Format[] = [
  { label: "Text", write: citationText },
  { label: "Markdown", write: (citable) => citationMarkdown(citable, location.origin) },
  { label: "BibTeX", write: citationBibtex },
  { label: "Link to the words", write: (citable) => linkToWords(citable, location.origin) },
];

/** What was last asked for, and whether the browser let it into the clipboard. */
interface Copy {
  readonly format: Format;
  readonly text: string;
  readonly done: boolean;
}

/** Copies a citation in the format of the reader's choice, and shows what was copied. */
export function CitePanel({ citable }: { readonly citable: Citable }) {
  const [copy, setCopy] = useState<Copy | null>(null);
  const copyAs = async (format: Format) => {
    const text = format.write(citable);
    setCopy({ format, text, done: await writeClipboard(text) });
  };
  return (
    <div class="cite">
      <fieldset class="cite-formats">
        <legend>Copy as</legend>
        {FORMATS.map((format) => (
          <button key={format.label} type="button" class="action" onClick={() => copyAs(format)}>
            {format.label}
          </button>
        ))}
      </fieldset>
      <p role="status" class="note">
        {copy !== null && outcome(copy)}
      </p>
      {copy !== null && <Copied copy={copy} />}
    </div>
  );
}

/** A browser refuses over plain HTTP from another machine. */
const outcome = ({ done, format }: Copy): string =>
  done
    ? `Copied: ${format.label === "Link to the words" ? "the link to the words" : `the citation as ${format.label}`}.`
    : "The browser keeps its clipboard closed here. Copy by hand:";

/** The citation in a field of its own, ready to be copied by hand where the browser would not. */
function Copied({ copy: { text, done } }: { readonly copy: Copy }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another one to select.
  useEffect(() => {
    if (!done) field.current?.select();
  }, [done, text]);
  return (
    <>
      <label class="for-ears" for={id}>
        The citation
      </label>
      <textarea id={id} ref={field} class="cite-text" readOnly rows={text.split("\n").length + 1} value={text} />
    </>
  );
}

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
