import VERB_FORMS from "./verb-forms.json" with { type: "json" };

/**
 * What a cue may govern.
 * SPEECH: words in marks on either side, or a clause ("said", "wrote"). ADDRESSED: the same, after the person
 * spoken to ("told"). THOUGHT: a clause, seldom marks ("believes"). WISH: an infinitive ("wants to").
 * JUDGEMENT: a thing or person as its object ("criticized the plan", "called it 'a disaster'").
 */
export type CueFrame = "SPEECH" | "ADDRESSED" | "THOUGHT" | "WISH" | "JUDGEMENT";

/** The frames of verbs that may have an utterance in marks for what is said. */
export type UtteringFrame = "SPEECH" | "ADDRESSED";

export const utters = (frame: CueFrame): frame is UtteringFrame => frame === "SPEECH" || frame === "ADDRESSED";

export interface CueWord {
  readonly lemma: string;
  readonly frame: CueFrame;
}

/**
 * The verbs, by frame. Provenance: compiled by hand for this project from the reporting verbs that English grammars
 * and newsroom style guides list (say, thought and wish verbs, performatives of blame and praise). Many of these words are something else most of the
 * time ("state", "point", "back"): `find-cues.ts` decides by the words beside them. No list of others and no sentence
 * of a corpus is copied.
 */
const VERBS: Readonly<Record<CueFrame, string>> = {
  SPEECH:
    "say add write state note report argue announce suggest explain claim declare acknowledge insist respond reply " +
    "answer tweet continue recall warn vow promise conclude pledge predict admit reveal confirm indicate reiterate " +
    "repeat stress emphasize emphasise underline underscore assert allege concede boast remark joke quip estimate " +
    "shout yell chant exclaim lament muse contend complain caution brag proclaim interject observe retort recount " +
    "maintain hint imply speculate opine theorize quote cry whisper mutter murmur scream sing recite read post email " +
    "blog comment counter testify affirm reaffirm swear attest divulge disclose deny agree disagree propose " +
    "recommend demand request ask wonder question inquire ponder rule show find signal suspect surmise guess figure " +
    "reckon point charge echo elaborate clarify specify volunteer gush scoff snap sneer shrug sigh laugh fume rail " +
    "thunder intone chime joke crow deadpan venture stipulate posit hypothesize deduce calculate project " +
    "forecast foresee determine learn discover remember recap summarize preach plead beg urge sum offer cite start begin " +
    "interrupt enthuse bellow blurt croak chuckle grumble groan growl hiss howl moan rant rave roar snarl wail",
  ADDRESSED: "tell assure remind inform notify advise convince persuade instruct teach brief alert update promise",
  THOUGHT:
    "believe think hope fear expect know feel see seem appear assume doubt imagine consider understand worry " +
    "anticipate mean dream realize recognize recognise notice hold decide envision",
  WISH: "want seek refuse decline vow threaten plan wish aim intend offer prefer oppose",
  JUDGEMENT:
    "call describe criticize criticise accuse blame praise endorse support oppose defend denounce condemn dismiss " +
    "reject mock attack blast slam decry urge express mention discuss reference highlight portray label dub tout " +
    "applaud deem assail deride hail credit bemoan lambast lambaste chide rebuke brand characterize characterise " +
    "depict term liken compare thank congratulate encourage order advocate back name identify voice disavow " +
    "outline rebut refute challenge dispute ridicule bash rip hammer skewer tweak scold berate castigate excoriate " +
    "disparage belittle welcome salute laud commend cheer",
};

/** Of each verb all forms but the base (npm run lexicon). */
const formsOf = (lemma: string): readonly string[] => (FORMS[lemma] ?? "").split(" ").filter((form) => form !== "");
const FORMS: Readonly<Record<string, string | undefined>> = VERB_FORMS.forms;

/** The verbs, in the order of the frames, as they stand in dictionaries. */
export const CUE_LEMMAS: readonly string[] = [...new Set(Object.values(VERBS).flatMap((verbs) => verbs.split(" ")))];

function compile(): Map<string, CueWord> {
  const words = new Map<string, CueWord>();
  for (const frame of ["SPEECH", "ADDRESSED", "THOUGHT", "WISH", "JUDGEMENT"] as const) {
    for (const lemma of VERBS[frame].split(" ")) {
      for (const form of [lemma, ...formsOf(lemma)]) {
        if (!words.has(form)) words.set(form, { lemma, frame });
      }
    }
  }
  return words;
}

/** Every form of every verb, in the first of the frames that have it. */
const LEXICON: ReadonlyMap<string, CueWord> = compile();

/** All forms of a cue verb, the one that stands in dictionaries first. */
export const formsOfCue = (lemma: string): readonly string[] => [lemma, ...formsOf(lemma)];

export const cueWord = (lower: string): CueWord | undefined => LEXICON.get(lower);

/** Forms that are cues whatever the tagger says: it takes some for nouns after a name. */
const CERTAIN: ReadonlySet<string> = new Set(
  "said says told tells wrote writes tweeted tweets added adds asked replied responded argued noted explained".split(
    " ",
  ),
);

export const isCertainCue = (lower: string): boolean => CERTAIN.has(lower);
