import { describe, expect, it } from "vitest";
import { aLineage, aNode } from "../test-data.ts";
import { filterLineage } from "./graph-filter.ts";
import { DEFAULT_SORT, toTableRows, type TableSort } from "./table-rows.ts";
import { DEFAULT_VIEW } from "./view-state.ts";

const idsBy = (nodes: ReturnType<typeof aNode>[], sort: TableSort) => {
  const lineage = { root: aNode("a/root", 0).id, nodes, edges: [], total: nodes.length, truncated: false };
  return toTableRows(lineage, sort).map((row) => row.node.id);
};

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
});
