import type { Session } from "../browsers/launch.ts";
import type { Reader } from "./reader.ts";
import type { PageServer, ServedPage } from "./serve.ts";

export interface CaseTools {
  reader: Reader;
  session: Session;
  server: PageServer;
}

/** One page of the suite and what must hold on it. */
export interface SuiteCase {
  name: string;
  page: ServedPage | ((server: PageServer) => ServedPage);
  /** The frame that the names are in, by its place among the page's frames (1: the first inner one). */
  frame?: number;
  /** Browsers that cannot show it, with the reason. */
  except?: Partial<Record<Session["kind"], string>>;
  viewport?: { width: number; height: number };
  run(tools: CaseTools): Promise<void>;
}
