import { articleFrom } from "../store/article-fixture.ts";

/** Two articles that know the same president, with two people of one surname. */
export const TALKS = articleFrom({
  key: "https://gull.example/talks",
  url: "https://gull.example/talks",
  title: "Officers meet in Velmora",
  publisher: "The Gull",
  publishedAt: "2024-03-05T00:00:00.000Z",
  entities: [
    {
      name: "Teodor Maravin",
      linkKey: "teodor maravin",
      aliases: ["Teodor Andreyevich"],
      titles: ["President"],
      mentions: 5,
    },
    { name: "Viktor Orlanov", aliases: ["Orlanov"], titles: ["Chief of the General Staff"], mentions: 3 },
    { name: "NATO", kind: "ORGANIZATION", mentions: 4 },
    { name: "Velmora", kind: "PLACE", mentions: 2 },
  ],
  passages: [
    { words: "The delegation arrived in Velmora on Monday." },
    { words: "Tomorrow you will sit down with the NATO commanders for a meeting.", by: "Teodor Maravin" },
    {
      words: "Tourism had a record year, with 640,000 visitors 😀 from abroad.",
      by: "Teodor Maravin",
      confidence: 0.5,
    },
    { words: "We do not agree with NATO about everything.", by: "Viktor Orlanov" },
    { words: "The talks end on Friday." },
  ],
});

export const RAILWAY = articleFrom({
  key: "https://gull.example/railway",
  url: "https://gull.example/railway",
  title: "Railway carries twice the freight",
  publisher: "Harbour Post",
  publishedAt: "2024-05-01T00:00:00.000Z",
  entities: [
    { name: "Teodor Maravin", linkKey: "teodor maravin", titles: ["President of Kestria"], mentions: 2 },
    { name: "Vera Orlanov", aliases: ["Orlanov"], titles: ["Engineer"] },
  ],
  passages: [
    { words: "The railway through the pass carried twice the freight.", by: "Teodor Maravin" },
    { words: "The tunnel holds, whatever people say.", by: "Vera Orlanov" },
  ],
});

/** Twenty quotes by twenty people, each in an article of its own. */
export const MANY = Array.from({ length: 20 }, (_, i) =>
  articleFrom({
    key: `opinion-${i}`,
    entities: [{ name: `Speaker Number${i}` }],
    passages: [{ words: `The glacier moved ${i + 2} metres this winter.`, by: `Speaker Number${i}` }],
  }),
);
