/** A worked example: the Playground opens each in a tab of its own. All have answers in `samples/`. */
export interface ExampleTab {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const FIRST_QUESTION: ExampleTab = {
  query: `# 1. What was said about meetings with NATO?
# The best passage comes first, with who said it
# and where it stands. Run it by the button, or
# by Ctrl-Enter; change the question below.
# Hover over a field, or click it while holding
# Ctrl, to read what it means.
query NatoMeetings($question: String!) {
  search(query: $question, kinds: [QUOTE], first: 3) {
    totalCount
    nodes {
      text
      quote {
        kind
        speaker { name }
      }
      article { title publishedAt }
    }
  }
}
`,
  variables: { question: "what was said about NATO meetings" },
};

const WHY_FOUND: ExampleTab = {
  query: `# 2. Why was this found? "base", and each signal's
# score, put on one scale, times its weight: added
# up they are the total. "highlights" are the words that
# the passage shares with the question.
query WhyFound($question: String!, $mode: SearchMode) {
  search(query: $question, mode: $mode, first: 3) {
    nodes {
      text
      highlights { start end }
      trace {
        total
        base
        signals { signal raw normalized weight }
      }
    }
  }
}
`,
  variables: { question: "flood defences", mode: "HYBRID" },
};

const FACETS: ExampleTab = {
  query: `# 3. How does all that matches divide? Each value
# of a facet goes into the filter that keeps it:
# put a speaker's into "speaker", or widen the
# dates. Conditions can be joined by and, or, not.
query Facets($question: String!, $filter: SearchFilter) {
  search(query: $question, filter: $filter, first: 3) {
    totalCount
    facets {
      speakers(first: 5) { values { label value count } others none }
      kinds { values { label count } }
      months { values { label count } none }
    }
    nodes {
      text
      article { title publisher publishedAt }
    }
  }
}
`,
  variables: {
    question: "the harbour fee",
    filter: { publisher: ["Kestrian News Agency"], publishedFrom: "2024-01-01T00:00:00Z" },
  },
};

const PERSON_QUOTES: ExampleTab = {
  query: `# 4. A person by any of the names that articles
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

const VERIFY_QUOTE: ExampleTab = {
  query: `# 5. Was this ever said, by whom, in these words?
# "diff" lays the pasted words along the source's;
# "changes" says what kind each difference is.
# Try it word for word: "We oppose this fee, and
# we will oppose it in May".
query VerifyAQuote($text: String!, $speaker: String) {
  verifyQuote(text: $text, speaker: $speaker) {
    verdict
    summary
    changes { kind claim source }
    diff { kind claim source }
    source {
      before
      text
      after
      quote { speaker { name } }
      article { title url }
    }
  }
}
`,
  variables: { text: "We support this fee, and we will support it in May", speaker: "Marta Selk" },
};

const ANSWER: ExampleTab = {
  query: `# 6. An answer made of what people said, each word
# of it from a source: "text" is ready to hand on,
# "statements" are its parts with their citations,
# "coverage" says what nobody answered.
query AnAnswer($question: String!) {
  answer(question: $question, maxStatements: 3) {
    text
    coverage { isAnswered note missing }
    statements {
      marker
      text
      voice
      speaker { name }
      article { title }
      publishedAt
      spans { start end }
    }
  }
}
`,
  variables: { question: "who opposed the harbour fee, and why?" },
};

const IN_ITS_PLACE: ExampleTab = {
  query: `# 7. A hit in its place: the paragraphs around it,
# and selectors by which its words can be cited
# elsewhere (W3C Web Annotation).
query AHitInItsPlace($question: String!, $count: Int!) {
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

const VERIFY_DRAFT: ExampleTab = {
  query: `# 8. A whole draft, each of its quotes held
# against the archive.
query ADraft($text: String!) {
  verifyDraft(text: $text) {
    summary
    quotes {
      text start end
      speaker
      verdict needsALook summary
      saidBy { name }
      source { text article { title } }
    }
  }
}
`,
  variables: {
    text: "“We oppose this tax, and we will oppose it in May,” Marta Selk said.\n\n“There is no such thing as a free metre,” said Mayor Henrike Dahl.",
  },
};

const ENTITY: ExampleTab = {
  query: `# 9. An organization, person or place by the
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

/** In the order in which they teach. */
export const EXAMPLE_TABS: readonly ExampleTab[] = [
  FIRST_QUESTION,
  WHY_FOUND,
  FACETS,
  PERSON_QUOTES,
  VERIFY_QUOTE,
  ANSWER,
  IN_ITS_PLACE,
  VERIFY_DRAFT,
  ENTITY,
];
