import type { Assertion, Reported } from "../../../model/how-told.ts";
import { useMediaQuery } from "../controls/use-media-query.ts";
import { DateHistogram } from "../facets/date-histogram.tsx";
import { FacetChips } from "../facets/facet-chips.tsx";
import { countFilters, type FacetName, KEEP_ALL, type SearchState } from "../navigation/search-address.ts";
import { VOICES, type VoiceName } from "../quote/voice.ts";
import type { Facet } from "./documents.ts";
import type { Facets } from "./use-facets.ts";

/** From here on the filters stand beside the hits; the style sheet has the same. */
const WIDE = "(min-width: 64rem)";

const FACETS: readonly { readonly name: FacetName; readonly legend: string; readonly none: string }[] = [
  { name: "speaker", legend: "Who said it", none: "by nobody named" },
  { name: "onBehalfOf", legend: "Said for", none: "for nobody else" },
  { name: "voice", legend: "Whose words", none: "of no kind" },
  { name: "assertion", legend: "Said or not", none: "no quotes" },
  { name: "reports", legend: "Words or attitudes", none: "no quotes" },
  { name: "publisher", legend: "Publisher", none: "unknown" },
  { name: "mentions", legend: "Who is mentioned", none: "mention nobody" },
  { name: "place", legend: "Places mentioned", none: "mention none" },
];

interface SearchFiltersProps {
  /** Null until they are counted. */
  readonly facets: Facets | null;
  readonly state: SearchState;
  readonly onChange: (change: Partial<SearchState>) => void;
}

/** What to narrow a search by. Beside the hits where there is room, folded over them where there is none. */
export function SearchFilters({ facets, state, onChange }: SearchFiltersProps) {
  const wide = useMediaQuery(WIDE);
  const active = countFilters(state);
  return (
    <details class="filters" open={wide}>
      <summary>Filters{active > 0 && ` (${active})`}</summary>
      {facets !== null && <FilterList facets={facets} state={state} onChange={onChange} />}
    </details>
  );
}

interface FilterListProps extends SearchFiltersProps {
  readonly facets: Facets;
}

function FilterList({ facets, state, onChange }: FilterListProps) {
  const toggle = (name: FacetName, value: string) =>
    onChange({ kept: { ...state.kept, [name]: toggled(state.kept[name], value) } });
  return (
    <div class="filters-body">
      <DateHistogram
        months={facets.months.values.map(({ value, count }) => ({ month: value, count }))}
        period={state.period}
        onPeriod={(period) => onChange({ period })}
        note={undated(facets.months)}
      />
      {FACETS.filter(({ name }) => divides(facets[name], state.kept[name])).map(({ name, legend, none }) => (
        <FacetChips
          key={name}
          legend={legend}
          facet={labelled(facets[name])}
          chosen={state.kept[name]}
          onToggle={(value) => toggle(name, value)}
          none={none}
        />
      ))}
      {countFilters(state) > 0 && (
        <button type="button" class="action" onClick={() => onChange(KEEP_ALL)}>
          Clear all filters
        </button>
      )}
    </div>
  );
}

const toggled = (chosen: readonly string[], value: string): readonly string[] =>
  chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];

const undated = ({ none, others }: Facet): string =>
  [none > 0 && `${none} undated`, others > 0 && `${others} in other months`].filter(Boolean).join(", ");

/** Where all passages have one value there is nothing to choose, unless it is one of many that others have. */
const divides = ({ values, others, none }: Facet, chosen: readonly string[]): boolean =>
  chosen.length > 0 || values.length > 1 || others > 0 || (none > 0 && !values.some(({ value }) => isPlain(value)));

/** What goes without saying. */
const isPlain = (value: string): boolean => value === "ASSERTED" || value === "WORDS";

/** Kinds, assertions and what is reported by the names that the page has for them. */
const labelled = (facet: Facet): Facet => ({
  ...facet,
  values: facet.values.map((value) => ({
    ...value,
    label: VOICES[value.value as VoiceName]?.label ?? TOLD_NAMES[value.value] ?? value.label,
  })),
});

const TOLD_NAMES: Readonly<Record<string, string>> = {
  ASSERTED: "Said",
  DENIED: "Denied",
  REFUSED: "Refused",
  HYPOTHETICAL: "Only supposed",
  ASKED: "Asked",
  WORDS: "Words",
  ATTITUDE: "Attitudes",
} satisfies Record<Assertion | Reported, string>;
