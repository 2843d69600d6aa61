/** @jsxImportSource react */
import { StrictMode } from "react";
import { renderToString } from "react-dom/server.browser";
import { App } from "./app.tsx";

/** What a server would send of the first round. */
export const html = renderToString(
  <StrictMode>
    <App />
  </StrictMode>,
);
