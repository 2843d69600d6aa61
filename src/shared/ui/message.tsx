import type { ComponentChildren } from "preact";

/** A result (read out when the reader is idle) or a failure (read out at once); its place stays when it is empty. */
export function Message({ tone, children }: { tone: "status" | "alert"; children?: ComponentChildren }) {
  return (
    <p class={`message ${tone}`} role={tone}>
      {children}
    </p>
  );
}
