import { afterAll, beforeAll, describe, it } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import type { SuiteCase } from "../card-suite/case.ts";
import { CHANGE_CASES } from "../card-suite/cases-change.ts";
import { EDGE_CASES } from "../card-suite/cases-edges.ts";
import { FORGED_CASES } from "../card-suite/cases-forged.ts";
import { FRAME_LEAVE_CASES } from "../card-suite/cases-frame-leave.ts";
import { FRAME_CASES } from "../card-suite/cases-frames.ts";
import { GUEST_CASES } from "../card-suite/cases-guests.ts";
import { HOSTILE_CASES } from "../card-suite/cases-hostile.ts";
import { HOVER_CASES } from "../card-suite/cases-hover.ts";
import { LAYOUT_CASES } from "../card-suite/cases-layout.ts";
import { MOVE_CASES } from "../card-suite/cases-moves.ts";
import { OVERLAY_CASES } from "../card-suite/cases-overlay.ts";
import { OVERLAY_SHADOW_CASES } from "../card-suite/cases-overlay-shadow.ts";
import { PAGE_CASES } from "../card-suite/cases-page.ts";
import { PLACE_CASES } from "../card-suite/cases-places.ts";
import { VETO_CASES } from "../card-suite/cases-veto.ts";
import { Reader, until } from "../card-suite/reader.ts";
import { type PageServer, servePages } from "../card-suite/serve.ts";

/** In groups, so that one can be run alone: `-t "chromium > frames"`. */
const GROUPS: Record<string, SuiteCase[]> = {
  hover: HOVER_CASES,
  layout: LAYOUT_CASES,
  places: PLACE_CASES,
  frames: FRAME_CASES,
  leaving: FRAME_LEAVE_CASES,
  overlay: OVERLAY_CASES,
  components: OVERLAY_SHADOW_CASES,
  moves: MOVE_CASES,
  forged: FORGED_CASES,
  change: CHANGE_CASES,
  page: PAGE_CASES,
  hostile: HOSTILE_CASES,
  veto: VETO_CASES,
  edges: EDGE_CASES,
  guests: GUEST_CASES,
};

describe.each(BROWSERS)("the card in %s", (kind) => {
  let session: Session;
  let server: PageServer;

  beforeAll(async () => {
    server = await servePages();
    session = await launch(kind);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  async function open({ page: served, frame, viewport }: SuiteCase): Promise<Reader> {
    const description = typeof served === "function" ? served(server) : served;
    const isPlain = !description.type && !description.headers?.["x-quirks"];
    const body = isPlain ? `<!doctype html><meta charset="utf-8">${description.body}` : description.body;
    const page = await session.browser.newPage();
    await page.setViewport(viewport ?? { width: 1000, height: 800 });
    await page.goto(server.add({ ...description, body }), { waitUntil: "load" });
    await page.bringToFront();
    const inner = frame ? await until("the frame", async () => page.frames()[frame]) : page.mainFrame();
    const reader = new Reader(page, inner);
    await reader.marked();
    return reader;
  }

  describe.each(Object.entries(GROUPS))("%s", (_, cases) => {
    for (const suiteCase of cases) {
      it.skipIf(suiteCase.except?.[kind])(suiteCase.name, async () => {
        const reader = await open(suiteCase);
        try {
          await suiteCase.run({ reader, session, server });
        } finally {
          await reader.page.close();
        }
      });
    }
  });
});
