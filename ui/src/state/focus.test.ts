import { describe, expect, test } from "vitest";
import { aDatasetId, anEdgeId } from "../test-data.ts";
import { createFocusIndex, focusOf, type FocusEdge } from "./focus.ts";

/** root <- middle <- top, and aside <- middle; read "a is built from b" from left to right. */
const EDGES: readonly FocusEdge[] = [
  { id: "e-root-middle", from: "a/root", to: "a/middle" },
  { id: "e-middle-top", from: "a/middle", to: "a/top" },
  { id: "e-aside-middle", from: "a/aside", to: "a/middle" },
];
const NODES = ["a/root", "a/middle", "a/top", "a/aside"];
const index = createFocusIndex(NODES, EDGES);
const dataset = (id: string) => ({ kind: "dataset", id: aDatasetId(id) }) as const;
const sorted = (set: ReadonlySet<string> | undefined) => set && [...set].toSorted();
const ofSelected = (focus: "neighbours" | "ancestry" | "descent", id: string) =>
  sorted(focusOf(index, { selection: dataset(id), focus })?.nodes);

describe("what is in focus", () => {
  test("nothing steps back while nothing is hovered or selected", () => {
    expect(focusOf(index, { focus: "ancestry" })).toBeUndefined();
  });

  test("a hovered dataset lights its neighbours, whatever the selection lights", () => {
    const lit = focusOf(index, {
      hovered: dataset("a/top"),
      selection: dataset("a/root"),
      focus: "ancestry",
    });

    expect(sorted(lit?.nodes)).toEqual(["a/middle", "a/top"]);
    expect(sorted(lit?.edges)).toEqual(["e-middle-top"]);
  });

  test("a selected dataset lights its neighbours, its ancestry or its descent", () => {
    expect(ofSelected("neighbours", "a/root")).toEqual(["a/middle", "a/root"]);
    expect(ofSelected("ancestry", "a/root")).toEqual(["a/middle", "a/root", "a/top"]);
    expect(ofSelected("descent", "a/top")).toEqual(["a/aside", "a/middle", "a/root", "a/top"]);
  });

  test("an edge lights its two ends", () => {
    const id = anEdgeId("a/root", "a/top");
    const one = createFocusIndex(NODES, [{ id, from: "a/root", to: "a/top" }, ...EDGES]);

    const lit = focusOf(one, { selection: { kind: "edge", id }, focus: "neighbours" });

    expect(sorted(lit?.nodes)).toEqual(["a/root", "a/top"]);
    expect(sorted(lit?.edges)).toEqual([id]);
  });

  test("a shown way wins over the selection, with what the canvas has of it", () => {
    const way = { nodes: ["a/root", "a/middle", "a/elsewhere"], edges: ["e-root-middle", "e-elsewhere"] };

    const lit = focusOf(index, { selection: dataset("a/aside"), focus: "neighbours", way });

    expect(sorted(lit?.nodes)).toEqual(["a/middle", "a/root"]);
    expect(sorted(lit?.edges)).toEqual(["e-root-middle"]);
  });

  test("a selection that the canvas lacks dims nothing", () => {
    expect(focusOf(index, { selection: dataset("a/elsewhere"), focus: "descent" })).toBeUndefined();
  });

  test("a circle ends, and ids that name object parts are ids like others", () => {
    const circle = createFocusIndex(
      ["__proto__", "constructor"],
      [
        { id: "one", from: "__proto__", to: "constructor" },
        { id: "two", from: "constructor", to: "__proto__" },
      ],
    );

    const lit = circle.closure("__proto__", "upstream");

    expect(sorted(lit.nodes)).toEqual(["__proto__", "constructor"]);
    expect(sorted(lit.edges)).toEqual(["one", "two"]);
    expect(circle.has("toString")).toBe(false);
  });

  test("hovering costs a look into a map at 10,000 nodes, and a whole ancestry a few milliseconds", () => {
    const nodes = Array.from({ length: 10_000 }, (_, place) => `n/${place}`);
    const edges = nodes.flatMap((from, place) =>
      [1, 7].map((step) => ({ id: `${place}+${step}`, from, to: `n/${(place + step) % 10_000}` })),
    );
    const large = createFocusIndex(nodes, edges);
    const hover = () => nodes.slice(0, 1000).forEach((id) => large.neighbours(id));
    hover();

    const start = performance.now();
    hover();
    const perHoverMs = (performance.now() - start) / 1000;
    // The last answer is kept, so another node is asked in between.
    const ancestriesMs = [0, 1, 2, 3, 4].map((turn) => {
      const before = performance.now();
      large.closure(`n/${turn}`, "upstream");
      return performance.now() - before;
    });
    const lit = large.closure("n/0", "upstream");

    expect(lit.nodes.size).toBe(10_000);
    // The best of several: the machine may do other things meanwhile.
    expect(perHoverMs).toBeLessThan(1);
    expect(Math.min(...ancestriesMs)).toBeLessThan(50);
  });
});
