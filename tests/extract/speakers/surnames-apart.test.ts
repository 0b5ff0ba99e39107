import { describe, expect, it } from "vitest";
import { speakerOf } from "../extract-text.ts";

describe("a surname alone", () => {
  const OPENING = "Dora Velk came to the lake. Dora Velk had brought her skates.";

  it("is nobody's of another gender, by the pronouns beside it", () => {
    const text = `${OPENING}\n\nVelk keeps his money. Velk loves his boat.\n\n“The ice is thin,” Velk said.`;
    expect(speakerOf(text, "The ice is thin")).toBe("Velk");
  });

  it("is the other one's who bears it and is of that gender", () => {
    const text = `${OPENING} Her husband, Peter Velk, stayed at home.\n\nVelk keeps his money. Velk loves his boat.\n\n“The ice is thin,” Velk said.`;
    expect(speakerOf(text, "The ice is thin")).toBe("Peter Velk");
  });

  it("stays with the full name where one pronoun alone differs", () => {
    const text = `${OPENING}\n\nVelk met his man.\n\n“The ice is thin,” Velk said.`;
    expect(speakerOf(text, "The ice is thin")).toBe("Dora Velk");
  });

  it("stays with the full name where pronouns beside both agree", () => {
    const text = `${OPENING}\n\nVelk keeps her money. Velk loves her boat.\n\n“The ice is thin,” Velk said.`;
    expect(speakerOf(text, "The ice is thin")).toBe("Dora Velk");
  });
});
