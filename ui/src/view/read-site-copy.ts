import type { SiteCopy } from "../state/site-copy.ts";

/** What the page's head says of the copy that it belongs to; undefined where a service serves the page. */
export const readSiteCopy = (): SiteCopy | undefined => {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="stemma-copy"]');
  const { lineage, query } = meta?.dataset ?? {};
  return lineage === undefined || query === undefined ? undefined : { lineage, query };
};
