interface ProgressProps {
  label: string;
  /** The state in words, for instance "120 kB of 300 kB". */
  text: string;
  /** 0 to 1; absent: how much remains is not known. */
  value?: number | undefined;
}

export function Progress({ label, text, value }: ProgressProps) {
  const percent = value === undefined ? undefined : Math.round(Math.min(Math.max(value, 0), 1) * 100);
  return (
    <div class="progress">
      <div
        class="bar"
        role="progressbar"
        aria-label={label}
        aria-valuetext={text}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={percent === undefined ? undefined : { inlineSize: `${percent}%` }} />
      </div>
      <span class="hint" aria-hidden="true">
        {text}
      </span>
    </div>
  );
}
