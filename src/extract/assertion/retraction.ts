import type { Item, Sentence } from "../marks/narration.ts";

/**
 * Sentences of narration that say of words in marks that they are nobody's. Only words for a quotation ("the quote"), or
 * for something that can be forged (a letter, a picture), are called fake; of "the statement" and "it" that says that it is
 * untrue, not that it was not made: these must be made up, or never said.
 */
const QUOTATION =
  "quot(?:e|es|ation|ations)|attribution|screenshot|image|picture|photo|video|clip|recording|letter|tweet|post|meme|headline|transcript";
const UTTERANCE =
  "words?|statement|remarks?|comments?|line|sentence|phrase|story|exchange|interview|speech|it|they|this|that";
const FORGED =
  "fabricated|a fabrication|fake|faked|forged|a forgery|bogus|phon(?:y|ey)|fictitious|fictional|spurious|apocryphal|a hoax|doctored|manipulated|satire|satirical|a parody|misattributed|not (?:genuine|real|authentic|hers|his|theirs)|n't (?:genuine|real|authentic|hers|his|theirs)";
const INVENTED =
  "made up|made-up|invented|concocted|fabricated|never (?:said|uttered|spoken|made|happened|took place|existed)|not (?:said|uttered|spoken)";
const BE = "(?:is|are|was|were|be|been|being|turned out to be|proved to be|appears? to be|has been|have been|had been)";

const ADVERBS = "(?:\\w+ly |all |also |in fact |entirely |never )?";
const ABOUT_QUOTATION = new RegExp(
  `\\b(?:${QUOTATION})(?: \\S+){0,6}? ${BE} ${ADVERBS}(?:${FORGED}|${INVENTED}|false)\\b|` +
    `\\b(?:${UTTERANCE})(?: \\S+){0,4}? ${BE} ${ADVERBS}(?:made up|made-up|invented|concocted|fabricated|misattributed|not (?:hers|his|theirs))\\b|` +
    `\\b(?:${QUOTATION}|${UTTERANCE}) never (?:happened|took place|existed|came from)`,
);
/** "She never said it", "He denied saying so", "Nobody in the room said that." */
const NEVER_SAID_IT =
  /\b(?:never|did not|did n't|does not|has not|had not|has n't|nobody|no one) (?:\S+ ){0,2}?(?:said|say|says|uttered|utter|wrote|write|made|make|spoke|speak|tweeted|posted) (?:it|that|this|so|such a thing|any such thing|anything of the (?:kind|sort)|those words|these words|the words|any of (?:it|that|this)|the (?:quote|remarks?|comments?|statement))(?= [.!?,;]|$)/;
const SAID_NO_SUCH =
  /\b(?:said|says|wrote|made) (?:no such (?:thing|words|remark|statement|comment)|nothing of the (?:kind|sort))\b/;
const DENIED_SAYING =
  /\b(?:denied|denies|has denied|denying) (?:ever )?(?:having )?(?:saying|said|uttering|uttered|making|made|writing|written) (?:it|that|this|so|those words|these words|the (?:quote|words|remarks?|comments?|statement))\b/;

/** Whether a sentence right behind a quote takes it back. */
export function retracts(sentence: Sentence): boolean {
  const words = narrated(sentence);
  return NEVER_SAID_IT.test(words) || SAID_NO_SUCH.test(words) || DENIED_SAYING.test(words) || saysInvented(sentence);
}

/** Whether a sentence says of a quotation that somebody made it up. */
export const saysInvented = (sentence: Sentence): boolean => ABOUT_QUOTATION.test(narrated(sentence));

/** Whether a sentence says of the words in marks that are its subject that they were laid to somebody by mistake. */
export const saysMisattributed = (sentence: Sentence): boolean => FALSELY_GIVEN.test(narrated(sentence));

const FALSE =
  "fabricated|fake|faked|false|forged|bogus|phon(?:y|ey)|fictitious|invented|made-up|made up|spurious|apocryphal|doctored|manipulated|misattributed|satirical";
/** A forged thing right before the words in marks, or with what ties it to them: "a fake post in which Marsh says". */
const FALSE_THING = new RegExp(
  `\\b(?:${FALSE})(?: \\S+)? (?:${QUOTATION}|words|remarks?|statement|interview|account|page)(?:$|(?: [^,]*)?(?: ,)? (?:reading|attributed|quoting|claiming|showing|purporting)\\b[^,]*$| (?:[^,]* )?(?:saying|says|said|reading|reads|read|claims?|claiming|claimed|attributed|quoting|quotes|quoted|showing|shows|of|from|as)\\b[^,]*$)`,
);
const FALSELY_GIVEN =
  /\b(?:falsely|wrongly|incorrectly|mistakenly|erroneously) (?:\S+ )?(?:attributed|quoted|credited|reported)\b|\bmisattributed\b|\bmisquot(?:es|ed|ing) (?:\S+ ){0,4}?as\b/;
/** Notes that correct: "An earlier version of this article quoted Marsh as saying". */
const EARLIER_VERSION =
  /\b(?:earlier|previous|original|prior) version\b.*\b(?:quot(?:ed|ing)|attribut(?:ed|ing)|report(?:ed|ing)|said|saying|stat(?:ed|ing)|gave|read)\b/;
/** Where a note goes on to what is right: "; in fact she said". */
const PUT_RIGHT = /^(?:;|but|instead|actually|fact|rather|correct|should)$/;

/** Whether what stands in its sentence before the words in marks at `quote` calls them forged, or a mistake of the article's own. */
export function callsFalse(sentence: Sentence, quote: number): boolean {
  let from = quote;
  while (from > 0 && quote - from < MAX_ITEMS && !PUT_RIGHT.test((sentence[from - 1] as Item).lower)) from--;
  const words = narrated(sentence.slice(from, quote)).replace(/ ,$/, "");
  return FALSE_THING.test(words) || FALSELY_GIVEN.test(words) || EARLIER_VERSION.test(words);
}

/** How much of a sentence is read, in items: it bounds the work where a sentence never ends. */
const MAX_ITEMS = 80;

const narrated = (sentence: Sentence): string =>
  sentence
    .slice(0, MAX_ITEMS)
    .filter(({ quote }: Item) => quote === null)
    .map(({ lower }) => lower)
    .join(" ");
