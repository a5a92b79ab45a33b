import { describe, expect, it } from "vitest";
import { aDatasetId, anEdge } from "../test-data.ts";
import { walk, type WalkDirection } from "./graph-walk.ts";

const edges = [
  anEdge("a/root", "b/top"),
  anEdge("a/root", "b/low"),
  anEdge("b/low", "c/far"),
  anEdge("b/low", "b/low"),
];
const placed = new Map([
  ["a/root", { x: 0, y: 0 }],
  ["b/top", { x: 100, y: -50 }],
  ["b/low", { x: 100, y: 10 }],
  ["c/far", { x: 200, y: 10 }],
]);
const step = (from: string, direction: WalkDirection) =>
  walk({ edges }, placed, { from: aDatasetId(from), direction });

describe("walking the graph with arrow keys", () => {
  it("goes right to the source that lies nearest", () => {
    expect(step("a/root", "right")).toBe("b/low");
  });

  it("goes left to what was built from it", () => {
    expect(step("c/far", "left")).toBe("b/low");
  });

  it("goes up and down in the column", () => {
    expect(step("b/low", "up")).toBe("b/top");
    expect(step("b/top", "down")).toBe("b/low");
  });

  it("stays at the border", () => {
    expect(step("a/root", "left")).toBeUndefined();
    expect(step("c/far", "right")).toBeUndefined();
    expect(step("b/top", "up")).toBeUndefined();
  });

  it("does not walk a self edge", () => {
    expect(step("b/low", "right")).toBe("c/far");
  });

  it("goes nowhere from a node that is not drawn", () => {
    expect(step("z/none", "right")).toBeUndefined();
  });
});
