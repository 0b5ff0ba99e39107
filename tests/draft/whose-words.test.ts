import { afterAll, beforeAll, expect, it } from "vitest";
import { createDraftChecker } from "../../src/draft/draft-checker.ts";
import { openRealIndex, type RealIndex } from "../real-index.ts";
import { articleFrom } from "../store/article-fixture.ts";

const GALE = articleFrom({
  key: "gale",
  title: "Gale takes the pier",
  entities: [{ name: "Ana Talbrook" }, { name: "Talbrok" }, { name: "Nils Rehn", aliases: ["Governor Rehn"] }],
  passages: [
    { words: "The pier went out like a tooth in the night.", by: "Talbrok" },
    { words: "I offer my hand to the families of the pilots.", by: "Nils Rehn" },
  ],
});

let index: RealIndex;

beforeAll(async () => {
  index = await openRealIndex([GALE]);
});

afterAll(() => index?.close());

const outcomeOf = async (text: string) => {
  const { quotes } = await createDraftChecker(index).checkText(text, { filter: {} });
  const last = quotes.at(-1);
  return { speaker: last?.speaker, verdict: last?.verdict, needsALook: last?.needsALook };
};

it("takes a surname with a slip for the one who is named in that article, too", async () => {
  const said = "“The pier went out like a tooth in the night,” said";
  expect(await outcomeOf(`${said} Ana Talbrook.`)).toMatchObject({ verdict: "SPEAKER_UNCLEAR", needsALook: false });
  expect(await outcomeOf(`${said} Ida Marlow.`)).toMatchObject({ verdict: "MISATTRIBUTED", needsALook: true });
});

it("does not hold it against a draft that the reader took its name for somebody else of that surname", async () => {
  const about = "Maja Rehn came to the pier with her dog.\n\n“I offer my hand to the families of the pilots,” said";
  expect(await outcomeOf(`${about} Governor Rehn.`)).toMatchObject({ verdict: "SPEAKER_UNCLEAR", needsALook: false });
  expect(await outcomeOf(`${about} Maja Rehn.`)).toMatchObject({ verdict: "MISATTRIBUTED", needsALook: true });
});
