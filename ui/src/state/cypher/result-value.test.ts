import { describe, expect, it } from "vitest";
import { datasetInColumn, datasetOf, nameOf, textOf, toResultValue } from "./result-value.ts";
import { nextSort, sortRows } from "./sort-rows.ts";

const aNode = (properties: Record<string, unknown>, labels = ["Dataset"]) => ({
  kind: "node" as const,
  elementId: "1",
  labels,
  properties,
});

describe("values of a result", () => {
  it("are known by what they are", () => {
    expect([null, "a", 1, true, [1], { a: 1 }, aNode({})].map((value) => toResultValue(value).kind)).toEqual([
      "null",
      "text",
      "number",
      "boolean",
      "list",
      "map",
      "node",
    ]);
  });

  it.each([
    { kind: "node", name: "I am none" },
    { ...aNode({}), labels: "Dataset" },
    { ...aNode({}), labels: [1] },
    { ...aNode({}), properties: [] },
    { ...aNode({}), elementId: 1 },
    { kind: "relationship", elementId: "1", type: "T", start: "1", properties: {} },
    { kind: "path", nodes: [aNode({}), { kind: "node" }], relationships: [] },
    { kind: "path", nodes: [aNode({})] },
    { kind: "toString" },
  ])("are maps where they only claim to be more: %j", (value) => {
    expect(toResultValue(value).kind).toBe("map");
  });

  it("keep keys that objects have by nature", () => {
    const hostile: unknown = JSON.parse('{"__proto__": 1, "constructor": 2}');

    expect(toResultValue(hostile)).toEqual({
      kind: "map",
      entries: [
        ["__proto__", 1],
        ["constructor", 2],
      ],
    });
  });

  it("are named by what names them best", () => {
    expect(nameOf(aNode({ id: "a/b", name: "b" }))).toBe("a/b");
    expect(nameOf(aNode({ count: 1 }, ["Trace"]))).toBe(":Trace");
    expect(textOf({ kind: "path", nodes: [aNode({ id: "a" }), aNode({ id: "b" })], relationships: [] })).toBe(
      "a → b",
    );
  });

  it("lead to the explorer only where they are datasets", () => {
    expect(datasetOf(aNode({ id: "a/b" }))).toBe("a/b");
    expect(datasetOf(aNode({ id: "a/b" }, ["Model"]))).toBeUndefined();
    expect(datasetInColumn("source", "a/b")).toBe("a/b");
    expect(datasetInColumn("licence", "a/b")).toBeUndefined();
    expect(datasetInColumn("source", "two words/and more")).toBeUndefined();
  });
});

describe("sorted rows", () => {
  const rows = [
    ["b", 2],
    ["a", null],
    ["a10", 10],
    ["a9", 1],
  ];

  it("go by number and text as people order them, with null last either way", () => {
    expect(sortRows(rows, { column: 0, order: "up" }).map(([name]) => name)).toEqual(["a", "a9", "a10", "b"]);
    expect(sortRows(rows, { column: 1, order: "up" }).map(([, n]) => n)).toEqual([1, 2, 10, null]);
    expect(sortRows(rows, { column: 1, order: "down" }).map(([, n]) => n)).toEqual([10, 2, 1, null]);
  });

  it("come back to the order of the answer", () => {
    expect(nextSort(nextSort(nextSort(undefined, 1), 1), 1)).toBeUndefined();
    expect(sortRows(rows, undefined)).toBe(rows);
  });
});
