/** What the editors hold when the page opens. */
export interface OpeningTab {
  readonly query: string;
  readonly variables: string;
}

/** Where GraphiQL keeps the tabs of the last visit. */
const TABS_KEY = "graphiql:tabState";

/**
 * The tab that was in front at the last visit, else the first example. GraphiQL 5.4 finds the tab by itself, but
 * leaves the variables' editor empty unless it is told what that tab holds.
 */
export function openingTab(storage: Pick<Storage, "getItem">, firstVisit: OpeningTab): OpeningTab {
  try {
    const { tabs, activeTabIndex } = JSON.parse(storage.getItem(TABS_KEY) ?? "") as StoredTabs;
    const { query, variables } = tabs[activeTabIndex] ?? firstVisit;
    return { query: query ?? "", variables: variables ?? "" };
  } catch {
    return firstVisit;
  }
}

/** The query that a link brought behind the `#`, such as the reading page's; null for a plain visit. */
export function linkedTab(hash: string): OpeningTab | null {
  const parameters = new URLSearchParams(hash.slice(1));
  const query = parameters.get("query");
  return query === null ? null : { query, variables: parameters.get("variables") ?? "" };
}

interface StoredTabs {
  readonly tabs: readonly { readonly query: string | null; readonly variables: string | null }[];
  readonly activeTabIndex: number;
}
