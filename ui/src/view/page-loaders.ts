import type { JSX } from "preact";
import type { Page } from "../state/view-state.ts";

export type LoadPage = () => Promise<() => JSX.Element>;

/** The pages that are fetched when they are first opened. */
export const PAGE_LOADERS: Partial<Record<Page, LoadPage>> = {
  contamination: async () => (await import("./contamination/contamination-page.tsx")).ContaminationPage,
  review: async () => (await import("./review/review-page.tsx")).ReviewPage,
  cypher: async () => (await import("./cypher/cypher-page.tsx")).CypherPage,
  traces: async () => (await import("./traces/traces-page.tsx")).TracesPage,
  graph: async () => (await import("./whole-graph/graph-page.tsx")).GraphPage,
};

export const loadEmbedPage: LoadPage = async () => (await import("./embed-page.tsx")).EmbedPage;

export const loadCanvas = () => import("./lineage-canvas.tsx");
