import { writeFileSync } from "node:fs";
import nlp from "compromise/two";
import { CUE_LEMMAS } from "../src/extract/lexicon/cue-lexicon.ts";
import { inflectVerb } from "./lexicon/inflect-verb.ts";
import { listsOf } from "./lexicon/word-lists.ts";

const FOLDER = new URL("../src/extract/lexicon/", import.meta.url);

/** Writes what the extraction takes of compromise, so that nothing loads the library: it takes 40 MB and most of a second. */
write("word-lists.json", {
  provenance: "Words by class, from the lexicon of compromise (MIT), written by npm run lexicon.",
  lists: listsOf(nlp.model()),
});
write("verb-forms.json", {
  provenance:
    "All forms of the cue verbs but the base, the irregular ones from compromise (MIT), written by npm run lexicon.",
  forms: Object.fromEntries(CUE_LEMMAS.map((lemma) => [lemma, inflectVerb(lemma).join(" ")])),
});

function write(name: string, content: unknown): void {
  writeFileSync(new URL(name, FOLDER), `${JSON.stringify(content, null, 2)}\n`);
}
