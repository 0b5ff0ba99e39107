import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const SCHEMA = buildSchema(readFileSync(join(ROOT, "schema.graphql"), "utf8"));
const QUERIES = globSync(["README.md", "docs/*.md", "examples/**/*.md"], { cwd: ROOT }).flatMap((file) =>
  [...readFileSync(join(ROOT, file), "utf8").matchAll(/```graphql\n(.+?)```/gs)].map(([, query = ""]) => ({
    file,
    query,
  })),
);

describe("the queries of the documents", () => {
  it("are found", () => {
    expect(new Set(QUERIES.map(({ file }) => file))).toContain("README.md");
  });

  it.each(QUERIES)("are what the schema has: $file: $query", ({ query }) => {
    expect(validate(SCHEMA, parse(query)).map(({ message }) => message)).toEqual([]);
  });
});
