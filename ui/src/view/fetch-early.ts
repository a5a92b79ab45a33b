import { loadCanvas, loadEmbedPage, PAGE_LOADERS } from "./page-loaders.ts";

const ignore = (): void => {
  // Whoever needs the part asks again, and says what is wrong.
};

/**
 * Asks for the parts that the address will need, before the rest of the page has begun: they come while it starts. Only a guess by the
 * path; the page itself asks for what it needs.
 */
const fetchEarly = ({ pathname, search }: Location): void => {
  const page = pathname.slice(1);
  if (page === "embed") void loadEmbedPage().catch(ignore);
  for (const [name, load] of Object.entries(PAGE_LOADERS)) if (name === page) void load().catch(ignore);
  const draws = page === "graph" || page === "embed" || new URLSearchParams(search).has("dataset");
  if (draws) void loadCanvas().catch(ignore);
};

fetchEarly(location);
