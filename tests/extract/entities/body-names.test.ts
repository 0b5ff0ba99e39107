import { describe, expect, it } from "vitest";
import { extractText, quotesOf } from "../extract-text.ts";

describe("a body named by a common noun", () => {
  it.each([
    ["Mayor Ana Rehn ran again. The Rehn campaign said that it was over.", "Rehn campaign"],
    ["Mayor Ana Rehn ran again. Rehn's campaign said that it was over.", "Rehn's campaign"],
    ["Mayor Ana Rehn left. Rehn’s office said that it was over.", "Rehn's office"],
    ["A Courier/Radio Nine poll found that most people wait.", "Courier/Radio Nine poll"],
    ["Moscow police said that the road was closed.", "Moscow police"],
    ["The German government said that the road was closed.", "German government"],
    ["The London city council said that the road was closed.", "London city council"],
  ])("%s", (text, name) => {
    expect(extractText(text).organizations).toContain(name);
  });

  it("is one body with and without the mark of possession", () => {
    const text = "Mayor Ana Rehn ran. The Rehn campaign paid. Rehn's campaign owed nothing.";
    expect(extractText(text).organizations).toEqual(["Rehn campaign = Rehn's campaign"]);
  });

  it("is one campaign, be it called a camp or a team", () => {
    const text = "Mayor Ana Rehn ran. The Rehn campaign paid. Rehn's team owed nothing, and the Rehn camp cheered.";
    expect(extractText(text).organizations).toEqual(["Rehn campaign = Rehn's team; Rehn camp"]);
  });

  it("is none where the noun only opens a longer one", () => {
    expect(extractText("Mayor Ana Rehn ran. The Rehn campaign trail was long.").organizations).toEqual([]);
  });

  it("speaks, and not the person in its name", () => {
    const text = "Mayor Ana Rehn ran again.\n\n“It is over,” the Rehn campaign said.";
    expect(quotesOf(text)).toEqual(["DIRECT | Rehn campaign | It is over,"]);
  });
});
