import type { ButtonHTMLAttributes, ComponentChildren } from "preact";

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "class"> {
  /** "primary": the one thing to do here; "plain": others; "quiet": beside others, without a frame. */
  look?: "primary" | "plain" | "quiet";
  disabled?: boolean;
  children: ComponentChildren;
}

export function Button({ look = "plain", children, ...rest }: ButtonProps) {
  return (
    <button type="button" class={`button ${look}`} {...rest}>
      {children}
    </button>
  );
}
