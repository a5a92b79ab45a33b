import { describe, expect, it } from "vitest";
import { aDatasetId, aLineage, aNode, anEdge, filterLineage } from "../test-data.ts";
import { DEFAULT_SORT, rowsOfSide, toTableRows, type TableSort } from "./table-rows.ts";
import { DEFAULT_VIEW } from "./view-state.ts";

const idsBy = (nodes: ReturnType<typeof aNode>[], sort: TableSort) => {
  const lineage = { root: aNode("a/root", 0).id, nodes, edges: [], total: nodes.length, truncated: false };
  return toTableRows(lineage, sort).map((row) => row.node.id);
};

const mark = (level: "declared" | "inherited", benchmark: string) => ({
  benchmark: aDatasetId(benchmark),
  level,
});

describe("the table's rows", () => {
  it("come nearest first, then most used", () => {
    const nodes = [
      aNode("far/one", 3),
      aNode("near/little", 1, { uses: 1 }),
      aNode("near/much", 1, { uses: 9 }),
      aNode("down/one", -2),
    ];

    expect(idsBy(nodes, DEFAULT_SORT)).toEqual(["near/much", "near/little", "down/one", "far/one"]);
  });

  it("sort numbers as numbers", () => {
    const nodes = [9, 100, 20].map((downloads) => aNode(`a/d${downloads}`, 1, { downloads }));

    expect(idsBy(nodes, { column: "downloads", descending: false })).toEqual(["a/d9", "a/d20", "a/d100"]);
  });

  it.each([true, false])("put what is unknown last (descending: %s)", (descending) => {
    const nodes = [
      aNode("a/unknown", 1),
      aNode("a/none", 1, { downloads: 0 }),
      aNode("a/some", 1, { downloads: 5 }),
    ];

    expect(idsBy(nodes, { column: "downloads", descending }).at(-1)).toBe("a/unknown");
  });

  it("hold the edges that lead to each dataset", () => {
    const lineage = filterLineage(
      aLineage("a/root", ["a/root>b/one", "b/one>c/two", "a/root>c/two"]),
      DEFAULT_VIEW,
    );

    const rows = toTableRows(lineage, DEFAULT_SORT);

    const two = rows.find((row) => row.node.id === "c/two");
    expect(two?.incoming.map((edge) => edge.from)).toEqual(["b/one", "a/root"]);
    expect(rows.find((row) => row.node.id === "a/root")?.incoming).toEqual([]);
  });

  it("rank the strongest contamination first, then by benchmarks, and what has none last", () => {
    const nodes = [
      aNode("a/clean", 1),
      aNode("a/inherited", 1, { marks: [mark("inherited", "b/one")] }),
      aNode("a/declared", 1, { marks: [mark("declared", "b/one")] }),
      aNode("a/twice", 1, { marks: [mark("declared", "b/one"), mark("inherited", "b/two")] }),
    ];

    expect(idsBy(nodes, { column: "contamination", descending: true })).toEqual([
      "a/twice",
      "a/declared",
      "a/inherited",
      "a/clean",
    ]);
  });

  it("know the weakest edge on the surest way from a target", () => {
    const lineage = filterLineage(
      {
        ...aLineage("a/root", ["a/root>b/one", "b/one>c/two"]),
        edges: [
          anEdge("a/root", "b/one", { confidence: 0.9 }),
          anEdge("b/one", "c/two", { confidence: 0.5 }),
        ],
      },
      DEFAULT_VIEW,
    );

    const rows = toTableRows(lineage, DEFAULT_SORT);

    expect(rows.map((row) => [row.node.id, row.confidence])).toEqual([
      ["a/root", undefined],
      ["b/one", 0.9],
      ["c/two", 0.5],
    ]);
  });

  it("are parted into what is prior and what is derived, the targets with both", () => {
    const nodes = [
      aNode("a/root", 0),
      aNode("b/source", 1),
      aNode("c/use", -1),
      aNode("d/sibling", 0, { target: false }),
    ];
    const lineage = { root: aNode("a/root", 0).id, nodes, edges: [], total: nodes.length, truncated: false };
    const rows = toTableRows(lineage, DEFAULT_SORT);
    const idsOf = (side: "all" | "prior" | "derived") => rowsOfSide(rows, side).map(({ node }) => node.id);

    expect(idsOf("prior")).toEqual(["a/root", "b/source"]);
    expect(idsOf("derived")).toEqual(["a/root", "c/use"]);
    expect(idsOf("all")).toHaveLength(4);
  });

  it("sort 10,000 datasets by name well within a second", () => {
    const nodes = Array.from({ length: 10_000 }, (_, at) =>
      aNode(`owner-${at % 97}/set-${at}`, 1, { uses: at % 13 }),
    );
    const start = performance.now();

    idsBy(nodes, { column: "name", descending: true });

    expect(performance.now() - start).toBeLessThan(800);
  });
});
