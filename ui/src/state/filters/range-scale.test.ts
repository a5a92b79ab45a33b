import { describe, expect, it } from "vitest";
import { dayEdges, binOf, CONFIDENCE_EDGES, usesEdges } from "./histogram-bins.ts";
import { fromDayNumber, toDayNumber } from "./lineage-columns.ts";
import { brushed, createRangeScale, moveByKey, moveHandle } from "./range-scale.ts";

describe("the bars of a histogram", () => {
  it("are twenty of confidence", () => {
    expect(CONFIDENCE_EDGES).toHaveLength(21);
    expect(binOf(CONFIDENCE_EDGES, 0.05)).toBe(1);
    expect(binOf(CONFIDENCE_EDGES, 1)).toBe(19);
  });

  it("double in width with uses, from none and one on", () => {
    expect(usesEdges(9)).toEqual([0, 1, 2, 4, 8, 16]);
    expect(usesEdges(0)).toEqual([0, 1]);
  });

  it.each([
    ["2024-03-05", "2024-05-31", ["2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01"]],
    ["2024-02-29", "2024-02-29", ["2024-02-01", "2024-03-01"]],
  ])("are months from %s to %s", (first, last, expected) => {
    expect(dayEdges(toDayNumber(first), toDayNumber(last)).map(fromDayNumber)).toEqual(expected);
  });

  it("are quarters over several years, and years over many", () => {
    expect(
      dayEdges(toDayNumber("2018-05-05"), toDayNumber("2025-01-01")).map(fromDayNumber).slice(0, 2),
    ).toEqual(["2018-04-01", "2018-07-01"]);
    expect(
      dayEdges(toDayNumber("1999-05-05"), toDayNumber("2025-01-01")).map(fromDayNumber).slice(0, 2),
    ).toEqual(["1999-01-01", "2000-01-01"]);
  });
});

describe("a range along its bars", () => {
  const uses = createRangeScale([0, 1, 2, 4, 8], 1);

  it("is none with both handles at the ends", () => {
    expect(uses.toRange({ low: 0, high: 4 })).toBeUndefined();
    expect(uses.toHandles(undefined)).toEqual({ low: 0, high: 4 });
  });

  it("holds whole bars, and is open where a handle is at its end", () => {
    expect(uses.toRange({ low: 1, high: 3 })).toEqual([1, 3]);
    expect(uses.toRange({ low: 2, high: 4 })).toEqual([2, undefined]);
    expect(uses.toHandles([1, 3])).toEqual({ low: 1, high: 3 });
    expect(uses.toHandles([2, undefined])).toEqual({ low: 2, high: 4 });
  });

  it("puts a value that was typed between its bar's ends", () => {
    expect(uses.toHandles([3, undefined]).low).toBe(2.5);
    expect(uses.toHandles([100, undefined]).low).toBe(4);
  });

  it("moves by keys in whole bars and stays inside", () => {
    expect(moveByKey("ArrowRight", 1.5, 4)).toBe(2);
    expect(moveByKey("ArrowLeft", 1.5, 4)).toBe(1);
    expect(moveByKey("ArrowLeft", 0, 4)).toBe(0);
    expect(moveByKey("PageUp", 1, 20)).toBe(5);
    expect(moveByKey("End", 1, 20)).toBe(20);
    expect(moveByKey("Home", 1, 20)).toBe(0);
    expect(moveByKey("a", 1, 20)).toBeUndefined();
  });

  it("keeps its handles a bar apart", () => {
    expect(moveHandle({ low: 0, high: 2 }, "low", 3)).toEqual({ low: 1, high: 2 });
    expect(moveHandle({ low: 3, high: 5 }, "high", 1)).toEqual({ low: 3, high: 4 });
  });

  it("takes the bars that a brush touched, in either direction", () => {
    expect(brushed(1.2, 3.4, 5)).toEqual({ low: 1, high: 4 });
    expect(brushed(3.4, 1.2, 5)).toEqual({ low: 1, high: 4 });
    expect(brushed(2.5, 2.5, 5)).toEqual({ low: 2, high: 3 });
    expect(brushed(-3, 99, 5)).toEqual({ low: 0, high: 5 });
  });
});
