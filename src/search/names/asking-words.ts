import { formsOfCue } from "../../extract/lexicon/cue-lexicon.ts";

/** What people do with words, in the form that a question puts it: "did Orlanov say". */
export const SAY =
  "say|said|tell|told|think|believe|feel|mean|want|hope|expect|claim|argue|propose|promise|warn|suggest|recommend|explain|elaborate|justify|defend|answer|reply|respond|react|comment|speak|talk|discuss|mention|state|stress|emphasi[sz]e|insist|announce|declare|demand|urge|ask|agree|disagree|object|oppose|support|complain|criticize|criticise|deny|admit|describe|call";
/** The same of what is over: "has Orlanov promised". */
export const HAVING_SAID = `said|told|thought|felt|meant|spoke|spoken|denied|justified|(?:${SAY})e?d`;
/** The same in the form that follows a name: "Orlanov said", "Orlanov says". */
export const SAYS = `${HAVING_SAID}|denies|justifies|(?:${SAY})e?s`;
/** Who does so takes a stand, and does little else: not "order", "know" or "plan", whose answer others may give ("did Orlanov order the raid"). Own list. */
const TAKE_A_STAND =
  "endorse back support oppose reject condemn denounce criticize criticise praise applaud welcome dismiss blame accuse defend disavow believe want";
/**
 * Verbs that tell where somebody stands, in any form: "has Orlanov endorsed". Behind "who" or "when" they ask for what was done ("who did
 * Orlanov endorse"), so that they ask for words only in a question that is answered by yes or no.
 */
export const STANDPOINT = TAKE_A_STAND.split(" ").flatMap(formsOfCue).join("|");
/** What words are called that tell where somebody stands; "of" behind them names whose they are. */
export const OPINIONS = "views?|opinions?|position|stance|thoughts|words|statements?|comments?|remarks";
/** What somebody's words are called. */
export const WORDS = `${OPINIONS}|take|answers?|reply|response|reaction|claims?|criticisms?|warnings?|explanations?|arguments?|objections?|apology|testimony`;
/** The end of what asks for somebody's words: "what did Orlanov say", "Orlanov's statements". */
export const ASKS_FOR_WORDS = new RegExp(
  String.raw`\b(?:${SAY}|${SAYS}|${WORDS}|quotes?|quoted|speech(?:es)?|interviews?)$`,
  "iu",
);
