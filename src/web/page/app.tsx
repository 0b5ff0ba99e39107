import { useEffect, useRef } from "preact/hooks";
import { ArticlePage } from "./article/article-page.tsx";
import { CorrectionsPage } from "./correcting/corrections-page.tsx";
import { VIEWER } from "./correcting/documents.ts";
import { SignedIn } from "./correcting/signed-in.tsx";
import { ViewerContext } from "./correcting/viewer.ts";
import { DraftPage } from "./draft/draft-page.tsx";
import { useAnswer } from "./graphql/use-answer.ts";
import { readArticle } from "./navigation/article-address.ts";
import { readCorrections } from "./navigation/corrections-address.ts";
import { readDraft } from "./navigation/draft-address.ts";
import { Link } from "./navigation/link.tsx";
import { readPerson } from "./navigation/person-address.ts";
import { readRoute } from "./navigation/route.ts";
import { readSearch } from "./navigation/search-address.ts";
import { type Place, useLocation } from "./navigation/use-location.ts";
import { usePageTitle } from "./navigation/use-page-title.ts";
import { readClaim } from "./navigation/verify-address.ts";
import { PersonPage } from "./person/person-page.tsx";
import { SearchPage } from "./search/search-page.tsx";
import { NotFound } from "./states/not-found.tsx";
import { VerifyPage } from "./verify/verify-page.tsx";

/** The page that the address asks for, under one header. */
export function App() {
  const place = useLocation();
  const main = useRef<HTMLElement>(null);
  const { answer } = useAnswer(VIEWER, {});
  useFocusOnArrival(main, place.pathname);
  return (
    <ViewerContext.Provider value={answer?.viewer ?? null}>
      {/* No link: its #content would take the place of the quote that an address leads to. */}
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <header class="masthead">
        <Link to="/" class="brand">
          Verbatim
        </Link>
        <nav aria-label="Also here">
          <Link to="/verify" current={place.pathname === "/verify"}>
            Check a quote
          </Link>
          <Link to="/draft" current={place.pathname === "/draft"}>
            Check a draft
          </Link>
          <a href="/graphql">Playground</a>
          <SignedIn pathname={place.pathname} />
        </nav>
      </header>
      <main id="content" ref={main} tabIndex={-1}>
        <Routed place={place} />
      </main>
    </ViewerContext.Provider>
  );
}

/** A key for each article and person, so that none of them ever shows what belongs to the one before. */
function Routed({ place: { pathname, parameters, anchor } }: { readonly place: Place }) {
  const route = readRoute(pathname);
  switch (route.page) {
    case "SEARCH":
      return <TitledSearch parameters={parameters} />;
    case "ARTICLE":
      return <ArticlePage key={route.id} id={route.id} state={readArticle(parameters, anchor)} />;
    case "PERSON":
      return <PersonPage key={route.id} id={route.id} state={readPerson(parameters)} />;
    case "VERIFY":
      return <VerifyPage state={readClaim(parameters)} />;
    case "DRAFT":
      return <DraftPage state={readDraft(parameters, anchor)} />;
    case "CORRECTIONS":
      return <CorrectionsPage state={readCorrections(parameters)} />;
    case "UNKNOWN":
      return <NotFound what="page" />;
  }
}

function TitledSearch({ parameters }: Pick<Place, "parameters">) {
  const state = readSearch(parameters);
  usePageTitle(state.query.trim());
  return <SearchPage state={state} />;
}

/** On another page the keyboard goes on from its content, not from a link that is gone. */
function useFocusOnArrival(main: { readonly current: HTMLElement | null }, pathname: string): void {
  const left = useRef(pathname);
  useEffect(() => {
    if (left.current === pathname) return;
    left.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [main, pathname]);
}
