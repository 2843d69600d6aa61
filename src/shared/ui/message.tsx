import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

/** A result (read out when the reader is idle) or a failure (read out at once); the place of a result stays when empty. */
export function Message({ tone, children }: { tone: "status" | "alert"; children?: ComponentChildren }) {
  return (
    <div class={`message ${tone}`} role={tone}>
      {children && (
        <>
          <Icon name={tone === "alert" ? "warning" : "tick"} />
          <p>{children}</p>
        </>
      )}
    </div>
  );
}
