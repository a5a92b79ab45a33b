import { describe, expect, it } from "vitest";
import { toResultGraph } from "./result-graph.ts";

const aNode = (elementId: string, id: string, labels = ["Dataset"]) => ({
  kind: "node",
  elementId,
  labels,
  properties: { id, name: id, registry: "huggingface", state: "traced" },
});
const anEdge = (start: string, end: string, type = "DERIVED_FROM") => ({
  kind: "relationship",
  elementId: `${start}>${end}`,
  type,
  start,
  end,
  properties: { id: `${start}-${end}`, relation: "fusion", confidence: 0.9, signals: '{"documents":3}' },
});

describe("the graph of a result", () => {
  it("calls a dataset as its documents spell it, without the prefix of its registry", () => {
    const spelt = aNode("1", "name:aime");
    const graph = toResultGraph({
      rows: [[{ ...spelt, properties: { ...spelt.properties, name: "AIME" } }, aNode("2", "name:web")]],
    });

    expect(graph?.shape.nodes.map(({ name }) => name)).toEqual(["AIME", "name:web"]);
  });

  it("gathers nodes and relationships from columns, paths, lists and maps, each once", () => {
    const path = {
      kind: "path",
      nodes: [aNode("1", "a/b"), aNode("2", "c/d", ["Dataset", "Benchmark"])],
      relationships: [anEdge("1", "2")],
    };
    const graph = toResultGraph({
      rows: [
        [aNode("1", "a/b"), path],
        [[aNode("3", "m", ["Model"])], { deep: anEdge("1", "3", "MADE_WITH") }],
      ],
    });

    expect(graph?.shape.nodes.map(({ id, kind, uses }) => [id, kind, uses])).toEqual([
      ["a/b", "dataset", 0],
      ["c/d", "benchmark", 1],
      ["model m", "model", 1],
    ]);
    expect(graph?.shape.edges).toMatchObject([
      { from: "a/b", to: "c/d", status: "accepted", relation: "fusion", documents: 3, kind: "derivation" },
      { from: "a/b", to: "model m", kind: "model-use" },
    ]);
    expect(graph?.shape.root).toBe("a/b");
  });

  it("counts the relationships whose ends are not in the result", () => {
    const graph = toResultGraph({ rows: [[aNode("1", "a/b"), anEdge("1", "9")]] });

    expect(graph).toMatchObject({ loose: 1, shape: { edges: [] } });
  });

  it("takes the status from the type", () => {
    const nodes = [aNode("1", "a/b"), aNode("2", "c/d")];
    const statusOf = (type: string) =>
      toResultGraph({ rows: [[...nodes, anEdge("1", "2", type)]] })?.shape.edges[0]?.status;

    expect(statusOf("MAY_DERIVE_FROM")).toBe("flagged");
    expect(statusOf("NOT_DERIVED_FROM")).toBe("rejected");
  });

  it("is none without a node", () => {
    expect(toResultGraph({ rows: [["a/b", 1, { kind: "node" }]] })).toBeUndefined();
  });
});
