/** @jsxImportSource react */
import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app.tsx";

const root = document.querySelector("#root")!;
const app = (
  <StrictMode>
    <App />
  </StrictMode>
);
if (root.firstChild) hydrateRoot(root, app);
else createRoot(root).render(app);
