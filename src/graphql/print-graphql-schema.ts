import { lexicographicSortSchema, printSchema } from "graphql";
import { buildGraphqlSchema } from "./build-graphql-schema.ts";

/** The text of `schema.graphql`: sorted, so that moving code does not change it. */
export const printGraphqlSchema = (): string => `${printSchema(lexicographicSortSchema(buildGraphqlSchema()))}\n`;
