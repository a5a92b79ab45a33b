import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { LayoutKind } from "../state/view-state.ts";
import type { GraphShape } from "./graph-shape.ts";
import type { LayoutEngine } from "./layout-engine.ts";
import type { Layout } from "./layout.ts";
import { extendLayout } from "./stable-layout.ts";

/** A shape and a layout that has a place for each of its nodes. */
export interface LaidOut {
  readonly shape: GraphShape;
  readonly layout: Layout;
  /** What the view is fitted to, when that is more than is drawn. */
  readonly frame?: GraphShape["nodes"];
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

export interface LayoutFlowSource {
  readonly shape: ReadonlySignal<GraphShape | undefined>;
  readonly kind: ReadonlySignal<LayoutKind>;
}

/** Part of the nodes that may be added one by one before a fresh layout reads better than kept places. */
const MOST_ADDED = 0.4;
const FEW = 6;

/**
 * Gives every shape a layout: the first one of a root or of a kind afresh, the following ones by keeping all places and
 * adding what is new, so that nothing jumps when data arrives.
 */
export const createLayoutFlow = (source: LayoutFlowSource, engine: LayoutEngine): LayoutFlow => {
  const current = signal<LaidOut | undefined>(undefined);
  const failure = signal<string | undefined>(undefined);
  let asked: { readonly shape: GraphShape; readonly kind: LayoutKind } | undefined;
  let fresh: ReadonlySet<string> = new Set();

  const takeFresh = (layout: Layout, wanted: GraphShape): void => {
    const latest = source.shape.peek();
    if (latest?.root !== wanted.root) return;
    failure.value = undefined;
    fresh = new Set(wanted.nodes.map((node) => node.id));
    current.value = { shape: latest, layout: latest === wanted ? layout : extend(layout, latest) };
  };

  const fail = (error: unknown): void => {
    failure.value = error instanceof Error ? error.message : String(error);
  };
  const layOut = (wanted: GraphShape, known?: Layout["nodes"]): void => {
    const wish = { graph: wanted, kind: source.kind.peek(), ...(known !== undefined && { known }) };
    const kept = engine.kept(wish);
    asked = kept === undefined ? { shape: wanted, kind: wish.kind } : undefined;
    if (kept !== undefined) return takeFresh(kept, wanted);
    const mine = asked;
    /** What was asked for later wins, whichever answer comes first. */
    const isLatest = (): boolean => {
      if (asked !== mine) return false;
      asked = undefined;
      return true;
    };
    engine.layOut(wish).then(
      (layout) => isLatest() && takeFresh(layout, wanted),
      (error: unknown) => isLatest() && fail(error),
    );
  };

  const take = (next: GraphShape, kind: LayoutKind): void => {
    const known = current.peek();
    if (known === undefined || known.shape.root !== next.root || kindOf(known.layout) !== kind) {
      if (asked?.shape.root !== next.root || asked.kind !== kind) layOut(next);
      return;
    }
    const kept = next.nodes.filter((node) => known.layout.nodes.has(node.id)).length;
    if (kept <= 1 && next.nodes.length > FEW) return layOut(next);
    current.value = { shape: next, layout: extend(known.layout, next) };
    // Forces find a place only by running; until then what is new is not drawn.
    if (kind === "force" && kept < next.nodes.length) layOut(next, known.layout.nodes);
  };

  const stop = effect(() => {
    const next = source.shape.value;
    const kind = source.kind.value;
    if (next !== undefined) take(next, kind);
  });
  const tidy = (): void => {
    const latest = source.shape.peek();
    if (latest !== undefined) layOut(latest);
  };
  return {
    current,
    failure,
    tidy,
    settle: () => hasGrown(source.shape.peek(), fresh) && tidy(),
    close: stop,
  };
};

/** Models come and go with a switch, which shall not stir the datasets. */
const hasGrown = (shape: GraphShape | undefined, fresh: ReadonlySet<string>): boolean => {
  const nodes = shape?.nodes.filter((node) => node.kind !== "model") ?? [];
  const added = nodes.filter((node) => !fresh.has(node.id)).length;
  return added > FEW && added > nodes.length * MOST_ADDED;
};

const kindOf = (layout: Layout): LayoutKind => layout.kind ?? "layered";

const extend = (layout: Layout, shape: GraphShape): Layout =>
  kindOf(layout) === "force" ? layout : extendLayout(layout, shape);
