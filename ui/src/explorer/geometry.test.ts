import { describe, expect, it } from "vitest";
import { fitView } from "./camera.ts";
import { curvePoint, edgePoint } from "./edge-curve.ts";
import { boundsOf, type Layout } from "./layout.ts";

const edge = { id: "e", from: "a", to: "b" };
const aLayout = (more: Partial<Layout> = {}): Layout => ({
  nodes: new Map([
    ["a", { x: 0, y: 0 }],
    ["b", { x: 200, y: 80 }],
  ]),
  bends: new Map(),
  columnGap: 200,
  ...more,
});

describe("the curve of an edge", () => {
  it("runs from end to end through the middle", () => {
    const [from, to] = [
      { x: 0, y: 0 },
      { x: 200, y: 80 },
    ];

    expect(curvePoint(from, to, 0)).toEqual(from);
    expect(curvePoint(from, to, 1)).toEqual(to);
    expect(curvePoint(from, to, 0.5)).toEqual({ x: 100, y: 40 });
  });

  it("bows down where it runs back, so that it does not hide the edge that it answers", () => {
    expect(curvePoint({ x: 200, y: 0 }, { x: 0, y: 0 }, 0.5).y).toBeGreaterThan(20);
  });

  it("passes its bends", () => {
    const bend = { x: 100, y: -60 };

    expect(edgePoint(edge, aLayout({ bends: new Map([["e", [bend]]]) }), 0.5)).toEqual(bend);
  });

  it("has no point when it leads to its own node, or to one that has no place", () => {
    expect(edgePoint({ ...edge, to: "a" }, aLayout(), 0.5)).toBeUndefined();
    expect(edgePoint({ ...edge, to: "z" }, aLayout(), 0.5)).toBeUndefined();
  });
});

describe("fitting the view", () => {
  const wide = { width: 1000, height: 700 };

  it("shows the whole graph on a wide page", () => {
    const { ratio, centre } = fitView({ left: 0, right: 4000, top: -500, bottom: 500 }, wide);

    const leftmost = centre.x - (wide.width / 2) * ratio;
    const rightmost = centre.x + (wide.width / 2) * ratio;
    expect(leftmost).toBeLessThan(0);
    expect(rightmost).toBeGreaterThan(4000);
  });

  it("does not blow a single node up", () => {
    expect(fitView({ left: 0, right: 0, top: 0, bottom: 0 }, wide).ratio).toBe(0.8);
  });

  const all = { left: 0, right: 4000, top: -500, bottom: 500 };
  const narrow = { width: 390, height: 700 };

  it("starts at the left end, readable, on a narrow page", () => {
    const { ratio, centre } = fitView(all, narrow, { left: 0, right: 200, top: -100, bottom: 100 });

    expect(ratio).toBe(1.5);
    expect(centre.x - (narrow.width / 2) * ratio).toBeLessThan(0);
    expect(centre.y).toBe(0);
  });

  it("shows the root's neighbours on a narrow page, however far apart they are", () => {
    const { ratio } = fitView(all, narrow, { left: 0, right: 200, top: -480, bottom: 480 });

    expect((narrow.height * ratio) / 2).toBeGreaterThan(480);
    expect(ratio).toBeLessThan(fitView(all, narrow).ratio);
  });

  it("shows the whole of a graph without a root on a narrow page too", () => {
    const { ratio, centre } = fitView(all, narrow);

    expect(centre.x - (narrow.width / 2) * ratio).toBeLessThan(0);
    expect(centre.x + (narrow.width / 2) * ratio).toBeGreaterThan(4000);
  });

  it("takes the bounds from the nodes that are shown", () => {
    expect(boundsOf(aLayout(), [{ id: "b" }])).toEqual({ left: 200, right: 200, top: 80, bottom: 80 });
    expect(boundsOf(aLayout(), [])).toEqual({ left: 0, right: 0, top: 0, bottom: 0 });
  });
});
