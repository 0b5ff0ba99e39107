import { describe, expect, it } from "vitest";
import { speakerOf } from "../extract-text.ts";

describe("the gender of a person", () => {
  it("is what the article's pronouns tell of a name that no list has", () => {
    const text =
      "Zurrid Vell came to the lake with Peter Orsic. Vell had brought her skates.\n\nVell looked at the ice. She frowned.\n\nOrsic waited for Zurrid Vell.\n\n“The ice is thin,” she said.";
    expect(speakerOf(text, "The ice is thin")).toBe("Zurrid Vell");
  });

  it("is what the article's pronouns tell again and again, whatever a list says of the first name", () => {
    const text =
      "Leslie Orsic came to the lake. He skated.\n\nOrsic fell. He laughed.\n\nOrsic rose. His knee hurt.\n\nOrsic went home. He slept.\n\n“The ice is thin,” he said.";
    expect(speakerOf(text, "The ice is thin")).toBe("Leslie Orsic");
  });

  it("is the first name's, not that of a surname that is a first name, too", () => {
    const text =
      "At the lake were Peter Orsic and Dora Clinton. Secretary Clinton skated.\n\n“The ice is thin,” Clinton said.\n\n“Nobody should skate,” she said.";
    expect(speakerOf(text, "Nobody should skate")).toBe("Dora Clinton");
  });

  it("is not that of somebody else whom one pronoun may mean", () => {
    const text =
      "Dora Velk met her brother. He skated.\n\n“The ice is thin,” Velk said.\n\n“Nobody should skate,” she said.";
    expect(speakerOf(text, "Nobody should skate")).toBe("Dora Velk");
  });

  it("stays open where lists and pronouns differ, so that no first pronoun settles it", () => {
    const text =
      "Dora Clinton met the council. He who chaired it slept.\n\nClinton waited. He snored.\n\nClinton coughed. He snored.\n\n“The ice is thin,” Clinton said.\n\n“Nobody should skate,” she said.";
    expect(speakerOf(text, "Nobody should skate")).toBe("Dora Clinton");
  });
});
