import { useEffect, useRef, useState } from "preact/hooks";

/** How long the button says that it has copied, in milliseconds: time to read two words. */
const THANKS_MS = 2_000;

type CopyState = "READY" | "COPIED" | "REFUSED";

/** Copies the text; where the browser refuses, as it does over plain HTTP from another machine, shows it to be copied by hand. */
export function CopyCitation({ text }: { readonly text: string }) {
  const [state, setState] = useState<CopyState>("READY");
  useEffect(() => {
    if (state !== "COPIED") return;
    const timer = setTimeout(() => setState("READY"), THANKS_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => setState((await writeClipboard(text)) ? "COPIED" : "REFUSED");
  return (
    <>
      <button type="button" class="action" onClick={copy}>
        {state === "COPIED" ? "Copied" : "Copy citation"}
      </button>
      <span role="status" class="for-ears">
        {state === "COPIED" ? "The citation is in the clipboard." : ""}
      </span>
      {state === "REFUSED" && <CitationByHand text={text} />}
    </>
  );
}

function CitationByHand({ text }: { readonly text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <label class="citation">
      The browser keeps its clipboard closed here. Copy the citation by hand:
      <textarea ref={field} readOnly rows={3} value={text} />
    </label>
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
