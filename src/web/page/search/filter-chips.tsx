import type { ComponentChildren } from "preact";
import type { KindChoice, SearchState } from "../navigation/search-address.ts";
import type { SpeakerChoice } from "./speakers-found.ts";

interface FilterChipsProps {
  readonly state: SearchState;
  readonly speakers: readonly SpeakerChoice[];
  readonly onChange: (change: Partial<SearchState>) => void;
}

const KIND_LABELS: readonly (readonly [KindChoice, string])[] = [
  ["QUOTE", "Quotes"],
  ["PARAGRAPH", "Paragraphs"],
];

/** What to keep of the hits: one kind, or some speakers. */
export function FilterChips({ state, speakers, onChange }: FilterChipsProps) {
  const toggleSpeaker = ({ id, chosen }: SpeakerChoice) =>
    onChange({ speakers: chosen ? state.speakers.filter((other) => other !== id) : [...state.speakers, id] });
  return (
    <div class="filters">
      <fieldset class="chips">
        <legend>Kind</legend>
        {KIND_LABELS.map(([kind, label]) => (
          <Chip key={kind} pressed={state.kind === kind} onClick={() => onChange({ kind: other(state.kind, kind) })}>
            {label}
          </Chip>
        ))}
      </fieldset>
      {speakers.length > 0 && (
        <fieldset class="chips">
          <legend>Speaker</legend>
          {speakers.map((speaker) => (
            <Chip key={speaker.id} pressed={speaker.chosen} onClick={() => toggleSpeaker(speaker)}>
              {speaker.name}
              <ChipCount quotes={speaker.quotes} />
            </Chip>
          ))}
        </fieldset>
      )}
    </div>
  );
}

const other = (now: KindChoice | null, clicked: KindChoice): KindChoice | null => (now === clicked ? null : clicked);

const ChipCount = ({ quotes }: Pick<SpeakerChoice, "quotes">) =>
  quotes !== null && (
    <>
      <span class="chip-count" aria-hidden="true">
        {quotes}
      </span>
      <span class="for-ears">, {quotes === 1 ? "1 quote" : `${quotes} quotes`}</span>
    </>
  );

interface ChipProps {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

const Chip = ({ pressed, onClick, children }: ChipProps) => (
  <button type="button" class="chip" aria-pressed={pressed} onClick={onClick}>
    {children}
  </button>
);
