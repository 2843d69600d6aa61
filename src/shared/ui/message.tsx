import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

interface MessageProps {
  tone: "status" | "alert";
  /** Nothing has come of it yet: no tick stands before it. */
  pending?: boolean;
  children?: ComponentChildren;
}

/** A result (read out when the reader is idle) or a failure (read out at once); the place of a result stays when empty. */
export function Message({ tone, pending, children }: MessageProps) {
  return (
    <div class={`message ${tone}`} role={tone}>
      {children && (
        <>
          {!pending && <Icon name={tone === "alert" ? "warning" : "tick"} />}
          <p>{children}</p>
        </>
      )}
    </div>
  );
}
