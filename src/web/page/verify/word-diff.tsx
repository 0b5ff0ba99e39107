import type { DiffSegment } from "./documents.ts";

/**
 * What was pasted, corrected to what was said: struck out what the source does not have, underlined what it has
 * instead. The lines tell it to those who see no colours, `del` and `ins` to those who listen.
 */
export const WordDiff = ({ diff }: { readonly diff: readonly DiffSegment[] }) => (
  <figure class="diff">
    <figcaption>
      What was pasted, corrected: <del>struck out</del> is not in the source, <ins>underlined</ins> is.
    </figcaption>
    <blockquote>
      {diff.map((segment, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a segment is known by nothing but its place.
        <Segment key={place} segment={segment} />
      ))}
    </blockquote>
  </figure>
);

function Segment({ segment: { kind, claim, source } }: { readonly segment: DiffSegment }) {
  if (kind === "EQUAL") return <>{claim}</>;
  const words = /^.*[\p{L}\p{N}]/su.exec(claim)?.[0] ?? "";
  // Marks and blanks behind the words are no difference.
  const rest = claim.slice(words.length);
  return (
    <>
      {words !== "" && <del>{words}</del>}
      {words !== "" && source !== "" && " "}
      {source !== "" && <ins>{source}</ins>}
      {claim === "" ? " " : rest}
    </>
  );
}
