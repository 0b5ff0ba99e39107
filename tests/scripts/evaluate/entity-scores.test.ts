import { describe, expect, it } from "vitest";
import { nameConfusions, peopleConfusions, pronounConfusions } from "../../../scripts/evaluate/entities/confusions.ts";
import { scoreEntities } from "../../../scripts/evaluate/entities/entity-scores.ts";
import { foundEntities } from "../../../scripts/evaluate/entities/found-entities.ts";
import type { GoldArticle } from "../../../scripts/evaluate/entities/gold-article.ts";
import { judgeNames } from "../../../scripts/evaluate/entities/judge-names.ts";
import { judgePeople, judgePronouns } from "../../../scripts/evaluate/entities/judge-people.ts";
import type { ExtractionLine } from "../../../src/extract/extraction-line.ts";

const TEXT = "Ana Rehn met Tom Berg in Ostrel. She told him. Rehn left. He stayed with the Guild.";

/** Where the words first stand, and what follows them in brackets to tell the place. */
const at = (words: string) => {
  const start = TEXT.indexOf(words.replace(/[()]/g, ""));
  return { start, end: start + words.replace(/\(.*\)/, "").length };
};
const gold = (cluster: number, type: string, form: "name" | "pronoun", words: string) => ({
  ...{ cluster, type, form },
  start: at(words).start,
  key: at(words),
});
const ARTICLE: GoldArticle = {
  id: "a",
  text: TEXT,
  mentions: [
    gold(1, "person", "name", "Rehn"),
    gold(2, "person", "name", "Berg"),
    gold(3, "place", "name", "Ostrel"),
    gold(1, "person", "pronoun", "She"),
    gold(2, "person", "pronoun", "him"),
    gold(1, "person", "name", "Rehn( left)"),
    gold(2, "person", "pronoun", "He( stayed)"),
    gold(4, "organization", "name", "Guild"),
  ],
};

function line(people: Readonly<Record<string, readonly string[]>>, places: readonly string[]): ExtractionLine {
  const entity = (name: string, words: readonly string[]) => ({
    ...{ name, aliases: [], titles: [] },
    mentions: words.map((word) => {
      const { start, end } = at(word);
      return [start, end] as const;
    }),
  });
  return {
    ...{ id: "a", quotes: [], organizations: [] },
    people: Object.entries(people).map(([name, words]) => entity(name, words)),
    places: places.map((place) => entity(place, [place])),
  };
}

function judge(found: ExtractionLine) {
  const entities = foundEntities(TEXT, found);
  const people = judgePeople(ARTICLE, entities);
  return { names: judgeNames(ARTICLE, entities), people, pronouns: judgePronouns(ARTICLE, entities, people) };
}

describe("the measures of entities", () => {
  const judged = judge(line({ "Ana Rehn": ["Ana Rehn", "Tom Berg", "She", "him"], Rehn: ["Rehn( left)"] }, ["Guild"]));
  const scores = scoreEntities(judged);

  it("count a name when it covers the key word, in its own kind", () => {
    expect(scores.names.person).toEqual({ precision: 1, recall: 1, f1: 1, count: 3 });
    expect(scores.names.place).toEqual({ precision: 0, recall: 0, f1: 0, count: 1 });
    expect(scores.names.organization.count).toBe(1);
  });

  it("count clusters by B-cubed", () => {
    // Rehn: 1/2 of what it stands with, 1/2 of its own. Berg: 1/2 and 1. The second Rehn: 1 and 1/2.
    expect(scores.clusters.precision).toBeCloseTo(2 / 3);
    expect(scores.clusters.recall).toBeCloseTo(2 / 3);
  });

  it("count a pronoun for the person who has most names of whom it was put to", () => {
    expect(scores.pronouns).toEqual({ right: 1 / 3, rightOfAnswered: 1 / 2, count: 3 });
  });

  it("tell what was taken for what", () => {
    expect(nameConfusions(judged.names).map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
      "place -> nothing: Ostrel",
      "organization -> place: Guild",
    ]);
    expect(pronounConfusions(judged.pronouns).map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
      "him -> another: Berg, put to Ana Rehn",
      "he -> nobody: Berg",
    ]);
    const wholly = judge(line({ "Ana Rehn": ["Ana Rehn", "Rehn( left)", "Tom Berg"] }, []));
    expect(peopleConfusions(new Map([["a", wholly.people]]))).toEqual([
      { kind: "joined", words: "Berg to Ana Rehn", where: "a", count: 1 },
    ]);
  });
});
