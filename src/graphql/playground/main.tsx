import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import { EXAMPLE_TABS } from "./example-tabs.ts";
import { linkedTab, openingTab } from "./opening-tab.ts";

const examples = EXAMPLE_TABS.map(({ query, variables }) => ({ query, variables: JSON.stringify(variables, null, 2) }));
const linked = linkedTab(location.hash);
const tabs = linked === null ? examples : [linked, ...examples];
const { query, variables } = linked ?? openingTab(localStorage, tabs[0] ?? { query: "", variables: "" });

const container = document.getElementById("playground");
if (container === null) throw new Error("index.html has no element #playground.");

createRoot(container).render(
  <GraphiQL
    fetcher={createGraphiQLFetcher({ url: "/graphql" })}
    defaultTabs={tabs}
    initialQuery={query}
    initialVariables={variables}
    defaultEditorToolsVisibility="variables"
    isHeadersEditorEnabled={false}
  />,
);
