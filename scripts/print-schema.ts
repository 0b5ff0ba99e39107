import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { printGraphqlSchema } from "../src/graphql/print-graphql-schema.ts";

const SCHEMA_FILE = fileURLToPath(new URL("../schema.graphql", import.meta.url));

/** `npm run schema`: prints the GraphQL schema from the code into schema.graphql. */
writeFileSync(SCHEMA_FILE, printGraphqlSchema());
console.log(`Wrote ${SCHEMA_FILE}`);
