import type { GraphSnapshot } from "../../../../schema/api.ts";
import type { GraphOverview } from "../../../../schema/graph-overview.ts";
import { ask } from "../ask.ts";
import type { GraphPlace } from "./graph-place.ts";

/** Datasets that a page draws one by one unasked. */
export const MOST_DRAWN = 5_000;
/** Datasets that it draws when it is asked to; of more, those with the most edges. */
export const MOST_DRAWN_ANYWAY = 10_000;
/** Owners that are shown at once. */
export const OWNERS_SHOWN = 24;

export type GraphClient = ReturnType<typeof createGraphClient>;

/** What the page of the whole graph asks of the service. */
export const createGraphClient = (send: typeof fetch) => ({
  overview: (place: GraphPlace, signal: AbortSignal): Promise<GraphOverview> => {
    const query = toQuery(place, { limit: OWNERS_SHOWN, skip: place.skip });
    return ask<GraphOverview>(send, { path: `/api/graph/overview?${query}`, signal });
  },
  snapshot: (place: GraphPlace, signal: AbortSignal): Promise<GraphSnapshot> => {
    const query = toQuery(place, { limit: drawnOf(place) });
    return ask<GraphSnapshot>(send, { path: `/api/graph?${query}`, signal });
  },
});

/** Datasets that are drawn at a place at most. */
export const drawnOf = ({ drawnAs }: GraphPlace): number =>
  drawnAs === "datasets" ? MOST_DRAWN_ANYWAY : MOST_DRAWN;

const toQuery = ({ within, owner }: GraphPlace, numbers: Readonly<Record<string, number>>): string => {
  const query = new URLSearchParams();
  if (within !== undefined) query.set("within", within);
  if (owner !== undefined) query.set("owner", owner);
  for (const [name, value] of Object.entries(numbers)) query.set(name, String(value));
  return query.toString();
};
