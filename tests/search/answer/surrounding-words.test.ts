import { describe, expect, it } from "vitest";
import { surroundingWords } from "../../../src/search/answer/surrounding-words.ts";
import { articleFrom } from "../../store/article-fixture.ts";

const { article } = articleFrom({
  key: "quay",
  title: "A day at sea",
  passages: ["First.", "Second.", "Third.", "Fourth.", "Fifth.", "Sixth."].map((words) => ({ words })),
});

describe("the words around a passage", () => {
  it("are the title and two paragraphs either side, its own left out", () => {
    const own = article.paragraphs[2];
    const around = surroundingWords(article, 2, own ? [own] : []);
    for (const near of ["A day at sea", "First.", "Second.", "Fourth.", "Fifth."]) expect(around).toContain(near);
    for (const far of ["Third.", "Sixth."]) expect(around).not.toContain(far);
  });

  it("are also those between its parts", () => {
    const [, second, , fourth] = article.paragraphs;
    const around = surroundingWords(article, 1, second && fourth ? [second, fourth] : []);
    expect(around).toContain("Third.");
  });
});
