import { useComputed, useSignal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { GraphShape } from "../../explorer/graph-shape.ts";
import type { LaidOut } from "../../explorer/layout-flow.ts";
import { useApp } from "../app-context.ts";

export interface ShownParts {
  readonly scope: Signal<"all" | "chosen">;
  /** What is drawn, all of it or the gathered datasets with the edges between them; undefined before the first drawing. */
  readonly laidOut: ReadonlySignal<LaidOut | undefined>;
  /** Gathered datasets that are drawn. */
  readonly chosen: number;
}

/** What an export is of. With datasets gathered it begins with them, as that is why one gathers. */
export const useShownParts = (): ShownParts => {
  const { store, layouts } = useApp();
  const chosen = store.view.value.chosen;
  const drawn = layouts.current.value?.shape.nodes ?? [];
  const count = drawn.filter(({ id }) => chosen.some((one) => one === id)).length;
  const scope = useSignal<"all" | "chosen">(count > 0 ? "chosen" : "all");
  const laidOut = useComputed(() => {
    const current = layouts.current.value;
    if (current === undefined || scope.value === "all") return current;
    return { ...current, shape: onlyOf(current.shape, new Set<string>(store.view.value.chosen)) };
  });
  return { scope, laidOut, chosen: count };
};

const onlyOf = (shape: GraphShape, wanted: ReadonlySet<string>): GraphShape => ({
  ...shape,
  nodes: shape.nodes.filter(({ id }) => wanted.has(id)),
  edges: shape.edges.filter(({ from, to }) => wanted.has(from) && wanted.has(to)),
});
