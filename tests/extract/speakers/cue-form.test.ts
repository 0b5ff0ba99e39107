import { describe, expect, it } from "vitest";
import { cueForm } from "../../../src/extract/speakers/cue-form.ts";
import { readDocument } from "../../../src/extract/text/document.ts";
import { articleOf } from "../extract-text.ts";

/** The form of the cue that stands in braces, with the source that stands in brackets. */
function formOf(marked: string) {
  const text = marked.replace(/[{}[\]]/g, "");
  const spanOf = (open: string, close: string) => {
    if (!marked.includes(open)) return null;
    const words = marked.slice(marked.indexOf(open) + 1, marked.indexOf(close)).replace(/[{}[\]]/g, "");
    return { start: text.indexOf(words), end: text.indexOf(words) + words.length };
  };
  const draft = {
    ...{ kind: "INDIRECT" as const, spans: [], block: 0, basis: "TAGGED" as const, marked: [] },
    ...{ cue: spanOf("{", "}"), source: spanOf("[", "]") },
  };
  return cueForm(readDocument(articleOf(text)), draft);
}

describe("the form of a cue", () => {
  it.each([
    ["[Velk] {said} that the ice is thin.", { frame: "SPEECH", isPassive: false, source: "BEFORE" }],
    ["[Velk] {was asked} whether the ice is thin.", { frame: "SPEECH", isPassive: true, source: "BEFORE" }],
    ["[Velk] laughed when {asked} whether the ice is thin.", { frame: "SPEECH", isPassive: true, source: "BEFORE" }],
    ["[Velk] was later {told} that the ice is thin.", { frame: "ADDRESSED", isPassive: true, source: "BEFORE" }],
    ["The fee {was criticized by} [Velk].", { frame: "JUDGEMENT", isPassive: true, source: "BEHIND" }],
    ["[She]'s {said} all along that the ice is thin.", { frame: "SPEECH", isPassive: false, source: "BEFORE" }],
    ["[Velk] {was quoted} in the Daily: the ice is thin.", { frame: "SPEECH", isPassive: false, source: "BEFORE" }],
    ["[Velk] {was quoted as saying} that the ice is thin.", { frame: "SPEECH", isPassive: false, source: "BEFORE" }],
    ["There were {doubts about} the ice.", { frame: "OTHER", isPassive: false, source: "NOWHERE" }],
  ])("%s", (marked, form) => {
    expect(formOf(marked)).toEqual(form);
  });
});
