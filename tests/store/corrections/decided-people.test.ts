import { describe, expect, it } from "vitest";
import type { Correction } from "../../../src/model/correction.ts";
import {
  type Decisions,
  decidedNamesOf,
  decidedOtherwise,
  decisionsOf,
  entityIdOfGroup,
} from "../../../src/store/corrections/decided-people.ts";
import { splitGroupId } from "../../../src/store/corrections/groups-by-hand.ts";
import { correction, personNamed } from "../correction-fixture.ts";

const [ADA, BO, CLEO] = [personNamed("Ada Tarn"), personNamed("Bo Tarn"), personNamed("Cleo Tarn")];

const merged = (minute: number, one: typeof ADA, into: typeof ADA): Correction =>
  correction(minute, { kind: "MERGED", people: [one], into });

const entityIn = (decisions: Decisions, groupId: string, known: string | null = null) =>
  entityIdOfGroup(
    groupId,
    (id) => decisions.get(id) ?? null,
    () => known,
  );

describe("who is who by what people decided", () => {
  it("follows from step to step, and comes before the authority file", () => {
    const decisions = decisionsOf([merged(1, ADA, BO), merged(2, BO, CLEO)]);
    expect(entityIn(decisions, ADA.id)).toBe(CLEO.id);
    expect(entityIn(decisions, ADA.id, "known to the file")).toBe(CLEO.id);
    expect(entityIn(decisions, "a name of the file", BO.id)).toBe(CLEO.id);
    expect(entityIn(decisions, "a name of nobody")).toBe("a name of nobody");
  });

  it("is what was decided last of one thing, and never goes round in a circle", () => {
    expect(entityIn(decisionsOf([merged(1, ADA, BO), merged(2, ADA, CLEO)]), ADA.id)).toBe(CLEO.id);
    const circle = decisionsOf([merged(1, ADA, BO), merged(2, BO, CLEO), merged(3, CLEO, ADA)]);
    expect([ADA, BO, CLEO].map(({ id }) => entityIn(circle, id))).toEqual([CLEO.id, CLEO.id, CLEO.id]);
  });

  it("keeps names that were split off apart, and gives them their name", () => {
    const split = correction(1, {
      kind: "SPLIT",
      from: ADA,
      into: BO,
      named: [{ articleId: "harbour", name: "Ada Tarn" }],
    });
    const decisions = decisionsOf([split]);
    expect([true, false].map((isInFull) => entityIn(decisions, splitGroupId(BO.id, isInFull)))).toEqual([BO.id, BO.id]);
    expect(entityIn(decisions, ADA.id)).toBe(ADA.id);
    expect(decidedNamesOf([split, correction(2, { kind: "RENAMED", person: BO, name: "Bo the Elder" })])).toEqual(
      new Map([[BO.id, "Bo the Elder"]]),
    );
  });

  it("tells for whom it is another than before, on either side", () => {
    const [before, after] = [decisionsOf([merged(1, ADA, BO)]), decisionsOf([merged(1, ADA, CLEO)])];
    expect(new Set(decidedOtherwise(before, after))).toEqual(new Set([ADA.id, BO.id, CLEO.id]));
    expect(decidedOtherwise(after, after)).toEqual([]);
  });
});
