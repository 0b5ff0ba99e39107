import { expect, it } from "vitest";
import { layOutPlainText } from "../../../src/ingest/plain-text.ts";
import { type Span, spanText } from "../../../src/model/span.ts";
import type { Turn } from "../../../src/model/turn.ts";

/** The turns of a plain text in rows that a person can read: `speaker (role) [seconds] part: words / words`. */
export const turnsIn = (text: string): readonly string[] =>
  layOutPlainText(text, null).turns.map((turn) => turnRow(text, turn));

export function turnRow(text: string, { speaker, role, part, startSeconds, words }: Turn): string {
  const who = speaker === null ? "-" : spanText(text, speaker);
  const what = role === null ? "" : ` (${spanText(text, role)})`;
  const when = startSeconds === null ? "" : ` [${startSeconds}]`;
  return `${who}${what}${when}${part === null ? "" : ` ${part}`}: ${words.map((span) => shown(text, span)).join(" / ")}`;
}

const shown = (text: string, span: Span): string => spanText(text, span).replace(/\s+/g, " ");

/** Paragraphs, with blank lines between. */
export const paragraphs = (...texts: readonly string[]): string => texts.join("\n\n");

/** What it shows, the text, and its turns as `speaker (role) [seconds] part: words`. */
type Example = readonly [behaviour: string, text: string, turns: readonly string[]];

/** A test for each example. */
export const shows = (examples: readonly Example[]): void => {
  it.each(examples)("%s", (_behaviour, text, turns) => {
    expect(turnsIn(text)).toEqual(turns);
  });
};
