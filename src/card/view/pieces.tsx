import type { ComponentChildren } from "preact";

interface Props {
  class: string;
  /** What stands side by side; what is nothing is left out. */
  pieces: ComponentChildren[];
  /** What stands behind the last, without a dot. */
  children?: ComponentChildren;
}

/**
 * A line of short pieces with dots between them. A piece that wraps goes to the next line whole, and its dot is not seen
 * there (`card.css`): none ever stands at the end or the beginning of a line. The dots are text, so that they are copied.
 */
export function Pieces({ class: name, pieces, children }: Props) {
  return (
    <p class={`${name} pieces`}>
      {pieces.filter(Boolean).map((piece, index) => (
        <>
          {index > 0 && " "}
          <span class="piece">
            {index > 0 && <span class="dot">· </span>}
            {piece}
          </span>
        </>
      ))}
      {children}
    </p>
  );
}
