interface FacetChipsProps {
  readonly legend: string;
  readonly facet: FacetCounts;
  /** The values that the reader keeps. */
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
  /** What to call the passages that have no value: "by nobody". */
  readonly none: string;
}

interface FacetCounts {
  readonly values: readonly FacetValue[];
  /** Passages of values that are not listed. */
  readonly others: number;
  /** Passages without a value. */
  readonly none: number;
}

interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The commonest values of a facet and all chosen ones, each to be kept or let go. */
export function FacetChips({ legend, facet, chosen, onToggle, none }: FacetChipsProps) {
  const values = [...facet.values, ...chosen.filter((value) => !isListed(facet, value)).map(unlisted)];
  if (values.length === 0) return null;
  const rest = [facet.others > 0 && `${facet.others} by others`, facet.none > 0 && `${facet.none} ${none}`];
  return (
    <fieldset class="facet">
      <legend>{legend}</legend>
      <div class="chips">
        {values.map((value) => (
          <FacetChip
            key={value.value}
            value={value}
            pressed={chosen.includes(value.value)}
            onClick={() => onToggle(value.value)}
          />
        ))}
      </div>
      {rest.some(Boolean) && <p class="note">{rest.filter(Boolean).join(", ")}</p>}
    </fieldset>
  );
}

const isListed = ({ values }: FacetCounts, value: string): boolean => values.some((listed) => listed.value === value);

/** Chosen, and found no more under the other filters. */
const unlisted = (value: string): FacetValue => ({ value, label: "Chosen before", count: 0 });

interface FacetChipProps {
  readonly value: FacetValue;
  readonly pressed: boolean;
  readonly onClick: () => void;
}

const FacetChip = ({ value: { label, count }, pressed, onClick }: FacetChipProps) => (
  <button type="button" class="chip" aria-pressed={pressed} onClick={onClick}>
    {label}
    <span class="chip-count" aria-hidden="true">
      {count}
    </span>
    <span class="for-ears">, {count === 1 ? "1 passage" : `${count} passages`}</span>
  </button>
);
