import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { Gender } from "../lexicon/gazetteer.ts";
import { nounKind } from "../lexicon/noun-kind.ts";
import { genderOfTitle, isRole } from "../lexicon/role-nouns.ts";
import { genderOfOwner, genderOfPronoun, type SourceForm, sourceForm } from "./source-form.ts";
import type { SourcePhrase } from "./source-phrase.ts";
import type { SpeakerCandidate, SpokenQuote } from "./speaker-candidates.ts";
import { holdsTitle } from "./title-words.ts";

/** What speaks for a candidate: the name of a feature and its value. */
export type Feature = readonly [name: string, value: number];

/** Features of value 1 under the names of those conditions that hold. */
const holding = (conditions: Readonly<Record<string, boolean>>): readonly Feature[] =>
  Object.entries(conditions).flatMap(([name, holds]): readonly Feature[] => (holds ? [[name, 1]] : []));

/** What speaks for nobody whom the article names. */
export function nobodyFeatures(quote: SpokenQuote): readonly Feature[] {
  const { source } = quote;
  const names = Object.keys({
    nobody: 1,
    ...Object.fromEntries(holding({ direct: quote.isDirect, distant: quote.isDistant })),
    [`described=${Math.min(quote.described.size, 2)}`]: 1,
    [`determiner=${source?.determiner ?? ""}`]: 1,
    ...(source && NUMBERED.test([source.determiner, ...source.modifiers].join(" ")) ? { numbered: 1 } : {}),
    ...Object.fromEntries(unnamedBefore(quote).map((name) => [name, 1])),
    ...Object.fromEntries((source ? sourceNames(source) : []).map((name) => [name, 1])),
  });
  const group = groupOf(quote);
  return names.flatMap((name): readonly Feature[] => [
    [`nobody ${group} ${name}`, 1],
    [`nobody ${name}`, 1],
  ]);
}

/** "Both men", "the two rivals" */
const NUMBERED = /\b(?:both|two|three|four|pair|duo)\b/;

const unnamedBefore = ({ unnamedBefore, block }: SpokenQuote): readonly string[] => {
  if (unnamedBefore === null) return [];
  const back = block - unnamedBefore.block;
  return [`unnamed before, ${back > 1 ? "far" : back}`];
};

function sourceNames({ head, isPlural, modifiers, names }: SourcePhrase): readonly string[] {
  return [
    `head=${head}`,
    `head kind=${nounKind(head ?? "")}`,
    ...holding({ plural: isPlural, modified: modifiers.length > 0 }).map(([name]) => name),
    ...names.map(({ part, role, named }) => `has ${part} ${role} ${named.cluster.kind}`),
  ];
}

/** What speaks for a candidate. */
export function candidateFeatures(candidate: SpeakerCandidate, quote: SpokenQuote): readonly Feature[] {
  const isNamed = candidate.inSource?.role === "HEAD" && !quote.isDistant;
  const around = isNamed ? [] : aroundFeatures(candidate, quote);
  const group = groupOf(quote);
  return [
    ...inSourceFeatures(candidate, quote),
    ...fitFeatures(candidate, quote),
    ...around,
    ...around.map(([name, value]): Feature => [`${group} ${name}`, value]),
  ];
}

/** Forms that are weighed alike. */
function groupOf({ source, isDistant }: SpokenQuote): string {
  if (isDistant) return "DISTANT";
  const form = sourceForm(source);
  return form === "HE" || form === "SHE" ? "HE OR SHE" : form;
}

/** Where the source names the candidate, and what kind of noun its head is. */
function inSourceFeatures(candidate: SpeakerCandidate, { source, isDistant }: SpokenQuote): readonly Feature[] {
  const { inSource, isNamesake, entity } = candidate;
  if (isNamesake) return [["namesake", 1]];
  if (inSource === null) return [[`not in source ${entity.kind}`, 1]];
  const { part, role, preposition } = inSource;
  const place = `in ${part} ${role}`;
  const head = role === "HEAD" && part === "MAIN" ? "" : nounKind(source?.head ?? "");
  return holding({
    [place]: true,
    [`${place} ${entity.kind}`]: true,
    [`${place} of ${head}`]: true,
    [`${place} ${entity.kind} of ${head}`]: true,
    [`${place} ${preposition}`]: preposition !== null,
    [`${place} ${preposition} of ${head}`]: preposition !== null,
    [`${place} distant`]: isDistant,
    [`${place} alone`]: source?.names.length === 1,
  });
}

/** Whether the candidate is of the kind, gender and title that the source tells. */
function fitFeatures(candidate: SpeakerCandidate, { source, described }: SpokenQuote): readonly Feature[] {
  const { entity } = candidate;
  const form = sourceForm(source);
  return [
    ...holding({ [`${form} ${entity.kind}`]: true }),
    ...genderFeatures(entity, source),
    ...(source !== null && isNominal(form) ? nominalFeatures(candidate, source, described) : []),
  ];
}

function genderFeatures({ gender: own }: EntityCluster, source: SourcePhrase | null): readonly Feature[] {
  const form = sourceForm(source);
  const noun = isNominal(form) ? nounKind(source?.head ?? "") : "";
  const gender = genderOf(source, form);
  if (gender === null) return [];
  return holding({
    [`gender agrees of ${noun}`]: own === gender,
    [`gender differs of ${noun}`]: own !== null && own !== gender,
    [`gender unknown of ${noun}`]: own === null,
  });
}

