import { describe, expect, test } from "vitest";
import { SHOWN_LEAVES } from "../state/grouping.ts";
import type { GraphShape, ShapeEdge, ShapeNode } from "./graph-shape.ts";
import { toGroupedShape, type GroupChoice } from "./grouped-shape.ts";

const aNode = (id: string, more: Partial<ShapeNode> = {}): ShapeNode => ({
  id,
  kind: "dataset",
  name: id,
  registry: "huggingface",
  state: "traced",
  uses: 0,
  isRoot: false,
  level: 1,
  ...more,
});
const anEdge = (from: string, to: string, more: Partial<ShapeEdge> = {}): ShapeEdge => ({
  id: `${from}-${to}`,
  from,
  to,
  status: "accepted",
  documents: 2,
  kind: "derivation",
  relation: "inclusion",
  confidence: 0.9,
  ...more,
});
const COUNT = 50;
const leaves = Array.from({ length: COUNT }, (_, index) => aNode(`leaf/${index}`, { uses: COUNT - index }));
const aFan = (more: Partial<GraphShape> = {}): GraphShape => ({
  root: "a/root",
  nodes: [aNode("a/root", { isRoot: true, level: 0 }), ...leaves],
  edges: leaves.map(({ id }) => anEdge("a/root", id)),
  ...more,
});
const choice = (more: Partial<GroupChoice> = {}): GroupChoice => ({
  opened: [],
  kept: new Set(),
  nameOf: (group, contaminated) => `${group.members.length}, ${contaminated} contaminated`,
  ...more,
});

describe("a shape with groups", () => {
  test("draws many leaves as one node with an honest count, and one edge for all of theirs", () => {
    const { shape, standsFor } = toGroupedShape(aFan(), choice());

    const group = shape.nodes.find((node) => node.kind === "group");
    expect(group?.group?.count).toBe(COUNT - SHOWN_LEAVES);
    expect(shape.nodes).toHaveLength(1 + SHOWN_LEAVES + 1);
    const edge = shape.edges.find((one) => one.to === group?.id);
    expect(edge).toMatchObject({ from: "a/root", count: COUNT - SHOWN_LEAVES, relation: "inclusion" });
    expect(standsFor.get("leaf/49")).toBe(group?.id);
    expect(standsFor.get("a/root-leaf/49")).toBe(edge?.id);
  });

  test("counts the contaminated members, and bears the strongest of their marks", () => {
    const nodes = aFan().nodes.map((node) => {
      if (node.id === "leaf/40")
        return { ...node, marks: [{ benchmark: "b/one", level: "inherited" as const }] };
      if (node.id === "leaf/41")
        return { ...node, marks: [{ benchmark: "b/one", level: "declared" as const }] };
      if (node.id === "leaf/42")
        return { ...node, marks: [{ benchmark: "b/two", level: "cleared-by-claim" as const }] };
      return node;
    });

    const { shape } = toGroupedShape(aFan({ nodes }), choice());

    const group = shape.nodes.find((node) => node.kind === "group");
    expect(group?.group?.contaminated).toBe(2);
    expect(group?.name).toContain("2 contaminated");
    expect(group?.marks?.[0]).toEqual({ benchmark: "b/one", level: "declared" });
  });

  test("never hides the benchmark that a contaminated dataset leads to", () => {
    const [root, ...rest] = aFan().nodes;
    const marked = {
      ...aNode("a/root"),
      ...root,
      marks: [{ benchmark: "leaf/49", level: "declared" as const }],
    };

    const { standsFor } = toGroupedShape(aFan({ nodes: [marked, ...rest] }), choice());

    expect(standsFor.has("leaf/48")).toBe(true);
    expect(standsFor.has("leaf/49")).toBe(false);
  });

  test("shows what is selected or on a path as itself", () => {
    const { shape } = toGroupedShape(aFan(), choice({ kept: new Set(["leaf/30"]) }));

    expect(shape.nodes.some((node) => node.id === "leaf/30")).toBe(true);
  });

  test("shows an opened group one by one, and says that it is open", () => {
    const closed = toGroupedShape(aFan(), choice()).groups.closed.map((group) => group.id);

    const { shape, groups } = toGroupedShape(aFan(), choice({ opened: closed }));

    expect(shape.nodes).toHaveLength(1 + COUNT);
    expect(groups.open.map((group) => group.id)).toEqual(closed);
  });

  test("says nothing of joined edges that does not hold for each of them", () => {
    const edges = leaves.map(({ id }, index) =>
      anEdge("a/root", id, index % 2 === 0 ? { relation: "fusion", confidence: 0.4 } : {}),
    );

    const { shape } = toGroupedShape(aFan({ edges }), choice());

    const joined = shape.edges.find((edge) => edge.count !== undefined);
    expect(joined?.relation).toBeUndefined();
    expect(joined?.confidence).toBe(0.4);
  });

  test("is the same shape where there is nothing to group", () => {
    const small: GraphShape = { ...aFan(), nodes: aFan().nodes.slice(0, 5), edges: aFan().edges.slice(0, 4) };

    expect(toGroupedShape(small, choice()).shape).toBe(small);
  });
});
