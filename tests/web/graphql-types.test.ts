import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";

const PROJECT = resolve(import.meta.dirname, "../..");

/** `npm run schema` writes both. */
it("the reading page's types are those of schema.graphql", () => {
  const fresh = join(temporaryFolder(), "graphql-env.d.ts");
  const command = ["generate", "output", "--tsconfig", "src/web/page/tsconfig.json", "--output", fresh];
  execFileSync(join(PROJECT, "node_modules/.bin/gql.tada"), command, { cwd: PROJECT });
  const kept = readFileSync(join(PROJECT, "src/web/page/graphql/graphql-env.d.ts"), "utf8");
  expect(kept).toBe(readFileSync(fresh, "utf8"));
});
