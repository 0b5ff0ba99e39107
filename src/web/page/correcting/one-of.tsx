import { useId } from "preact/hooks";

interface OneOfProps<Option extends string> {
  readonly legend: string;
  readonly options: Readonly<Record<Option, string>>;
  readonly value: Option;
  readonly onChange: (value: Option) => void;
}

/** A choice among a few, all in sight. */
export function OneOf<Option extends string>({ legend, options, value, onChange }: OneOfProps<Option>) {
  const name = useId();
  return (
    <fieldset class="one-of">
      <legend>{legend}</legend>
      {(Object.keys(options) as Option[]).map((option) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
          {options[option]}
        </label>
      ))}
    </fieldset>
  );
}
