import type { ComponentChildren } from "preact";

interface SwitchProps {
  /** Unique in the page. */
  id: string;
  label: string;
  /** What it switches, where several bear the same label: said, not shown. */
  of?: string;
  /** Says more, or why it cannot be used. */
  hint?: ComponentChildren;
  checked: boolean;
  disabled?: boolean;
  onChange(on: boolean): void;
}

/** A checkbox in the role of a switch: label, keyboard and forced colours come from the browser. */
export function Switch({ id, label, of, hint, checked, disabled = false, onChange }: SwitchProps) {
  return (
    <div class="switch">
      <div>
        <label for={id}>{label}</label>
        {hint && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <input
        type="checkbox"
        role="switch"
        id={id}
        aria-label={of && `${label}: ${of}`}
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
