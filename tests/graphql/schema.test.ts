import { readFileSync } from "node:fs";
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { describe, expect, it } from "vitest";
import { buildGraphqlSchema } from "../../src/graphql/build-graphql-schema.ts";
import { printGraphqlSchema } from "../../src/graphql/print-graphql-schema.ts";

const SCHEMA_FILE = new URL("../../schema.graphql", import.meta.url);

interface Described {
  readonly path: string;
  readonly description: string | null | undefined;
}

describe("schema.graphql", () => {
  it("is what the code says", () => {
    expect(
      readFileSync(SCHEMA_FILE, "utf8"),
      "schema.graphql is stale: run `npm run schema`, read the change, commit it",
    ).toBe(printGraphqlSchema());
  });

  it("describes every type, field, argument, input and enum value", () => {
    const bare = describedIn(buildGraphqlSchema()).filter(({ description }) => !description?.trim());
    expect(bare.map(({ path }) => path)).toEqual([]);
  });
});

/** Everything of the schema that is ours; GraphQL's own scalars and introspection are described by it. */
const describedIn = (schema: GraphQLSchema): readonly Described[] =>
  Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => [
      // Where one asks, or changes, is plain without words; what may be asked is described field by field.
      ...([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].some((root) => root === type)
        ? []
        : [{ path: type.name, description: type.description }]),
      ...membersOf(type),
    ]);

function membersOf(type: GraphQLNamedType): readonly Described[] {
  if (isEnumType(type)) return type.getValues().map((value) => described(type.name, value));
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => described(type.name, field));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    described(type.name, field),
    ...field.args.map((argument: GraphQLArgument) => described(`${type.name}.${field.name}`, argument)),
  ]);
}

const described = (
  owner: string,
  { name, description }: { readonly name: string; readonly description?: string | null | undefined },
): Described => ({ path: `${owner}.${name}`, description });
