/** What the Playground's example asks of a search: the words, who said them, where they stand, and why they were found. */
export const SEARCH = `query Search($query: String!) {
  search(query: $query, first: 10) {
    totalCount
    facets {
      speakers { values { label count } others none }
      publishers { values { label count } }
      kinds { values { label count } }
      months { values { label count } }
    }
    pageInfo { hasNextPage endCursor }
    nodes {
      text kind score highlights { start end }
      trace { total signals { signal raw normalized weight } }
      quote { kind confidence speakerMention speaker { id name } }
      article { title publisher url publishedAt }
      before { text } after { text }
      selectors { exact prefix suffix start end }
    }
  }
}`;

export const VERIFICATION = `query Verify($text: String!) {
  verifyQuote(text: $text) {
    verdict summary similarity
    changes { kind claim source }
    source { voice article { title url publishedAt } quote { speaker { name } } selectors { exact prefix suffix } }
  }
}`;

const DRAFT_CHECK = `query CheckDraft($text: String!) {
  verifyDraft(text: $text) {
    summary text
    quotes {
      text start end speaker verdict needsALook summary saidBy { name }
      verification { diff { kind claim source } changes { kind claim source } source { text article { title url } } }
    }
  }
}`;

interface Answer<Data> {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string }[];
}

/** Asks a hybrid search over HTTP and reads the whole answer. Throws when it is none; a small index may hold no hit. */
export async function askSearch(url: string, query: string): Promise<void> {
  await ask(url, SEARCH, { query });
}

/** Asks whether words were said; gives the verdict. Throws when there is none. */
export async function askVerification(url: string, text: string): Promise<string> {
  const { verifyQuote } = await ask<{ readonly verifyQuote: { readonly verdict: string } }>(url, VERIFICATION, {
    text,
  });
  return verifyQuote.verdict;
}

/** Asks for the check of a whole draft; gives the verdict of each quote. Throws where there is none. */
export async function askDraft(url: string, text: string): Promise<readonly string[]> {
  type Checked = { readonly verifyDraft: { readonly quotes: readonly { readonly verdict: string }[] } };
  const { verifyDraft } = await ask<Checked>(url, DRAFT_CHECK, { text });
  return verifyDraft.quotes.map(({ verdict }) => verdict);
}

/** The smallest request that GraphQL answers. */
export async function askNothing(url: string): Promise<void> {
  await post(url, { query: "{ __typename }" });
}

async function ask<Data>(url: string, query: string, variables: Readonly<Record<string, string>>): Promise<Data> {
  const { data, errors } = await post<Answer<Data>>(url, { query, variables });
  if (errors) throw new Error(`The server could not answer ${JSON.stringify(variables)}: ${errors[0]?.message}`);
  if (!data) throw new Error(`The server did not answer ${JSON.stringify(variables)}.`);
  return data;
}

/** The shape of the answer is the caller's word for what the query asks. */
async function post<T>(url: string, body: Readonly<Record<string, unknown>>): Promise<T> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  return (await response.json()) as T;
}
