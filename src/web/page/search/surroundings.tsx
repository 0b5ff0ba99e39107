import type { ResultOf } from "../graphql/graphql.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import { HighlightedText } from "../quote/highlighted-text.tsx";
import { Failure } from "../states/failure.tsx";
import { Skeleton } from "../states/skeleton.tsx";
import { SURROUNDINGS } from "./documents.ts";

/** The paragraphs around a hit, its own words set off in theirs. @param props.id The hit's id. */
export function Surroundings({ id }: { readonly id: string }) {
  const { answer, failure, retry } = useAnswer(SURROUNDINGS, { id });
  if (failure !== null) return <Failure failure={failure} retry={retry} />;
  if (answer === null) return <Skeleton label="Fetching the paragraphs around" shape="LINES" />;
  const hit = answer.node;
  if (hit === null || hit.__typename !== "SearchHit") return <p class="note">The passage has left the index.</p>;
  return (
    <section class="surroundings" aria-label="The paragraphs around">
      {hit.before.map(({ index, text }) => (
        <p key={index}>{text}</p>
      ))}
      {hit.paragraph !== null && <OwnParagraph paragraph={hit.paragraph} spans={hit.spans} />}
      {hit.after.map(({ index, text }) => (
        <p key={index}>{text}</p>
      ))}
    </section>
  );
}

type PlacedHit = Extract<ResultOf<typeof SURROUNDINGS>["node"], { readonly __typename: "SearchHit" }>;

interface OwnParagraphProps {
  readonly paragraph: NonNullable<PlacedHit["paragraph"]>;
  readonly spans: PlacedHit["spans"];
}

function OwnParagraph({ paragraph: { text, span }, spans }: OwnParagraphProps) {
  const highlights = spans.map(({ start, end }) => ({
    start: start - span.start,
    end: end - span.start,
    kind: "PHRASE" as const,
  }));
  return (
    <p class="surroundings-own">
      <HighlightedText text={text} within={{ start: 0, end: text.length }} highlights={highlights} />
    </p>
  );
}
