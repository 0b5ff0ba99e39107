import { describe, expect, it } from "vitest";
import { runCommand } from "../run-command.ts";

/** `npm run faults` kills a hundred times; here are some, so that each change meets a few. */
describe("a command that is killed at any moment", () => {
  it.each(["indexing", "mutations", "backup"])("loses nothing: %s", async (subject) => {
    const args = ["--only", subject, "--kills", "2", "--articles", "6"];
    const { code, stdout, stderr } = await runCommand("scripts/faults.ts", { args });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("nothing was lost");
  });
});
