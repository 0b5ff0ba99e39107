import { expect, it } from "vitest";
import { hiddenNames } from "../../../scripts/train/hidden-names.ts";
import { articleFrom } from "../../store/article-fixture.ts";

const marsh = (first: string) => ({
  name: `${first} Marsh`,
  person: { first: first.toLowerCase(), last: "marsh", gender: null },
});

it("asks of everybody named in full who it is, by the people of other articles, or somebody not known", () => {
  const articles = [
    articleFrom({ key: "one", entities: [marsh("Lena")] }),
    articleFrom({ key: "two", entities: [marsh("Lena")] }),
    articleFrom({ key: "three", entities: [marsh("Otto")] }),
  ];
  const asked = hiddenNames(articles);
  const bySurname = asked.filter(({ isRight }) => isRight.length === 3 || isRight.at(-1) === true);
  // Both articles on Lena ask between Lena, Otto and somebody else; the one on Otto knows no other Otto.
  expect(bySurname.map(({ isRight }) => isRight)).toEqual([
    [true, false, false],
    [true, false, false],
    [false, true],
  ]);
  // By first name alone, Lena of the one article is Lena of the other; nobody else is called Otto.
  expect(asked.filter(({ isRight }) => isRight.length === 2 && isRight[0] === true)).toHaveLength(2);
  expect(asked.every(({ candidates, isRight }) => candidates.length === isRight.length)).toBe(true);
});
