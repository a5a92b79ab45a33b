import { describe, expect, it } from "vitest";
import { aLineage, aModelUse, filterLineage } from "../test-data.ts";
import { DEFAULT_VIEW } from "../state/view-state.ts";
import { toDrawnGraph } from "./drawn-graph.ts";
import { modelNodeId, toGraphShape } from "./graph-shape.ts";
import type { Layout } from "./layout.ts";
import { PALETTE_ROLES, type Palette } from "./palette.ts";

const palette = Object.fromEntries(PALETTE_ROLES.map((role) => [role, role])) as Palette;
const lineage = filterLineage(
  aLineage("a/root", ["a/root>b/one", "b/one>c/two", "a/root>c/two"]),
  DEFAULT_VIEW,
);
const shape = toGraphShape(lineage, [aModelUse("b/one", "m/model"), aModelUse("z/elsewhere", "m/model")]);
const longId = lineage.edges[2]?.id ?? "";
const layout: Layout = {
  nodes: new Map([
    ["a/root", { x: 0, y: 0 }],
    ["b/one", { x: 100, y: 40 }],
    ["c/two", { x: 200, y: 0 }],
    [modelNodeId("m/model"), { x: 200, y: 80 }],
  ]),
  bends: new Map([[longId, [{ x: 100, y: -40 }]]]),
  columnGap: 100,
};

describe("the drawn graph", () => {
  it("has a mark per node, with y upwards as the renderer wants it", () => {
    const graph = toDrawnGraph(shape, layout, { palette });

    expect(graph.getNodeAttributes("b/one")).toMatchObject({ x: 100, y: -40, isBend: false });
    expect(graph.getNodeAttribute("a/root", "color")).toBe("domain-unknown");
  });

  it("leads an edge over its bends, with one arrow at the derived end", () => {
    const graph = toDrawnGraph(shape, layout, { palette });
    const pieces = graph.filterEdges((_key, edge) => edge.edgeId === longId);

    expect(pieces.map((key) => graph.extremities(key))).toEqual([
      ["a/root", `${longId}#0`],
      [`${longId}#0`, "c/two"],
    ]);
    expect(pieces.map((key) => graph.getEdgeAttribute(key, "head"))).toEqual([1, 0]);
  });

  it("draws the models of the shown datasets only", () => {
    const uses = shape.edges.filter((edge) => edge.kind === "model-use");

    expect(uses.map((edge) => edge.from)).toEqual(["b/one"]);
    expect(toDrawnGraph(shape, layout, { palette }).hasNode(modelNodeId("m/model"))).toBe(true);
  });

  it("leaves out what has no place yet", () => {
    const nodes = new Map([...layout.nodes].filter(([id]) => id !== "c/two"));
    const graph = toDrawnGraph(shape, { ...layout, nodes }, { palette });

    expect(graph.hasNode("c/two")).toBe(false);
    expect(graph.someEdge((_key, edge) => edge.to === "c/two")).toBe(false);
  });
});
