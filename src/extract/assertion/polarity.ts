import type { Assertion } from "../../model/quote.ts";

/** What the words that govern a statement make of it. */
export interface Polarity {
  readonly assertion: Assertion;
  /** Whether it follows from them that the words were not said: "never said", "would have said"; not from "denied that". */
  readonly unsaid: boolean;
}

export const ASSERTED: Polarity = { assertion: "ASSERTED", unsaid: false };
export const HYPOTHETICAL: Polarity = { assertion: "HYPOTHETICAL", unsaid: true };
const REFUSED: Polarity = { assertion: "REFUSED", unsaid: false };
const DENIED: Polarity = { assertion: "DENIED", unsaid: false };
export const NOT_SAID: Polarity = { assertion: "DENIED", unsaid: true };
const ASKED: Polarity = { assertion: "ASKED", unsaid: false };

const NEGATION = /^(?:not|n't|never|nor|neither|nobody|none|without|no|little)$/;
/** "not only said", "never failed to say", "cannot stress enough", "made no secret of": a negation that takes nothing back. */
const AFFIRMED_BY_NEGATION =
  /^(?:only|just|merely|simply|fail(?:s|ed|ing)?|hesitat(?:e|es|ed|ing)|tir(?:e|es|ed|ing)|stop(?:s|ped)?|help|resist|shy|secret|doubt|choice|apolog(?:y|ies)|question|bones|mistake|denying|ignor(?:e|es|ed|ing)|surpris(?:e|es|ed|ing)|away|forget|mind(?:s|ed)?|miss(?:es|ed)?|needing|hid(?:e|es|den|ing)?|conceal(?:ed|ing)?|disguis(?:e|ed|ing)|un(?:reasonable|likely|common|usual)|impossible)$/;
/** "could not have been clearer", "could not agree more", "could not contain his joy": as much as can be, behind such a verb only. */
const CAN = /^(?:ca|can|could)$/;
const UTMOST =
  /^(?:(?:have )?(?:been|be) (?:any )?(?:more|better|less|worse|(?!there|here|over|ever|never|after|under|either|neither|whether|other|together|rather|later)\p{L}{3,}er)|(?:have )?agree[ds]? more|contain(?:ed)?)(?= |$)/u;
/** How many words behind the negation they stand. */
const AFFIRMED_WITHIN = 3;
/** "have been any clearer", in words. */
const LONGEST_UTMOST = 4;

const REFUSAL =
  /^(?:refus(?:e|es|ed|ing|als?)|declin(?:e|es|ed|ing)|balk(?:s|ed|ing)?|demur(?:s|red)?|hesitat(?:e|es|ed|ing)|hesitant|reluctant|unwilling|avoid(?:s|ed|ing)?|shied|shies|refrain(?:s|ed|ing)?|reject(?:s|ed|ing)?|rejection|rebuff(?:s|ed)?|spurn(?:s|ed)?)$/;
/** "rejected the claim that": a denial. */
const REJECTION = /^(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|brush(?:es|ed)?)$/;
const CLAIM = /^(?:claims?|allegations?|accusations?|charges?|reports?|suggestions?|rumou?rs?)$/;
/** Two words that are a refusal: "stopped short of", "ruled out", "held back from". */
const REFUSAL_OF_TWO =
  /^(?:stop(?:s|ped|ping)? short|rul(?:e|es|ed|ing) out|turn(?:s|ed|ing)? down|said no|says no|careful not)$/;
const DENIAL =
  /^(?:den(?:y|ies|ied|ying|ials?)|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|disput(?:e|es|ed|ing)|disavow(?:s|ed|ing)?|disclaim(?:s|ed|ing)?|repudiat(?:e|es|ed|ing)|doubt(?:s|ed|ing)?|debunk(?:s|ed|ing)?)$/;
/** What was never said though somebody wrote it. */
const MISQUOTED = /^(?:misquot(?:e|es|ed|ing)|misreport(?:s|ed|ing)?|misattribut(?:e|es|ed|ing))$/;
const FALSELY = /^(?:falsely|wrongly|wrongfully|incorrectly|erroneously|mistakenly|inaccurately)$/;
/** Not "claimed": who "falsely claims" something does say it. */
const REPORTED_SAYING = /^(?:quot(?:e|es|ed|ing)|attribut(?:e|es|ed|ing)|report(?:s|ed|ing)?|credited|cited)$/;
/** "allegedly said", "is alleged to have said", "is accused of saying": what the article does not vouch for. */
const ALLEGEDLY = /^(?:allegedly|purportedly|supposedly)$/;
const ALLEGED = /^(?:alleged to|purported to|rumou?red to|accused of)$/;
/** "failed to mention": what was left unsaid. */
const OMISSION = /^(?:fail(?:s|ed|ing|ure)?|neglect(?:s|ed|ing)?|forg(?:et|ets|ot|otten)|omit(?:s|ted|ting)?)$/;

const REFUSING_MODAL = /^(?:will|wo|would|'ll|'d)$/;
const CONDITIONAL_MODAL = /^(?:would|could|might|may|should|will|wo|'ll|shall|'d)$/;
/** "would like", "would rather", "would later say", "could be heard saying", "would argue": courtesy and the past's future. */
const NO_CONDITION =
  /^(?:like|love|rather|prefer|welcome|later|eventually|soon|often|sometimes|go|heard|seen|read|argue|add|only)$/;
/** "wants her to say", "is expected to announce": what has not been said, where an infinitive of speech follows. */
const WISH =
  /^(?:wants?|wanted|wish(?:es|ed)?|hop(?:e|es|ed|ing)|expect(?:s|ed|ing)?|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|beg(?:s|ged|ging)?|implor(?:e|es|ed|ing)|need(?:s|ed)?|wait(?:s|ed|ing)?|call(?:s|ed|ing)?|demand(?:s|ed|ing)?|suppose(?:s|d)?|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|likely|due|set|prepar(?:e|es|ed|ing)|imagin(?:e|es|ed|ing)|pretend(?:s|ed|ing)?|going|tell|told|instruct(?:s|ed)?|order(?:s|ed)?)$/;
const SPEECH =
  /^(?:say|tell|announce|declare|admit|state|write|explain|apologi[sz]e|acknowledge|confirm|claim|confess|reveal|concede|reply|answer|argue|add|pledge|promise|shout|read|call|describe|saying|telling)$/;

const UNKNOWING =
  /^(?:know|known|knows|knew|knowing|idea|sure|certain|clear|unclear|unknown|unsure|uncertain|decided|decide)$/;
const UNCLEAR = /^(?:unclear|unknown|unsure|uncertain)$/;
const ANSWER =
  /^(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|comment(?:ed)?|return(?:ed)?|elaborate(?:d)?|disclose(?:d)?|specify|specified|release(?:d)?|provide(?:d)?|detail(?:ed|ing)?|share(?:d)?|offer(?:ed)?)$/;
const QUESTION =
  /^(?:ask(?:s|ed|ing)?|question(?:s|ed|ing)?|wonder(?:s|ed|ing)?|inquir(?:e|es|ed|ing)|quer(?:y|ies|ied)|quizz(?:ed|es)|press(?:ed|es)|grilled)$/;
const QUESTION_WORD = /^(?:whether|if|who|whom|whose|what|when|where|why|how|which|about)$/;

/** "said no such thing", "said nothing of the kind". */
const NOTHING = /^(?:no such|nothing of the) /;

/** A statement as far as its polarity needs it. All words are in small letters. */
export interface Governed {
  /** The words that govern it, from the outermost verb to the cue's last word, adverbs included. */
  readonly words: readonly string[];
  /** The first words of what is said. */
  readonly content: readonly string[];
  /** Whether what is said ends with a question mark. */
  readonly isQuestion: boolean;
  /** Whether the cue stands behind the words: "…," she would say. */
  readonly isTrailing: boolean;
  /** Whether all of what is said stands in marks. */
  readonly isDirect: boolean;
}

/** Reads from the outside in: the outermost word that takes the statement back decides. */
export function polarityOf(governed: Governed): Polarity {
  const { words } = governed;
  for (let at = 0; at < words.length; at++) {
    const affirmed = NEGATION.test(words[at] as string) ? affirmedAt(words, at) : null;
    if (affirmed !== null) at = affirmed;
    else {
      const decided = decidedAt(governed, at);
      if (decided !== null) return decided;
    }
  }
  if (NOTHING.test(governed.content.join(" "))) return NOT_SAID;
  if (QUESTION.test(words.find((word) => QUESTION.test(word)) ?? "") && asks(governed)) return ASKED;
  return words.some((word) => UNCLEAR.test(word)) ? HYPOTHETICAL : ASSERTED;
}

function decidedAt(governed: Governed, at: number): Polarity | null {
  const { words } = governed;
  const [word = "", next = ""] = words.slice(at);
  if (NEGATION.test(word)) return negated(governed, at);
  if (REJECTION.test(word) && governed.content.some((one) => CLAIM.test(one))) return DENIED;
  if (REFUSAL.test(word) || REFUSAL_OF_TWO.test(`${word} ${next}`)) return REFUSED;
  if (DENIAL.test(word)) return denied(governed, at);
  if (MISQUOTED.test(word) || (FALSELY.test(word) && words.slice(at).some((later) => REPORTED_SAYING.test(later))))
    return NOT_SAID;
  if (OMISSION.test(word) && words.slice(at + 1).includes("to")) return negated(governed, at);
  if (ALLEGEDLY.test(word) || (ALLEGED.test(`${word} ${next}`) && words.length > at + 2)) return HYPOTHETICAL;
  return isHypothetical(governed, at) ? HYPOTHETICAL : null;
}

/** “I took nothing,” she denied: these are her words. */
function denied({ words, isTrailing, isDirect }: Governed, at: number): Polarity | null {
  if (isTrailing && isDirect) return null;
  return words.slice(at + 1).some((later) => SPEECH.test(later)) ? NOT_SAID : DENIED;
}

/** Where the word stands that makes an affirmation of the negation at `at` ("goes without saying"); null where there is none. */
function affirmedAt(words: readonly string[], at: number): number | null {
  if (/^go(?:es)?$/.test(words[at - 1] ?? "") && words[at + 1] === "saying") return at + 1;
  if (CAN.test(words[at - 1] ?? "") || words[at] === "never") {
    const utmost = UTMOST.exec(words.slice(at + 1, at + 1 + LONGEST_UTMOST).join(" "));
    if (utmost !== null) return at + utmost[0].split(" ").length;
  }
  const within = words.slice(at + 1, at + 1 + AFFIRMED_WITHIN).findIndex((word) => AFFIRMED_BY_NEGATION.test(word));
  return within < 0 ? null : at + 1 + within;
}

/** Two negations make no assertion: "did not deny", "has not ruled out" leave it open. */
function negated({ words, content: [opening = ""] }: Governed, at: number): Polarity {
  const rest = words.slice(at + 1);
  if (rest.some((word, i) => REFUSAL.test(word) || DENIAL.test(word) || REFUSAL_OF_TWO.test(`${word} ${rest[i + 1]}`)))
    return { assertion: "HYPOTHETICAL", unsaid: false };
  if (rest.some((word) => UNKNOWING.test(word))) return HYPOTHETICAL;
  if (words.slice(0, at).some((word) => REFUSING_MODAL.test(word)) && rest[0] !== "have") return REFUSED;
  if (rest.includes("have") && words.slice(0, at).some((word) => CONDITIONAL_MODAL.test(word))) return HYPOTHETICAL;
  if (rest.some((word) => ANSWER.test(word))) return REFUSED;
  if (opening === "about" || !QUESTION_WORD.test(opening)) return NOT_SAID;
  return rest.some((word) => SPEECH.test(word)) ? REFUSED : HYPOTHETICAL;
}

function isHypothetical({ words, isTrailing }: Governed, at: number): boolean {
  const word = words[at] as string;
  const rest = words.slice(at + 1);
  if (WISH.test(word) && !/^(?:more|less)$/.test(words[at - 1] ?? ""))
    return rest.some((later, i) => SPEECH.test(later) && rest.slice(0, i).includes("to"));
  if (!CONDITIONAL_MODAL.test(word) || isTrailing || rest.length === 0) return false;
  // "'d" is "had" before any form but the base form.
  if (word === "'d" && !/^(?:have|say|tell|like|be)$/.test(rest[0] ?? "")) return false;
  return !rest.slice(0, 3).some((later) => NO_CONDITION.test(later) || NEGATION.test(later));
}

/** "asked whether", "asked about", "asked: “Who …?”"; not "asked him to leave", which is a request. */
const asks = ({ content, isQuestion }: Governed): boolean => isQuestion || QUESTION_WORD.test(content[0] ?? "");
