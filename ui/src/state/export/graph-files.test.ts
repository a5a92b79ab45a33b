import { DirectedGraph, MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf/node";
import graphml from "graphology-graphml/node";
import type { AbstractGraph } from "graphology-types";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aModelUse, anEdge, aNode } from "../../test-data.ts";
import { type DrawnPart, toShownGraph, type KnownFacts, type ShownGraph } from "./shown-graph.ts";
import { toGexf } from "./to-gexf.ts";
import { toGraphMl } from "./to-graph-ml.ts";
import { toJson } from "./to-json.ts";

const NOW = new Date("2026-03-04T05:06:07.000Z");
const use = aModelUse("acme/mix", "acme/writer-7b");

const FACTS: KnownFacts = {
  nodes: [
    aNode("acme/mix", 0, {
      licence: "apache-2.0",
      createdAt: "2025-03-04T05:06:07.000Z",
      downloads: 3_000_000_000,
    }),
    aNode("acme/maths", 1, { isBenchmark: true, domains: ["math", "code"] }),
    aNode("acme/not-drawn", 1),
  ],
  edges: [
    anEdge("acme/mix", "acme/maths", { status: "flagged", flags: ["low-confidence"], confidence: 0.4 }),
    anEdge("acme/mix", "acme/not-drawn"),
    use,
  ],
};

const flagged = FACTS.edges[0];
const DRAWN: DrawnPart = {
  nodes: [
    { id: "acme/mix", name: "mix", kind: "dataset", uses: 4, level: 0 },
    {
      id: "acme/maths",
      name: "maths",
      kind: "benchmark",
      uses: 1,
      level: 1,
      marks: [{ benchmark: "acme/exam", level: "declared" }],
    },
    { id: "model acme/writer-7b", name: "writer-7b", kind: "model", uses: 1, level: 1 },
    {
      id: "group 1",
      name: "+2",
      kind: "group",
      uses: 0,
      level: 1,
      group: { members: ["a/1", "a/2"] },
    },
  ],
  edges: [
    {
      id: String(flagged?.id),
      from: "acme/mix",
      to: "acme/maths",
      kind: "derivation",
      status: "flagged",
      documents: 1,
      relation: "inclusion",
    },
    {
      id: use.id,
      from: "acme/mix",
      to: "model acme/writer-7b",
      kind: "model-use",
      status: "accepted",
      documents: 1,
      role: "generator",
    },
    {
      id: "to the group",
      from: "acme/mix",
      to: "group 1",
      kind: "derivation",
      status: "accepted",
      documents: 1,
      count: 2,
    },
  ],
};

const GRAPH = toShownGraph(DRAWN, FACTS);
const CONTEXT = { description: "the sources of acme/mix", now: NOW };

const READERS = {
  gexf: (graph: ShownGraph) => gexf.parse(MultiDirectedGraph, toGexf(graph, CONTEXT)),
  graphml: (graph: ShownGraph) => graphml.parse(MultiDirectedGraph, toGraphMl(graph)),
} as const;

/** With an edge: a reader of GEXF takes a file without any for one of no direction. */
const alone = (nodes: DrawnPart["nodes"]): ShownGraph => {
  const [{ id } = { id: "" }] = nodes;
  const loop = { id: "loop", from: id, to: id, kind: "derivation", status: "accepted", documents: 1 };
  return toShownGraph({ nodes, edges: [loop] }, { nodes: [], edges: [] });
};

const nodeWith = (graph: AbstractGraph, id: string) =>
  graph.getNodeAttributes(graph.findNode((_, node) => node["id"] === id) ?? "none");

const edgeBetween = (graph: AbstractGraph, from: string, to: string) =>
  graph
    .edges()
    .filter((edge) => graph.getSourceAttribute(edge, "id") === from)
    .filter((edge) => graph.getTargetAttribute(edge, "id") === to)
    .map((edge) => graph.getEdgeAttributes(edge));

describe("what is shown", () => {
  it("is what is drawn, and nothing that is only known", () => {
    expect(GRAPH.nodes.map(({ key }) => key)).toEqual(DRAWN.nodes.map(({ id }) => id));
    expect(GRAPH.edges).toHaveLength(DRAWN.edges.length);
  });
});

describe.each(["gexf", "graphml"] as const)("%s", (format) => {
  const read = READERS[format];

  it("gives a reader every node and edge that is shown", () => {
    const graph = read(GRAPH);

    expect([graph.order, graph.size]).toEqual([GRAPH.nodes.length, GRAPH.edges.length]);
    expect(graph.type).toBe("directed");
  });

  it("gives a reader what is known of a node, in its type", () => {
    const graph = read(GRAPH);

    expect(nodeWith(graph, "acme/mix")).toMatchObject({
      label: "acme/mix",
      kind: "dataset",
      licence: "apache-2.0",
      downloads: 3_000_000_000,
      created: "2025-03-04T05:06:07.000Z",
    });
    expect(nodeWith(graph, "acme/maths")).toMatchObject({
      kind: "benchmark",
      domains: "math; code",
      contamination: "acme/exam (declared)",
    });
    expect(nodeWith(graph, "acme/writer-7b")).toMatchObject({ kind: "model", owner: "acme" });
    expect(nodeWith(graph, "group 1")).toMatchObject({ label: "+2", kind: "group", members: "a/1; a/2" });
  });

  it("says of an edge that it is not accepted", () => {
    const graph = read(GRAPH);

    expect(edgeBetween(graph, "acme/mix", "acme/maths")).toEqual([
      expect.objectContaining({
        label: "inclusion (flagged)",
        status: "flagged",
        confidence: 0.4,
        flags: "low-confidence",
      }),
    ]);
    expect(edgeBetween(graph, "acme/mix", "acme/writer-7b")).toEqual([
      expect.objectContaining({ label: "generator", role: "generator" }),
    ]);
  });

  it("keeps nodes apart and texts whole, whatever they are called", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: "binary", minLength: 1 }), { maxLength: 6 }), (names) => {
        const nodes = ["__proto__", ...names].map((id) => ({
          id,
          name: id,
          kind: "dataset",
          uses: 0,
          level: 0,
        }));
        const unique = [...new Map(nodes.map((node) => [node.id, node])).values()];

        const graph = read(alone(unique));

        expect(graph.order).toBe(unique.length);
      }),
      { numRuns: 15 },
    );
  });

  it("writes markup in names as text", () => {
    const name = `</node><script>alert("1")</script>&amp;'`;

    const graph = read(alone([{ id: "x", name, kind: "group", uses: 0, level: 0 }]));

    expect(nodeWith(graph, "x")["label"]).toBe(name);
  });
});

it("reads as a simple graph too, as no two edges join the same nodes in one direction", () => {
  expect(gexf.parse(DirectedGraph, toGexf(GRAPH, CONTEXT)).size).toBe(GRAPH.edges.length);
});

it("says in JSON what is known and how to see it again, and nothing of what is not known", () => {
  const json = JSON.parse(toJson(GRAPH, { address: "https://stemma.example/?dataset=acme/mix", now: NOW }));

  expect(json).toMatchObject({
    address: "https://stemma.example/?dataset=acme/mix",
    exportedAt: NOW.toISOString(),
  });
  expect(json.nodes).toHaveLength(GRAPH.nodes.length);
  expect(json.edges).toHaveLength(GRAPH.edges.length);
  expect(json.nodes[1]).not.toHaveProperty("licence");
});
