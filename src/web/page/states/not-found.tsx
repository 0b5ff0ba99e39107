import { Link } from "../navigation/link.tsx";

/** @param props.what What was looked for: "article". */
export const NotFound = ({ what }: { readonly what: string }) => (
  <section class="state">
    <h1>No such {what}</h1>
    <p>It is not in the index: it may have been removed, or the address has lost a part.</p>
    <p>
      <Link to="/">Search instead</Link>
    </p>
  </section>
);
