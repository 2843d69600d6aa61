const PATHS = {
  settings: "M4 7h9m4 0h3M4 17h3m4 0h9M15 4.5v5M9 14.5v5",
  book: "M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5m0-13C14 5 17 4.5 20 5v13c-3-.5-6 0-8 1.5m0-13v13",
  up: "m6 14.5 6-6 6 6",
  down: "m6 9.5 6 6 6-6",
  tick: "m5 12.5 4.5 4.5L19 7.5",
  warning: "M12 4 2.5 20h19ZM12 10v5m0 2v.5",
} as const;

/** A line drawing beside a text that says the same. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
