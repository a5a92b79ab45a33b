import { describe, expect, it } from "vitest";
import { boxBetween, datasetsInBox, toLayoutBox } from "./datasets-in-box.ts";
import type { ShapeNode } from "./graph-shape.ts";
import type { LaidOut } from "./layout-flow.ts";

const aShapeNode = (id: string, more: Partial<ShapeNode> = {}): ShapeNode => ({
  id,
  kind: "dataset",
  name: id,
  registry: "huggingface",
  state: "traced",
  uses: 0,
  isRoot: false,
  level: 1,
  ...more,
});

const drawn = (nodes: readonly ShapeNode[]): LaidOut => ({
  shape: { root: "a/1", nodes, edges: [] },
  layout: {
    nodes: new Map(nodes.map(({ id }, index) => [id, { x: index * 100, y: index * 10 }])),
    bends: new Map(),
    columnGap: 100,
  },
});

const everything = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

describe("a box", () => {
  it("is the same from whichever corner it was drawn", () => {
    const box = { left: 10, right: 30, top: 5, bottom: 50 };

    expect(boxBetween({ x: 10, y: 50 }, { x: 30, y: 5 })).toEqual(box);
    expect(boxBetween({ x: 30, y: 5 }, { x: 10, y: 50 })).toEqual(box);
  });

  it("lies on the part of the layout that is under it, moved and zoomed", () => {
    const viewport = { left: -100, right: 1_900, top: 50, bottom: 1_050 };
    const box = { left: 0, right: 500, top: 100, bottom: 250 };

    expect(toLayoutBox(box, { width: 1_000, height: 500, viewport })).toEqual({
      left: -100,
      right: 900,
      top: 250,
      bottom: 550,
    });
  });
});

describe("the datasets in it", () => {
  it("are those whose middle is inside", () => {
    const laidOut = drawn([aShapeNode("a/1"), aShapeNode("a/2"), aShapeNode("a/3")]);
    const shown = new Set(["a/1", "a/2", "a/3"]);

    expect(datasetsInBox(laidOut, { left: 50, right: 200, top: 0, bottom: 20 }, shown)).toEqual([
      "a/2",
      "a/3",
    ]);
    expect(datasetsInBox(laidOut, { left: 50, right: 200, top: 0, bottom: 19 }, shown)).toEqual(["a/2"]);
  });

  it("are no models", () => {
    const model = aShapeNode("model a/1", { kind: "model" });

    expect(datasetsInBox(drawn([model]), everything, new Set(["model a/1"]))).toEqual([]);
  });

  it("are all that a group there stands for, as far as it is shown", () => {
    const group = aShapeNode("group 1", {
      kind: "group",
      group: { count: 3, contaminated: 0, members: ["a/5", "a/6", "a/7"] },
    });

    expect(datasetsInBox(drawn([group]), everything, new Set(["a/5", "a/7"]))).toEqual(["a/5", "a/7"]);
  });
});
