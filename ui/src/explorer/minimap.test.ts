import { assert, double, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { createMinimap } from "./minimap.ts";

const SIZE = { width: 160, height: 100 };
const BOUNDS = { left: -230, right: 1_840, top: -900, bottom: 300 };

describe("the overview", () => {
  test("holds the whole drawing", () => {
    const map = createMinimap(BOUNDS, SIZE);

    for (const x of [BOUNDS.left, BOUNDS.right]) {
      for (const y of [BOUNDS.top, BOUNDS.bottom]) {
        const at = map.toMap({ x, y });
        expect(at.x).toBeGreaterThanOrEqual(0);
        expect(at.x).toBeLessThanOrEqual(SIZE.width);
        expect(at.y).toBeGreaterThanOrEqual(0);
        expect(at.y).toBeLessThanOrEqual(SIZE.height);
      }
    }
  });

  test("leads from a point of it back to the same place of the drawing", () => {
    const map = createMinimap(BOUNDS, SIZE);

    assert(
      property(double({ min: -2_000, max: 2_000, noNaN: true }), (x) => {
        expect(map.toLayout(map.toMap({ x, y: 7 })).x).toBeCloseTo(x, 3);
      }),
    );
  });

  test("frames what the canvas shows, and stays inside while that does not", () => {
    const map = createMinimap(BOUNDS, SIZE);

    const part = map.frameOf({ left: 0, right: 400, top: -100, bottom: 100 });
    const everything = map.frameOf({ left: -9_000, right: 9_000, top: -9_000, bottom: 9_000 });
    const nothing = map.frameOf({ left: 9_000, right: 9_001, top: 9_000, bottom: 9_001 });

    expect(part.width).toBeLessThan(SIZE.width / 2);
    expect(everything).toEqual({ x: 0, y: 0, ...SIZE });
    expect(nothing.x + nothing.width).toBeLessThanOrEqual(SIZE.width);
    expect(nothing.width).toBeGreaterThan(0);
  });

  test("has a place for a single node", () => {
    const at = createMinimap({ left: 0, right: 0, top: 0, bottom: 0 }, SIZE).toMap({ x: 0, y: 0 });

    expect(Number.isFinite(at.x) && Number.isFinite(at.y)).toBe(true);
  });
});
