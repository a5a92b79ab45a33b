import { computed, type ReadonlySignal } from "@preact/signals";
import { DatasetId, EdgeId } from "../../../../schema/ids.ts";
import type { ExplorerStore } from "../../state/explorer-store.ts";
import type { Selection } from "../../state/view-state.ts";
import type { CanvasEvents, CanvasFocus, CanvasTarget } from "./canvas-controls.ts";

/** Joins the canvas to the state: what is hovered and selected there is so here, and the other way round. */
export const createCanvasLink = (
  store: ExplorerStore,
): { readonly events: CanvasEvents; readonly focus: ReadonlySignal<CanvasFocus> } => ({
  focus: computed(() => ({
    hovered: toTarget(store.hovered.value),
    selected: toTarget(store.view.value.selection),
  })),
  events: {
    onHover: (target) => {
      store.hovered.value = toSelection(target);
    },
    onPick: (target) => store.navigation.navigate({ selection: toSelection(target) }),
    onOpen: (node) => {
      const id = DatasetId.safeParse(node);
      if (id.success) store.navigation.navigate({ root: id.data, selection: undefined });
    },
  },
});

const toTarget = (selection: Selection | undefined): CanvasTarget => {
  if (selection === undefined) return {};
  return selection.kind === "dataset" ? { node: selection.id } : { edge: selection.id };
};

/** A model is no dataset: it can be seen and its edges picked, but it has no panel of its own yet. */
const toSelection = ({ node, edge }: CanvasTarget): Selection | undefined => {
  const edgeId = EdgeId.safeParse(edge);
  if (edgeId.success) return { kind: "edge", id: edgeId.data };
  const nodeId = DatasetId.safeParse(node);
  return nodeId.success ? { kind: "dataset", id: nodeId.data } : undefined;
};