/** How the words of "the senator", "an Ostrel senator" or "his letter" fit the candidate. */
function nominalFeatures(
  candidate: SpeakerCandidate,
  source: SourcePhrase,
  described: ReadonlySet<EntityCluster>,
): readonly Feature[] {
  const { entity, shareBeside } = candidate;
  const form = sourceForm(source);
  const head = source.head ?? "";
  const content = [...source.modifiers, head];
  const inName = content.filter((word) => entity.names.some((name) => hasWord(name, word))).length;
  return [
    ...(described.has(entity) ? describedFeatures(candidate, source, described) : []),
    ...besideFeatures(form, shareBeside),
    ...holding({
      [`${form} ${nounKind(head)} ${entity.kind}`]: true,
      "described otherwise": isRole(head) && described.size > 0 && !described.has(entity),
      [`${form} titled otherwise`]: isTitledOtherwise(entity, head),
      [`${form} all words named`]: inName === content.length,
      [`${form} head and more named`]: inName > 1,
      [`${form} name has head`]: entity.names.some((name) => hasWord(name, head)),
    }),
  ];
}

function describedFeatures(
  { entity, shareBeside }: SpeakerCandidate,
  source: SourcePhrase,
  { size }: ReadonlySet<EntityCluster>,
): readonly Feature[] {
  const form = sourceForm(source);
  return [
    ...besideFeatures(`${form} described,`, shareBeside),
    ...holding({
      [`${form} described`]: true,
      [`${form} described alone`]: size === 1,
      [`${form} described in full`]: holdsTitle(entity, [...source.modifiers, source.head ?? ""]),
    }),
  ];
}

const besideFeatures = (form: string, shareBeside: number): readonly Feature[] =>
  holding({ [`${form} all beside`]: shareBeside === 1, [`${form} some beside`]: shareBeside > 0 });

/** What the source tells of the gender of whoever speaks, or of whose words "his letter" holds. */
function genderOf(source: SourcePhrase | null, form: SourceForm): Gender | null {
  if (form === "POSSESSED") return genderOfOwner(source);
  return form === "DEFINITE" ? genderOfTitle(source?.head ?? "") : genderOfPronoun(form);
}

const isNominal = (form: SourceForm): boolean => form === "DEFINITE" || form === "INDEFINITE" || form === "POSSESSED";

/** The article gives other titles, and not this one: "the mayor" is hardly "Senator Rehn". */
const isTitledOtherwise = ({ titles }: EntityCluster, head: string): boolean =>
  isRole(head) && titles.length > 0 && !titles.some((title) => hasWord(title, head));

const hasWord = (name: string, word: string): boolean => name.toLowerCase().split(" ").includes(word);

/** In articles of more than a few sentences nobody has more of the names; in shorter ones the share tells nothing. */
const MAX_SHARE = 0.25;

/** How, how far back and how often the candidate was mentioned and spoke. Distances as log2(1 + n). */
function aroundFeatures(candidate: SpeakerCandidate, quote: SpokenQuote): readonly Feature[] {
  return [
    ["mentions", Math.log2(1 + candidate.mentions)],
    ["share", Math.min(candidate.share, MAX_SHARE)],
    ["others since", Math.log2(1 + candidate.othersSince)],
    ...holding({
      "in title": candidate.isInTitle,
      "last in marks": candidate.isLastInMarks,
      "opens paragraph": candidate.opensBlock,
      "in words": candidate.isInWords,
      "pronoun choice": candidate.isPronounChoice,
      "right before": candidate.isRightBefore,
      "before apposition": candidate.isBeforeApposition,
      author: candidate.isAuthor,
    }),
    ...mentionFeatures(candidate, quote),
    ...spokenFeatures(candidate, quote),
  ];
}

function mentionFeatures(
  { last, othersSince, rivalsInBlock }: SpeakerCandidate,
  quote: SpokenQuote,
): readonly Feature[] {
  if (last === null) return [["never narrated", 1]];
  const back = quote.sentence - last.sentence;
  const isHere = last.block === quote.block;
  return [
    ["distance", Math.log2(1 + back)],
    ...holding({
      "same sentence": back === 0,
      "sentence before": back === 1,
      "same paragraph": isHere,
      "paragraph before": last.block === quote.block - 1,
      subject: last.isSubject,
      "subject same paragraph": last.isSubject && isHere,
      "subject of the same sentence": last.isSubject && back === 0,
      "subject of the sentence before": last.isSubject && back === 1,
      pronoun: last.isPronoun,
      "named last": othersSince === 0,
      "alone in paragraph": isHere && rivalsInBlock === 0,
      "named alone in paragraph": isHere && rivalsInBlock === 0 && !last.isPronoun,
      "elsewhere, others in paragraph": !isHere && rivalsInBlock > 0,
      "elsewhere, nobody in paragraph": !isHere && rivalsInBlock === 0,
    }),
  ];
}

function spokenFeatures({ lastSpoken, rivalsInBlock }: SpeakerCandidate, quote: SpokenQuote): readonly Feature[] {
  if (lastSpoken === null) return [["never spoke", 1]];
  const isLast = lastSpoken.quotesAgo === 1;
  const blocksBack = quote.block - lastSpoken.block;
  return [
    ["spoke ago", Math.log2(1 + quote.sentence - lastSpoken.sentence)],
    ...holding({
      "spoke last": isLast,
      "spoke last of those who may be meant": lastSpoken.othersSince === 0,
      "spoke last of those who may be meant, in the paragraph before": lastSpoken.othersSince === 0 && blocksBack === 1,
      "spoke last of those who may be meant, nobody else in paragraph":
        lastSpoken.othersSince === 0 && rivalsInBlock === 0,
      "spoke last, same paragraph": isLast && blocksBack === 0,
      "spoke last, paragraph before": isLast && blocksBack === 1,
      "spoke last, nobody else in paragraph": isLast && rivalsInBlock === 0,
      "spoke in paragraph": blocksBack === 0,
      "spoke in paragraph before": blocksBack === 1,
      "spoke before that": !isLast,
    }),
  ];
}
