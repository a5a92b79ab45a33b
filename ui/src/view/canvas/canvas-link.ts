import { computed } from "@preact/signals";
import { isDatasetId, isEdgeId } from "../../../../schema/id-text.ts";
import type { Drawing } from "../../explorer/drawing.ts";
import type { LayoutFlow } from "../../explorer/layout-flow.ts";
import type { ExplorerStore } from "../../state/explorer-store.ts";
import type { Selection } from "../../state/view-state.ts";
import { canvasWords } from "../../words/canvas-words.ts";
import type { CanvasEvents, CanvasHandle, CanvasTarget } from "./canvas-controls.ts";
import type { CanvasSource } from "./canvas-source.ts";

export interface LinkedParts {
  readonly store: ExplorerStore;
  readonly drawing: Drawing;
  readonly layouts: LayoutFlow;
}

/** Joins the canvas to the state: what is hovered and selected there is so here, and the other way round. */
export const createCanvasLink = ({ store, drawing, layouts }: LinkedParts): CanvasSource => {
  const { view } = store;
  return {
    laidOut: layouts.current,
    focus: computed(() => ({
      hovered: heldOr(drawing.heldGroup.value, toTarget(store.hovered.value)),
      selected: toTarget(view.value.selection),
    })),
    emphasised: drawing.emphasised,
    shade: computed(() => view.value.shade),
    camera: stableCamera(store),
    handles: computed(() => (view.value.isEmbedded ? new Map() : drawing.handles.value)),
    events: toEvents(store, drawing),
  };
};

const heldOr = (group: string | undefined, target: CanvasTarget): CanvasTarget =>
  group === undefined || target.node !== undefined || target.edge !== undefined ? target : { node: group };

const toTarget = (selection: Selection | undefined): CanvasTarget => {
  if (selection === undefined) return {};
  return selection.kind === "dataset" ? { node: selection.id } : { edge: selection.id };
};

/** The same object until the address says something else. */
const stableCamera = ({ view }: ExplorerStore): NonNullable<CanvasSource["camera"]> => {
  const key = computed(() => JSON.stringify(view.value.camera));
  return computed(() => {
    void key.value;
    return view.peek().camera;
  });
};

const toEvents = (store: ExplorerStore, drawing: Drawing): CanvasEvents => ({
  onHover: (target) => {
    store.hovered.value = toSelection(target);
    drawing.heldGroup.value = groupOf(drawing, target);
  },
  onPick: (target, isSecond) => {
    const group = groupOf(drawing, target);
    const picked = toSelection(target);
    if (group === undefined && isSecond === true && picked?.kind === "dataset")
      store.reading.choosePathEnd(picked.id);
    else if (group === undefined) store.navigation.navigate({ selection: picked });
    else drawing.openGroup(group);
  },
  onOpen: (node) => store.lineageActions.open(node),
  onHandle: ({ node, direction }) => store.lineageActions.expand(node, direction),
  handleTitle: (handle) => titleOf(store, handle),
  onCamera: (camera) => store.navigation.navigate({ camera }, "replace"),
});

/** The group that a mark is, or that an edge leads to. */
const groupOf = (drawing: Drawing, { node, edge }: CanvasTarget): string | undefined => {
  const grouped = drawing.grouped.peek();
  if (grouped === undefined || grouped.groups.closed.length === 0) return undefined;
  const drawn = edge === undefined ? undefined : grouped.shape.edges.find(({ id }) => id === edge);
  return grouped.groups.closed.find(({ id }) => id === node || id === drawn?.from || id === drawn?.to)?.id;
};

const titleOf = ({ shownCounts }: ExplorerStore, { node, direction, more }: CanvasHandle): string => {
  const counts = shownCounts.peek().get(node);
  const side = direction === "upstream" ? counts?.sources : counts?.uses;
  return canvasWords().handle(direction, side?.shown ?? 0, side?.of ?? more);
};

/** A model is no dataset: it can be seen and its edges picked, but it has no panel of its own yet. */
const toSelection = ({ node, edge }: CanvasTarget): Selection | undefined => {
  if (isEdgeId(edge)) return { kind: "edge", id: edge };
  return isDatasetId(node) ? { kind: "dataset", id: node } : undefined;
};
