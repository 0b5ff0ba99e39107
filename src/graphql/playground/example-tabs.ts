/** A worked example: the Playground opens each in a tab of its own. All have answers in `samples/`. */
export interface ExampleTab {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const NATO_MEETINGS: ExampleTab = {
  query: `# What was said about meetings with NATO,
# who said it, and in which article.
# The best passage comes first; its trace
# tells why it was found.
# Run it by the button, or by Ctrl-Enter.
query NatoMeetings($question: String!) {
  search(query: $question, kinds: [QUOTE], first: 5) {
    totalCount
    nodes {
      text
      quote {
        speaker { name }
        speakerMention
      }
      article { title publishedAt }
      highlights { start end }
      score
      trace {
        signals { signal raw normalized weight }
      }
    }
  }
}
`,
  variables: { question: "what was said about NATO meetings" },
};

const PERSON_QUOTES: ExampleTab = {
  query: `# A person by any of the names that articles
# use, and what this person said of a subject.
# Without "about" the newest quotes come first.
query QuotesOfAPerson($name: String!, $about: String) {
  person(name: $name) {
    name
    aliases
    titles { title asOf }
    quotes(about: $about, first: 5) {
      totalCount
      nodes {
        text
        kind
        confidence
        article { title url }
      }
    }
  }
}
`,
  variables: { name: "Teodor Maravin", about: "tourism" },
};

const ENTITY: ExampleTab = {
  query: `# An organization, person or place by the
# beginning of its name, and the articles
# that mention it.
query AnEntity($query: String!) {
  entities(query: $query, first: 3) {
    nodes {
      id
      kind
      name
      aliases
      mentionCount
      articles(first: 5) {
        totalCount
        nodes { title publisher publishedAt }
      }
    }
  }
}
`,
  variables: { query: "NATO" },
};

const NEIGHBOURS: ExampleTab = {
  query: `# A hit in its place: the paragraphs around it,
# and selectors by which its words can be cited
# elsewhere (W3C Web Annotation).
query NeighboursOfAHit($question: String!, $count: Int!) {
  search(query: $question, first: 1) {
    nodes {
      before(count: $count) { text }
      paragraph { index text }
      after(count: $count) { text }
      article { title url }
      selectors { exact prefix suffix start end }
    }
  }
}
`,
  variables: { question: "what do the night trains cost", count: 2 },
};

export const EXAMPLE_TABS: readonly ExampleTab[] = [NATO_MEETINGS, PERSON_QUOTES, ENTITY, NEIGHBOURS];
