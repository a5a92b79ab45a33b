import { computed, signal } from "@preact/signals";
import type { GraphSnapshot } from "../../../../schema/api.ts";
import type { GraphOverview } from "../../../../schema/graph-overview.ts";
import type { Navigation } from "../navigation.ts";
import { createResource, type Loadable } from "../resource.ts";
import { type GraphClient, MOST_DRAWN } from "./graph-client.ts";
import { isShown } from "./graph-filter.ts";
import type { DrawnAs, GraphPlace } from "./graph-place.ts";
import { type GraphRow, toDatasetRows, toGroupRows } from "./graph-rows.ts";

export interface GraphStoreDependencies {
  readonly client: GraphClient;
  readonly navigation: Navigation;
}

export type GraphStore = ReturnType<typeof createGraphStore>;

/** What of the whole graph is there, and how it is shown. */
export const createGraphStore = ({ client, navigation }: GraphStoreDependencies) => {
  const { view } = navigation;
  const place = computed(() => view.value.place);
  const placeKey = computed(() => {
    const { within, owner, skip } = place.value;
    return JSON.stringify({ within, owner, skip });
  });
  const overview = createResource(placeKey, (key, abort) => client.overview(toPlace(key), abort));
  const drawnAs = computed(() => overview.value.value && decide(overview.value.value, place.value));
  const snapshotKey = computed(() => {
    const { within, owner, drawnAs: asked } = place.value;
    return drawnAs.value === "datasets" ? JSON.stringify({ within, owner, drawnAs: asked }) : undefined;
  });
  const snapshot = createResource(snapshotKey, (key, abort) => client.snapshot(toPlace(key), abort));
  const all = computed((): readonly GraphRow[] | undefined => {
    if (drawnAs.value === "groups") return overview.value.value && toGroupRows(overview.value.value);
    return snapshot.value.value && toDatasetRows(snapshot.value.value);
  });
  const filters = computed(() => JSON.stringify([view.value.filters, view.value.hiddenKinds]));
  const rows = computed(() => {
    void filters.value;
    return all.value?.filter((row) => isShown(row, view.peek()));
  });
  return {
    place,
    /** Of which place the rows are; another one is another picture. */
    placeKey,
    overview,
    snapshot,
    /** Undefined until it is known how much there is. */
    drawnAs,
    /** All marks of this place, before the filters. */
    all,
    /** What the filters leave. */
    rows,
    state: computed(() => stateOf(overview.current.value, snapshot.current.value, drawnAs.value)),
    /** The mark under the pointer, in the canvas or in the list. */
    hovered: signal<string | undefined>(undefined),
    /** Words that the list looks for. */
    search: signal(""),
    go: (next: GraphPlace) => navigation.navigate({ place: next, selection: undefined, camera: undefined }),
    reload: () => {
      overview.reload();
      snapshot.reload();
    },
    close: () => {
      overview.close();
      snapshot.close();
    },
  };
};

/** An owner's datasets cannot be grouped further; what is small is drawn whole unless somebody asks for groups. */
const decide = ({ level, total }: GraphOverview, { drawnAs }: GraphPlace): DrawnAs => {
  if (level === "dataset") return "datasets";
  return drawnAs ?? (total.datasets <= MOST_DRAWN ? "datasets" : "groups");
};

export type GraphState =
  | { readonly state: "loading" | "ready" | "empty" }
  | { readonly state: "failed"; readonly error: Extract<Loadable<unknown>, { state: "failed" }>["error"] };

const stateOf = (
  overview: Loadable<GraphOverview>,
  snapshot: Loadable<GraphSnapshot>,
  drawnAs: DrawnAs | undefined,
): GraphState => {
  if (overview.state === "failed" && overview.previous === undefined) return overview;
  if (overview.state === "ready" && overview.value.total.datasets === 0) return { state: "empty" };
  if (drawnAs === undefined) return { state: "loading" };
  if (drawnAs === "groups") return { state: "ready" };
  if (snapshot.state === "failed" && snapshot.previous === undefined) return snapshot;
  const isThere =
    snapshot.state === "ready" || (snapshot.state !== "idle" && snapshot.previous !== undefined);
  return { state: isThere ? "ready" : "loading" };
};

const toPlace = (key: string): GraphPlace => JSON.parse(key) as GraphPlace;
