import type { ArticleSketch } from "../article-fixture.ts";

export const PIER: ArticleSketch = {
  key: "pier",
  passages: [
    { words: "The pier stays open all winter.", by: "Ada Fenn" },
    { words: "We have ordered forty planks.", by: "Ole Brandvold" },
    { words: "Gulls sat on the rail." },
  ],
  entities: [{ name: "Ada Fenn" }, { name: "Ole Brandvold" }],
};
