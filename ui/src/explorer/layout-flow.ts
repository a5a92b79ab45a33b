import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { ElkNode } from "elkjs/lib/elk-api.js";
import type { GraphShape } from "./graph-shape.ts";
import { fromLayeredAnswer, toLayeredRequest } from "./layered-layout.ts";
import type { Layout } from "./layout.ts";
import { extendLayout } from "./stable-layout.ts";

/** A shape and a layout that has a place for each of its nodes. */
export interface LaidOut {
  readonly shape: GraphShape;
  readonly layout: Layout;
}

export interface LayoutFlow {
  /** Undefined until the first layout is there. */
  readonly current: ReadonlySignal<LaidOut | undefined>;
  readonly failure: ReadonlySignal<string | undefined>;
  /** Lays everything out afresh; nodes may move. */
  tidy(): void;
  /** Tidies when so much was added since the last fresh layout that the picture has suffered. */
  settle(): void;
  close(): void;
}

/** Part of the nodes that may be added one by one before a fresh layout reads better than kept places. */
const MOST_ADDED = 0.4;
const FEW = 6;

/**
 * Gives every shape a layout: the first one of a root afresh, the following ones by keeping all places and
 * adding what is new, so that nothing jumps when data arrives.
 */
export const createLayoutFlow = (
  shape: ReadonlySignal<GraphShape | undefined>,
  layered: (request: ElkNode) => Promise<ElkNode>,
): LayoutFlow => {
  const current = signal<LaidOut | undefined>(undefined);
  const failure = signal<string | undefined>(undefined);
  let asked: GraphShape | undefined;
  let fresh: ReadonlySet<string> = new Set();

  const layOut = (wanted: GraphShape): void => {
    asked = wanted;
    layered(toLayeredRequest(wanted)).then(
      (answer) => {
        const latest = shape.peek();
        if (asked !== wanted || latest?.root !== wanted.root) return;
        asked = undefined;
        failure.value = undefined;
        fresh = new Set(wanted.nodes.map((node) => node.id));
        const layout = fromLayeredAnswer(answer, wanted.root);
        current.value = { shape: latest, layout: latest === wanted ? layout : extendLayout(layout, latest) };
      },
      (error: unknown) => {
        if (asked !== wanted) return;
        asked = undefined;
        failure.value = error instanceof Error ? error.message : String(error);
      },
    );
  };

  const take = (next: GraphShape): void => {
    const known = current.peek();
    if (known === undefined || known.shape.root !== next.root) {
      if (asked?.root !== next.root) layOut(next);
      return;
    }
    const kept = next.nodes.filter((node) => known.layout.nodes.has(node.id)).length;
    if (kept <= 1 && next.nodes.length > FEW) return layOut(next);
    current.value = { shape: next, layout: extendLayout(known.layout, next) };
  };

  const stop = effect(() => {
    const next = shape.value;
    if (next !== undefined) take(next);
  });
  const tidy = (): void => {
    const latest = shape.peek();
    if (latest !== undefined) layOut(latest);
  };
  return {
    current,
    failure,
    tidy,
    settle: () => {
      // Models come and go with a switch, which shall not stir the datasets.
      const nodes = shape.peek()?.nodes.filter((node) => node.kind !== "model") ?? [];
      const added = nodes.filter((node) => !fresh.has(node.id)).length;
      if (added > FEW && added > nodes.length * MOST_ADDED) tidy();
    },
    close: stop,
  };
};
