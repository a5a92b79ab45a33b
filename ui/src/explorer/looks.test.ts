import { describe, expect, it } from "vitest";
import { NODE_STATES } from "../../../schema/vocabulary.ts";
import { toEdgeLook } from "./edge-look.ts";
import { STATE_GLYPHS } from "./glyphs.ts";
import type { ShapeEdge, ShapeNode } from "./graph-shape.ts";
import { toNodeLook } from "./node-look.ts";

const aShape = (more: Partial<ShapeNode> = {}): ShapeNode => ({
  id: "a/b",
  kind: "dataset",
  name: "b",
  registry: "huggingface",
  state: "traced",
  uses: 0,
  isRoot: false,
  level: 1,
  ...more,
});
const aShapeEdge = (more: Partial<ShapeEdge> = {}): ShapeEdge => ({
  id: "e",
  from: "a",
  to: "b",
  status: "accepted",
  documents: 1,
  relation: "inclusion",
  kind: "derivation",
  ...more,
});

describe("the look of a node", () => {
  it.each(NODE_STATES.filter((state) => state !== "traced" && state !== "terminal"))(
    "tells %s from an ordinary leaf by outline and glyph",
    (state) => {
      const look = toNodeLook(aShape({ state }));

      expect(look.outline).toBe("dotted");
      expect(look.glyph).toBe(STATE_GLYPHS[state]);
    },
  );

  it("has a glyph of its own for each state that has one", () => {
    const glyphs = Object.values(STATE_GLYPHS).filter((glyph) => glyph !== undefined);

    expect(new Set(glyphs).size).toBe(glyphs.length);
  });

  it("is hollow off the Hub, a diamond for a benchmark, a triangle for a model", () => {
    expect(toNodeLook(aShape({ kind: "off-hub", registry: "github", state: "terminal" }))).toMatchObject({
      outline: "hollow",
      glyph: "code",
    });
    expect(toNodeLook(aShape({ kind: "benchmark" })).form).toBe("diamond");
    expect(toNodeLook(aShape({ kind: "model", registry: undefined, state: "terminal" }))).toMatchObject({
      form: "triangle",
      outline: "filled",
    });
  });

  it("grows with uses, slowly and up to a limit", () => {
    const radii = [0, 1, 10, 100, 10 ** 6, 10 ** 9].map((uses) => toNodeLook(aShape({ uses })).radius);

    expect(radii).toEqual([...radii].sort((one, other) => one - other));
    expect(radii[1]).toBeGreaterThan(radii[0] ?? 0);
    expect(radii.at(-1)).toBeLessThan(15);
  });
});

describe("the look of an edge", () => {
  it("differs by status in more than colour", () => {
    const looks = (["accepted", "flagged", "rejected"] as const).map((status) =>
      toEdgeLook(aShapeEdge({ status })),
    );

    expect(new Set(looks.map((look) => look.dash)).size).toBe(3);
    expect(new Set(looks.map((look) => look.sign)).size).toBe(3);
  });

  it("is wider the more documents agree, up to a limit", () => {
    const widths = [0, 1, 2, 4, 40].map((documents) => toEdgeLook(aShapeEdge({ documents })).width);

    expect(widths[0]).toBe(widths[1]);
    expect(widths[2]).toBeGreaterThan(widths[1] ?? 0);
    expect(widths[4]).toBe(widths[3]);
  });
});
