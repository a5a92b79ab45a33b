import { computed, signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { isDatasetId } from "../../../../schema/id-text.ts";
import type { GraphShape } from "../../explorer/graph-shape.ts";
import { createLayoutFlow } from "../../explorer/layout-flow.ts";
import type { LayoutKind } from "../../state/view-state.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { frameWords } from "../../words/frame-words.ts";
import { useApp } from "../app-context.ts";
import type { CanvasTarget } from "../canvas/canvas-controls.ts";
import { CanvasSlot } from "../canvas/canvas-slot.tsx";
import type { CanvasSource } from "../canvas/canvas-source.ts";
import { Icon } from "../icons.tsx";

/** The explorer's own canvas over the nodes of a result; a double click opens a dataset in the explorer. */
export const ResultCanvas = ({ shape }: { readonly shape: GraphShape }): JSX.Element => {
  const { controls, stage, layoutEngine } = useApp();
  const layouts = useMemo(
    () => createLayoutFlow({ shape: signal(shape), kind: signal<LayoutKind>("layered") }, layoutEngine),
    [shape, layoutEngine],
  );
  useEffect(() => () => layouts.close(), [layouts]);
  const source = useSource(layouts.current);
  const words = cypherWords();
  if (stage.failed.value) return <p role="alert">{frameWords().pageFailed}</p>;
  if (layouts.failure.value !== undefined) return <p role="alert">{words.layoutFailed}</p>;
  return (
    <div class="cypher-canvas" role="group" aria-label={words.graphLabel}>
      <CanvasSlot source={source} />
      <button
        type="button"
        class="icon-button cypher-fit"
        title={words.fit}
        aria-label={words.fit}
        onClick={() => controls.peek()?.fit()}
      >
        <Icon name="fit" />
      </button>
    </div>
  );
};

const useSource = (laidOut: CanvasSource["laidOut"]): CanvasSource => {
  const { store } = useApp();
  const hovered = useSignal<CanvasTarget>({});
  const selected = useSignal<CanvasTarget>({});
  return useMemo(
    () => ({
      laidOut,
      focus: computed(() => ({ hovered: hovered.value, selected: selected.value })),
      events: {
        onHover: (target) => (hovered.value = target),
        onPick: (target) => (selected.value = target),
        onOpen: (node) => {
          if (!isDatasetId(node)) return;
          store.navigation.navigate({ page: "explore", root: node, others: [], cypher: undefined });
        },
      },
    }),
    [laidOut, store, hovered, selected],
  );
};
