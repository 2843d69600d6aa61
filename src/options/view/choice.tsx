import type { ComponentChildren } from "preact";

interface ChoiceProps<T extends string> {
  name: string;
  legend: string;
  value: T;
  choices: { value: T; label: string; sample?: ComponentChildren }[];
  onChange(value: T): void;
}

/** One of a few, all in view. */
export function Choice<T extends string>({ name, legend, value: chosen, choices, onChange }: ChoiceProps<T>) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class="choices">
        {choices.map(({ value, label, sample }) => (
          <label key={value}>
            <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChange(value)} />
            <span>
              {label}
              {sample}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
