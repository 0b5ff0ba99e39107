import type { TextLayout } from "./article-source.ts";
import type { HtmlBlock } from "./html-blocks.ts";
import { layOutLines } from "./lay-out-lines.ts";
import { type TextLine, textLine } from "./text-lines.ts";

const BLOCK_GAP = "\n\n";

/** A text that ingest writes itself, and where everything stands in it. */
export interface LaidOutText {
  readonly text: string;
  readonly layout: TextLayout;
}

/** The article's text, and where the blocks, the headline and the turns stand in it. */
export function joinBlocks(headline: string | null, blocks: readonly HtmlBlock[]): LaidOutText {
  let text = headline ?? "";
  const titleSpan = headline === null ? null : { start: 0, end: headline.length };
  const lines = blocks.map((block) => {
    const start = text === "" ? 0 : text.length + BLOCK_GAP.length;
    text += text === "" ? block.text : BLOCK_GAP + block.text;
    return linesAt(start, block);
  });
  return { text, layout: { titleSpan, ...layOutLines(text, lines) } };
}

function linesAt(start: number, { lines }: HtmlBlock): readonly TextLine[] {
  let at = start;
  return lines.map(({ text, emphasis, boldEnd }) => {
    const line = textLine(at, at, text, emphasis, boldEnd === null ? null : at + boldEnd);
    at += text.length + 1;
    return line;
  });
}
