#!/usr/bin/env node
// Plain JavaScript, so that Node starts it as it is, from any folder, with nothing printed before it speaks.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

const USAGE = `Usage: verbatim mcp

Serves the index to one chat assistant over standard input and output, by the Model Context Protocol.
docs/assistants.md has the line for each assistant; npm start serves all of them over HTTP.
`;
const WRONG_USAGE = 2;

const [command, ...rest] = process.argv.slice(2);
if (command === "mcp" && rest.length === 0) {
  // The project's own settings for TypeScript, not those of the folder that the assistant happens to stand in.
  register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
  const { serveMcp } = await import("../scripts/serve-mcp.ts");
  await serveMcp();
} else if (command === "--help") {
  process.stdout.write(USAGE);
} else {
  process.stderr.write(USAGE);
  process.exitCode = WRONG_USAGE;
}
