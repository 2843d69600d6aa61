import { t } from "../../../shared/i18n.ts";
import type { Viewport } from "./use-viewport.ts";

/** `aria-disabled`, not `disabled`: a button that goes dead under the finger would throw the focus away. */
export function ZoomBar({ viewport }: { viewport: Viewport }) {
  return (
    <fieldset class="zoom" aria-label={t("viewer_zoom")}>
      <button
        type="button"
        class="button"
        onClick={() => viewport.zoom(-1)}
        aria-disabled={viewport.fitted}
        aria-label={t("viewer_zoom_out")}
      >
        −
      </button>
      <button type="button" class="button" onClick={() => viewport.zoom(1)} aria-label={t("viewer_zoom_in")}>
        +
      </button>
      <button type="button" class="button" onClick={viewport.fit} aria-disabled={viewport.fitted}>
        {t("viewer_zoom_fit")}
      </button>
    </fieldset>
  );
}
