// Asks Verbatim by GraphQL; what comes back has the types of schema.graphql. An unknown field does not compile.
//   node --import tsx examples/typed-client.ts "flood defences"
import { print } from "@0no-co/graphql.web";
import { initGraphQLTada, type TadaDocumentNode } from "gql.tada";
import type { introspection } from "../src/web/page/graphql/graphql-env.d.ts"; // yours: npx gql.tada generate output

const SERVER = process.env.VERBATIM_URL ?? "http://127.0.0.1:4000";
const graphql = initGraphQLTada<{ introspection: introspection; scalars: { DateTime: string } }>();

const SAID = graphql(`query Said($about: String!) {
  search(query: $about, kinds: [QUOTE], first: 3) {
    nodes { text quote { kind speaker { name } } article { title publishedAt } }
  }
}`);

async function ask<Answer, Variables>(document: TadaDocumentNode<Answer, Variables>, variables: Variables) {
  const body = JSON.stringify({ query: print(document), variables });
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`${SERVER}/graphql`, { method: "POST", headers, body });
  const { data, errors } = (await response.json()) as { data?: Answer; errors?: { message: string }[] };
  if (!data) throw new Error(errors?.[0]?.message);
  return data;
}

const { search } = await ask(SAID, { about: process.argv[2] ?? "flood defences" });
for (const { text, quote, article } of search.nodes)
  console.log(`${quote?.speaker?.name ?? "Somebody"} (${article.title}, ${article.publishedAt ?? "undated"}): ${text}`);
