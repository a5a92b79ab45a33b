import { EMBED_PATH } from "./view-url.ts";
import { PAGES } from "./view-state.ts";

/** Whether a page lives at a path; the explorer itself lives at the root. */
export const isKnownPath = (path: string): boolean =>
  path === "/" || path === EMBED_PATH || PAGES.some((page) => path === `/${page}`);
