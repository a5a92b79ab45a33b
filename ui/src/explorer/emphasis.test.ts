import { describe, expect, it } from "vitest";
import { aLineage, filterLineage } from "../test-data.ts";
import { DEFAULT_VIEW } from "../state/view-state.ts";
import { toDrawnGraph } from "./drawn-graph.ts";
import { emphasiseEdge, emphasiseNode, nearOf, touchedBy, type Emphasis } from "./emphasis.ts";
import { toGraphShape } from "./graph-shape.ts";
import { PALETTE_ROLES, type Palette } from "./palette.ts";

const palette = Object.fromEntries(PALETTE_ROLES.map((role) => [role, role])) as Palette;
const shape = toGraphShape(
  filterLineage(aLineage("a/root", ["a/root>b/one", "b/one>c/two", "c/two>d/three"]), DEFAULT_VIEW),
  [],
);
const nodes = new Map(shape.nodes.map(({ id }, index) => [id, { x: index, y: 0 }]));
const graph = toDrawnGraph(shape, { nodes, bends: new Map(), columnGap: 1 }, { palette });
const anEmphasis = (more: Partial<Emphasis> = {}): Emphasis => ({
  near: undefined,
  arriving: new Set(),
  accent: "accent",
  ...more,
});
const nodeUnder = (id: string, emphasis: Emphasis) =>
  emphasiseNode(id, { ...graph.getNodeAttributes(id) }, emphasis);

describe("emphasis", () => {
  it("keeps a node's neighbours and the edges to them near, and nothing else", () => {
    const near = nearOf(shape, { node: "b/one" });

    expect([...(near?.nodes ?? [])].sort()).toEqual(["a/root", "b/one", "c/two"]);
    expect(near?.edges.size).toBe(2);
  });

  it("keeps both ends of an edge near", () => {
    const edge = shape.edges[0];

    expect([...(nearOf(shape, { edge: edge?.id })?.nodes ?? [])]).toEqual(["a/root", "b/one"]);
  });

  it("tells what is near from what is far, and rings what is under the pointer", () => {
    const emphasis = anEmphasis({ near: nearOf(shape, { node: "a/root" }), hoveredNode: "a/root" });

    expect(nodeUnder("d/three", emphasis).near).toBe(0);
    expect(nodeUnder("b/one", emphasis).near).toBe(1);
    expect(nodeUnder("a/root", emphasis).ring).toBe("accent");
  });

  it("changes nothing, and makes no copy, while nothing is in focus", () => {
    const node = { ...graph.getNodeAttributes("b/one") };
    const edge = { ...graph.getEdgeAttributes(graph.edges()[0] ?? "") };

    expect(emphasiseNode("b/one", node, anEmphasis())).toBe(node);
    expect(emphasiseEdge(edge, anEmphasis())).toBe(edge);
    expect(node).toEqual(graph.getNodeAttributes("b/one"));
  });

  it("touches no more than what is near: all else needs no repainting", () => {
    const touched = touchedBy(anEmphasis({ near: nearOf(shape, { node: "c/two" }), selectedNode: "a/root" }));

    expect([...touched.nodes].sort()).toEqual(["a/root", "b/one", "c/two", "d/three"]);
    expect(touched.edges.size).toBe(2);
  });

  it("lets arriving nodes and their edges fade in", () => {
    const emphasis = anEmphasis({ arriving: new Set(["b/one"]) });
    const edge = emphasiseEdge({ ...graph.getEdgeAttributes(graph.edges()[0] ?? "") }, emphasis);

    expect(nodeUnder("b/one", emphasis).arriving).toBe(1);
    expect(nodeUnder("a/root", emphasis).arriving).toBe(0);
    expect(edge.arriving).toBe(1);
  });
});
