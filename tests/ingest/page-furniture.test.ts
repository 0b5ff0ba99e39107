import { describe, expect, it } from "vitest";
import { isPageFurniture } from "../../src/ingest/page-furniture.ts";

describe("isPageFurniture", () => {
  it.each([
    "Follow us on Twitter @TarnMail",
    "Follow us on Twitter\u00a0@TarnMail",
    "Follow our channel on Telegram",
    "Follow @TarnMail on X",
    "Like us on Facebook",
    "Share this article",
    "Share on Facebook",
    "Share this story on WhatsApp",
    "Read more",
    "Read more: Boatmen march on the town hall",
    "READ ALSO: Ten things to do in Tarn",
    "Related stories",
    "Related: The harbour in numbers",
    "More news",
    "Subscribe to our newsletter",
    "Sign up for our free weekly newsletter.",
    "Subscribe now",
    "Sign up for breaking news alerts",
    "(c) Tarn Mail",
    "All rights reserved",
    "© 2024 The Tarn Mail",
    "Copyright 2024 Tarn News Agency. All rights reserved.",
    "Advertisement",
    "ADVERTISEMENT",
    "Sponsored content",
    "Continue reading",
    "* * *",
    "—",
  ])("knows %s", (block) => expect(isPageFurniture(block)).toBe(true));

  it.each([
    "Follow us on Sunday, when the fleet leaves at dawn.",
    "Follow us on Twitter, the mayor told the crowd. Then he laughed, and nobody did.",
    "Share this article of faith with me, she said, or leave the room.",
    "Read more books, the minister told pupils in Tarn.",
    "More news came from the front in the evening.",
    "Related industries lost nine thousand jobs, he said.",
    "Subscribe to our view or not, the chair said, the money is gone.",
    "All rights reserved for the crown were given up in 1911.",
    "Copyright is a matter for the courts, the minister said.",
    "Copyright law of 1911 will be changed, the minister said.",
    "Sign up for the army",
    "Advertisement of tobacco will be banned from May.",
    "Print is not dead, the publisher said.",
    "“Share this,” she said.",
    "No.",
    "Comments were not invited.",
  ])("leaves prose: %s", (block) => expect(isPageFurniture(block)).toBe(false));

  it("takes nothing long for furniture", () => {
    expect(isPageFurniture(`Read more: ${"the story of the harbour ".repeat(8)}`)).toBe(false);
  });
});
