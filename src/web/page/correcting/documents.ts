import { graphql, type ResultOf } from "../graphql/graphql.ts";

export const VIEWER = graphql(`
  query Viewer {
    viewer {
      name
      mayWrite
      canSignIn
    }
  }
`);
export type Viewer = ResultOf<typeof VIEWER>["viewer"];

/** Whom the article of a quote names: one of them is mostly who said it. */
export const NAMED_IN_ARTICLE = graphql(`
  query NamedInArticle($id: ID!) {
    article(id: $id) {
      entities(first: 50) {
        nodes {
          id
          name
          kind
        }
      }
    }
  }
`);

export const CORRECT_ATTRIBUTION = graphql(`
  mutation CorrectAttribution(
    $quote: ID!
    $to: AttributionTo!
    $speaker: ID
    $speakerName: String
    $assertion: Assertion
    $reason: String
  ) {
    correctAttribution(
      quote: $quote
      to: $to
      speaker: $speaker
      speakerName: $speakerName
      assertion: $assertion
      reason: $reason
    ) {
      id
    }
  }
`);

export const HIDE_QUOTE = graphql(`
  mutation HideQuote($quote: ID!, $reason: String) {
    hideQuote(quote: $quote, reason: $reason) {
      id
    }
  }
`);

/** People whose names begin so. */
export const PEOPLE_CALLED = graphql(`
  query PeopleCalled($query: String!) {
    people(query: $query, first: 8) {
      nodes {
        id
        name
        currentTitle
        mentionCount
      }
    }
  }
`);

/** Where somebody is named, to tell the articles that mean somebody else by the name. */
export const ARTICLES_NAMING = graphql(`
  query ArticlesNaming($id: ID!) {
    person(id: $id) {
      articles(first: 50) {
        nodes {
          id
          title
          publisher
          publishedAt
        }
      }
    }
  }
`);

export const MERGE_PEOPLE = graphql(`
  mutation MergePeople($people: [ID!]!, $into: ID!, $reason: String) {
    mergePeople(people: $people, into: $into, reason: $reason) {
      id
    }
  }
`);

export const SPLIT_PERSON = graphql(`
  mutation SplitPerson($person: ID!, $articles: [ID!]!, $name: String, $reason: String) {
    splitPerson(person: $person, articles: $articles, name: $name, reason: $reason) {
      id
    }
  }
`);

export const RENAME_PERSON = graphql(`
  mutation RenamePerson($person: ID!, $name: String!, $reason: String) {
    renamePerson(person: $person, name: $name, reason: $reason) {
      id
    }
  }
`);

export const UNDO_CORRECTION = graphql(`
  mutation UndoCorrection($id: ID!) {
    undoCorrection(id: $id) {
      id
    }
  }
`);

/** The latest corrections. */
export const CORRECTIONS = graphql(`
  query Corrections($first: Int!) {
    corrections(first: $first) {
      totalCount
      pageInfo {
        hasNextPage
      }
      nodes {
        id
        sentence
        selectors {
          exact
        }
        article {
          id
          title
        }
        quote {
          id
        }
        people {
          id
          name
          kind
        }
        undone {
          at
        }
      }
    }
  }
`);
export type ListedCorrection = ResultOf<typeof CORRECTIONS>["corrections"]["nodes"][number];
