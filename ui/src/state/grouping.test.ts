import { describe, expect, test } from "vitest";
import { findGroups, MOST_LEAVES, SHOWN_LEAVES, type GroupableEdge, type GroupableNode } from "./grouping.ts";

const aNode = (id: string, more: Partial<GroupableNode> = {}): GroupableNode => ({
  id,
  kind: "dataset",
  isKept: false,
  weight: 0,
  ...more,
});
const link = (from: string, to: string, kind = "accepted"): GroupableEdge => ({ from, to, kind });
const leaves = (count: number, more: Partial<GroupableNode> = {}): readonly GroupableNode[] =>
  Array.from({ length: count }, (_, index) => aNode(`leaf/${index}`, { weight: index, ...more }));
const fan = (count: number, anchor = "a/root") => leaves(count).map(({ id }) => link(anchor, id));
const root = aNode("a/root", { isKept: true });

describe("grouping of leaves", () => {
  test("leaves up to a dozen stand for themselves", () => {
    const { closed } = findGroups({
      nodes: [root, ...leaves(MOST_LEAVES)],
      edges: fan(MOST_LEAVES),
      opened: [],
    });

    expect(closed).toEqual([]);
  });

  test("of more, all but the most used become one group", () => {
    const { closed } = findGroups({ nodes: [root, ...leaves(104)], edges: fan(104), opened: [] });

    expect(closed).toHaveLength(1);
    expect(closed[0]).toMatchObject({ direction: "upstream", anchors: ["a/root"], kind: "dataset" });
    expect(closed[0]?.members).toHaveLength(104 - SHOWN_LEAVES);
    expect(closed[0]?.members).not.toContain("leaf/103");
  });

  test("uses downstream are grouped as sources upstream are", () => {
    const edges = leaves(20).map(({ id }) => link(id, "a/root"));
    const { closed } = findGroups({ nodes: [root, ...leaves(20)], edges, opened: [] });

    expect(closed.map((group) => group.direction)).toEqual(["downstream"]);
  });

  test("what must be seen is never hidden in a group", () => {
    const nodes = leaves(30).map((leaf) => (leaf.id === "leaf/3" ? { ...leaf, isKept: true } : leaf));
    const { closed } = findGroups({ nodes: [root, ...nodes], edges: fan(30), opened: [] });

    expect(closed[0]?.members).not.toContain("leaf/3");
    expect(closed[0]?.members).toHaveLength(30 - SHOWN_LEAVES - 1);
  });

  test("nodes with further edges are no leaves", () => {
    const edges = [...fan(30), link("leaf/0", "b/behind")];
    const { closed } = findGroups({ nodes: [root, aNode("b/behind"), ...leaves(30)], edges, opened: [] });

    expect(closed.flatMap((group) => group.members)).not.toContain("leaf/0");
  });

  test("kinds of nodes, kinds of edges and sets of neighbours make groups of their own", () => {
    const benchmarks = Array.from({ length: 20 }, (_, index) =>
      aNode(`bench/${index}`, { kind: "benchmark" }),
    );
    const doubtful = Array.from({ length: 20 }, (_, index) => aNode(`doubt/${index}`));
    const shared = Array.from({ length: 20 }, (_, index) => aNode(`shared/${index}`));
    const edges = [
      ...fan(20),
      ...benchmarks.map(({ id }) => link("a/root", id)),
      ...doubtful.map(({ id }) => link("a/root", id, "flagged")),
      ...shared.flatMap(({ id }) => [link("a/root", id), link("a/other", id)]),
      link("a/root", "a/other"),
    ];
    const nodes = [root, aNode("a/other"), ...leaves(20), ...benchmarks, ...doubtful, ...shared];

    const { closed } = findGroups({ nodes, edges, opened: [] });

    expect(new Set(closed.map((group) => group.id)).size).toBe(4);
    expect(closed.map((group) => group.anchors.length).sort()).toEqual([1, 1, 1, 2]);
  });

  test("an opened group is told apart, and its id outlives a change of its members", () => {
    const before = findGroups({ nodes: [root, ...leaves(30)], edges: fan(30), opened: [] });
    const opened = before.closed.map((group) => group.id);

    const after = findGroups({ nodes: [root, ...leaves(40)], edges: fan(40), opened });

    expect(after.closed).toEqual([]);
    expect(after.open.map((group) => group.members.length)).toEqual([40 - SHOWN_LEAVES]);
  });

  test("ids that name parts of objects, and self edges, are taken as they are", () => {
    const nodes = [root, aNode("__proto__"), aNode("constructor"), ...leaves(20)];
    const edges = [...fan(20), link("a/root", "__proto__"), link("constructor", "constructor")];

    const { closed } = findGroups({ nodes, edges, opened: ["__proto__"] });

    expect(closed).toHaveLength(1);
    expect(closed[0]?.members).not.toContain("constructor");
  });
});
