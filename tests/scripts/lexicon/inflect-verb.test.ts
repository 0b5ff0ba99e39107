import { expect, it } from "vitest";
import { inflectVerb } from "../../../scripts/lexicon/inflect-verb.ts";

it.each([
  ["mean", ["means", "meant", "meaning"]],
  ["begin", ["begins", "began", "begun", "beginning"]],
  ["teach", ["teaches", "taught", "teaching"]],
  ["beg", ["begs", "begged", "begging"]],
  ["snap", ["snaps", "snapped", "snapping"]],
  ["admit", ["admits", "admitted", "admitting"]],
  ["tweet", ["tweets", "tweeted", "tweeting"]],
  ["deny", ["denies", "denied", "denying"]],
  ["quip", ["quips", "quipped", "quipping"]],
  ["recap", ["recaps", "recapped", "recapping"]],
  ["label", ["labels", "labeled", "labelled", "labeling", "labelling"]],
])("knows the forms of %s", (base, forms) => {
  expect([...inflectVerb(base)].sort()).toEqual([...forms].sort());
});
