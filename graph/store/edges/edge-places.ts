import type { Edge } from "../../../schema/edge.ts";

/**
 * Remembers at which dataset edges start. The embedded engine has no index on relationships, so that an edge which nothing proves
 * is found by its id alone in a scan (36 ms at 300,000 edges). Who decides on an edge has mostly been shown it before. What is
 * remembered is a hint: it is looked up there, and scanned for when it is not.
 */
export interface EdgePlaces {
  of(id: string): string | undefined;
  note(edges: readonly Pick<Edge, "id" | "from">[]): void;
}

/** Some 200 bytes each. */
const LIMIT = 50_000;

/** Forgets what was noted longest ago. */
export const createEdgePlaces = (limit = LIMIT): EdgePlaces => {
  const places = new Map<string, string>();
  return {
    of: (id) => places.get(id),
    note: (edges) => {
      for (const { id, from } of edges) {
        places.delete(id);
        places.set(id, from);
      }
      for (const oldest of places.keys()) {
        if (places.size <= limit) break;
        places.delete(oldest);
      }
    },
  };
};
