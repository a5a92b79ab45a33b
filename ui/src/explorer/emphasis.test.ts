import { describe, expect, it } from "vitest";
import { aLineage } from "../test-data.ts";
import { filterLineage } from "../state/graph-filter.ts";
import { DEFAULT_VIEW } from "../state/view-state.ts";
import { toDrawnGraph } from "./drawn-graph.ts";
import { emphasiseEdge, emphasiseNode, FADED_BY_HOVER, nearOf, type Emphasis } from "./emphasis.ts";
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
  nearNodes: new Set(),
  nearEdges: new Set(),
  arriving: new Set(),
  arrival: 1,
  faded: FADED_BY_HOVER,
  accent: "accent",
  ...more,
});
const nodeUnder = (id: string, emphasis: Emphasis) =>
  emphasiseNode(id, { ...graph.getNodeAttributes(id) }, emphasis);

describe("emphasis", () => {
  it("keeps a node's neighbours and the edges to them near, and nothing else", () => {
    const { nearNodes, nearEdges } = nearOf(shape, { node: "b/one" });

    expect([...nearNodes].sort()).toEqual(["a/root", "b/one", "c/two"]);
    expect(nearEdges.size).toBe(2);
  });

  it("lights the way from the root to a selected node", () => {
    const { nearNodes, nearEdges } = nearOf(shape, { node: "d/three" }, true);

    expect([...nearNodes].sort()).toEqual(["a/root", "b/one", "c/two", "d/three"]);
    expect(nearEdges.size).toBe(3);
  });

  it("keeps both ends of an edge near", () => {
    const edge = shape.edges[0];

    expect([...nearOf(shape, { edge: edge?.id }).nearNodes]).toEqual(["a/root", "b/one"]);
  });

  it("fades what is far from the node under the pointer", () => {
    const emphasis = anEmphasis({ ...nearOf(shape, { node: "a/root" }), hoveredNode: "a/root" });

    expect(nodeUnder("d/three", emphasis).alpha).toBe(FADED_BY_HOVER);
    expect(nodeUnder("b/one", emphasis).alpha).toBe(1);
    expect(nodeUnder("a/root", emphasis).ring).toBe("accent");
  });

  it("changes nothing, and makes no copy, while nothing is in focus", () => {
    const node = { ...graph.getNodeAttributes("b/one") };
    const edge = { ...graph.getEdgeAttributes(graph.edges()[0] ?? "") };

    expect(emphasiseNode("b/one", node, anEmphasis())).toBe(node);
    expect(emphasiseEdge(edge, anEmphasis())).toBe(edge);
    expect(node).toEqual(graph.getNodeAttributes("b/one"));
  });

  it("lets arriving nodes and their edges fade in", () => {
    const emphasis = anEmphasis({ arriving: new Set(["b/one"]), arrival: 0.25 });
    const edge = emphasiseEdge({ ...graph.getEdgeAttributes(graph.edges()[0] ?? ""), alpha: 1 }, emphasis);

    expect(nodeUnder("b/one", emphasis).alpha).toBe(0.25);
    expect(nodeUnder("a/root", emphasis).alpha).toBe(1);
    expect(edge.alpha).toBe(0.25);
  });
});
