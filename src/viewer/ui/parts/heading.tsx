import type { ComponentChildren } from "preact";

interface Props {
  level: 1 | 2 | 3 | 4;
  class?: string;
  id?: string;
  children: ComponentChildren;
}

/** A heading whose level the place decides, not the look. */
export function Heading({ level, children, ...rest }: Props) {
  const Tag = `h${level}` as const;
  return <Tag {...rest}>{children}</Tag>;
}

/** The heading of a page: takes the focus when the reader comes to it. */
export function Title({ children, kicker }: { children: ComponentChildren; kicker?: ComponentChildren }) {
  return (
    <>
      {kicker && <p class="kicker">{kicker}</p>}
      <h1 id="title" tabIndex={-1}>
        {children}
      </h1>
    </>
  );
}
