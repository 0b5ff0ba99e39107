import { useContext } from "preact/hooks";
import { Link } from "../navigation/link.tsx";
import { ViewerContext } from "./viewer.ts";

/** In the masthead, where there is a token to sign in with: the corrections, and the way in or out. */
export function SignedIn({ pathname }: { readonly pathname: string }) {
  const viewer = useContext(ViewerContext);
  if (viewer === null || !viewer.canSignIn) return null;
  return (
    <>
      <Link to="/corrections" current={pathname === "/corrections"}>
        Corrections
      </Link>
      {viewer.name === null ? (
        <a href={`/sign-in?to=${encodeURIComponent(pathname)}`}>Sign in</a>
      ) : (
        <form method="post" action="/sign-out">
          <button type="submit" class="link" title={`Signed in as ${viewer.name}`}>
            Sign out
          </button>
        </form>
      )}
    </>
  );
}
