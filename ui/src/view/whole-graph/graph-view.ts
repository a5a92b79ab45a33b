import { computed, type ReadonlySignal } from "@preact/signals";
import { isDatasetId, isEdgeId } from "../../../../schema/id-text.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import type { GroupDomain } from "../../../../schema/graph-group.ts";
import type { LaidOut } from "../../explorer/layout-flow.ts";
import { toDatasetEdges, toGroupEdges, toPicture } from "../../explorer/whole-graph-picture.ts";
import type { GraphStore } from "../../state/whole-graph/create-graph-store.ts";
import { OWNERS_SHOWN } from "../../state/whole-graph/graph-client.ts";
import type { GraphPlace } from "../../state/whole-graph/graph-place.ts";
import type { GroupRow } from "../../state/whole-graph/graph-rows.ts";
import type { Navigation, ViewPatch } from "../../state/navigation.ts";
import { graphWords } from "../../words/graph-words.ts";
import type { CanvasFocus, CanvasTarget } from "../canvas/canvas-controls.ts";
import type { CanvasSource } from "../canvas/canvas-stage.tsx";
import { nameOfRow } from "./group-name.ts";

/** The place that opening a group leads to. */
export const placeOf = ({ group }: GroupRow, place: GraphPlace): GraphPlace => {
  if (group.kind === "rest") return { ...place, skip: place.skip + OWNERS_SHOWN };
  const { drawnAs } = place;
  const kept = { skip: 0, ...(drawnAs !== undefined && { drawnAs }) };
  if (group.kind === "domain") return { ...kept, within: group.name as GroupDomain };
  return { ...kept, ...(place.within !== undefined && { within: place.within }), owner: group.name };
};

/** Leads to a dataset's own lineage; where the reader was in the whole graph stays in the address. */
export const toLineage = (id: DatasetId): ViewPatch => ({
  page: "explore",
  root: id,
  others: [],
  expansions: [],
  openGroups: [],
  selection: undefined,
  pathTo: undefined,
  camera: undefined,
});

/** The picture of the whole graph for the canvas, and what a click on it does. */
export const createGraphView = (store: GraphStore, navigation: Navigation): CanvasSource => ({
  laidOut: pictureOf(store),
  focus: computed((): CanvasFocus => {
    const { selection } = navigation.view.value;
    return { hovered: toTarget(store.hovered.value), selected: toTarget(selection?.id) };
  }),
  events: {
    onHover: ({ node, edge }) => (store.hovered.value = node ?? edge),
    onPick: ({ node, edge }) => {
      const row = store.all.peek()?.find(({ key }) => key === node);
      if (row?.row === "group") return store.go(placeOf(row, store.place.peek()));
      navigation.navigate({ selection: toSelection({ node, edge } as CanvasTarget) });
    },
    onOpen: (node) => {
      if (isDatasetId(node)) navigation.navigate(toLineage(node));
    },
  },
});

const pictureOf = (store: GraphStore): ReadonlySignal<LaidOut | undefined> => {
  const edges = computed(() => {
    if (store.drawnAs.value === "groups") {
      const groups = (store.all.value ?? []).filter((row) => row.row === "group");
      return store.overview.value.value && toGroupEdges(store.overview.value.value, groups);
    }
    return store.snapshot.value.value && toDatasetEdges(store.snapshot.value.value);
  });
  return computed(() => {
    const rows = store.rows.value;
    if (rows === undefined || edges.value === undefined) return undefined;
    // Another language names the groups anew.
    void graphWords();
    const place = `${store.placeKey.value} ${store.drawnAs.value}`;
    return toPicture({ place, rows, edges: edges.value, nameOf: nameOfRow });
  });
};

const toTarget = (key: string | undefined): CanvasTarget => {
  if (key === undefined) return {};
  return isEdgeId(key) || key.includes(" > ") ? { edge: key } : { node: key };
};

const toSelection = ({ node, edge }: CanvasTarget) => {
  if (isEdgeId(edge)) return { kind: "edge", id: edge } as const;
  return isDatasetId(node) ? ({ kind: "dataset", id: node } as const) : undefined;
};
