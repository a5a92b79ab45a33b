import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { aLineage, aModelUse, filterLineage } from "../test-data.ts";
import { DEFAULT_VIEW } from "../state/view-state.ts";
import { toGraphShape } from "./graph-shape.ts";
import type { LaidOut } from "./layout-flow.ts";
import { withReplay } from "./replay-flow.ts";

const lineage = filterLineage(aLineage("a/root", ["a/root>b/one", "b/one>c/two"]), DEFAULT_VIEW);
const shape = toGraphShape(lineage, [aModelUse("b/one", "m/model")]);
const laidOut: LaidOut = { shape, layout: { nodes: new Map(), bends: new Map(), columnGap: 1 } };
const later = signal<ReadonlySet<string> | undefined>(undefined);
const flow = withReplay(
  {
    current: signal(laidOut),
    failure: signal(undefined),
    tidy: () => undefined,
    settle: () => undefined,
    close: () => undefined,
  },
  later,
);

describe("a layout in replay", () => {
  it("is the whole one while nothing is replayed", () => {
    expect(flow.current.value).toBe(laidOut);
  });

  it("lacks what came later with its edges and its models, and keeps all places and the frame", () => {
    later.value = new Set(["b/one"]);

    expect(flow.current.value?.shape.nodes.map((node) => node.id)).toEqual(["a/root", "c/two"]);
    expect(flow.current.value?.shape.edges).toEqual([]);
    expect(flow.current.value?.layout).toBe(laidOut.layout);
    expect(flow.current.value?.frame).toBe(shape.nodes);
  });

  it("keeps a group of which one member is there", () => {
    const group = {
      ...shape.nodes[1],
      id: "group",
      group: { count: 2, contaminated: 0, members: ["b/one", "c/two"] },
    };
    const grouped = withReplay(
      {
        ...flow,
        current: signal({
          ...laidOut,
          shape: { ...shape, nodes: [shape.nodes[0], group], edges: [] },
        } as LaidOut),
      },
      later,
    );

    later.value = new Set(["b/one"]);
    expect(grouped.current.value?.shape.nodes.map((node) => node.id)).toEqual(["a/root", "group"]);
    later.value = new Set(["b/one", "c/two"]);
    expect(grouped.current.value?.shape.nodes.map((node) => node.id)).toEqual(["a/root"]);
  });
});
