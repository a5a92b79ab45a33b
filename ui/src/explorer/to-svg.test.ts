import { describe, expect, test } from "vitest";
import { modelNodeId, type GraphShape, type ShapeNode } from "./graph-shape.ts";
import type { Layout } from "./layout.ts";
import { PALETTE_ROLES, type Palette } from "./palette.ts";
import { toSvg, type SvgPicture } from "./to-svg.ts";
import { legendWords } from "../words/legend-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { canvasWords } from "../words/canvas-words.ts";
import { edgeWords } from "../words/edge-words.ts";

const palette = Object.fromEntries(PALETTE_ROLES.map((role) => [role, `#${role}`])) as Palette;

const aShapeNode = (id: string, more: Partial<ShapeNode> = {}): ShapeNode => ({
  id,
  kind: "dataset",
  name: id,
  registry: "huggingface",
  state: "traced",
  uses: 0,
  isRoot: false,
  level: 0,
  ...more,
});

const shape: GraphShape = {
  root: "a/root",
  nodes: [
    aShapeNode("a/root", { isRoot: true, marks: [{ benchmark: "b/bench", level: "declared" }] }),
    aShapeNode("b/<script>alert(1)</script>"),
    aShapeNode("b/bench", { kind: "benchmark" }),
    aShapeNode("many", { kind: "group", group: { count: 98, contaminated: 3, memberKind: "dataset" } }),
    aShapeNode(modelNodeId("m/model"), { kind: "model" }),
  ],
  edges: [
    {
      id: "one",
      from: "a/root",
      to: "b/bench",
      status: "accepted",
      documents: 1,
      kind: "derivation",
      relation: "inclusion",
    },
    {
      id: "two",
      from: "a/root",
      to: "b/<script>alert(1)</script>",
      status: "flagged",
      documents: 1,
      kind: "derivation",
      relation: "fusion",
    },
    {
      id: "three",
      from: "a/root",
      to: "many",
      status: "rejected",
      documents: 1,
      kind: "derivation",
      relation: "fusion",
      count: 98,
    },
  ],
};
const layout: Layout = {
  nodes: new Map(shape.nodes.map(({ id }, index) => [id, { x: index === 0 ? 0 : 230, y: index * 30 }])),
  bends: new Map(),
  columnGap: 230,
};
const aPicture = (more: Partial<SvgPicture> = {}): SvgPicture => ({
  shape,
  layout,
  palette,
  words: {
    title: "Lineage of a/root",
    legend: legendWords(),
    domain: vocabularyWords().domain,
    relation: canvasWords().relation,
    edge: edgeWords,
    label: (node) => (node.group === undefined ? node.name : "98 datasets, 3 contaminated"),
  },
  ...more,
});
const count = (svg: string, part: string): number => svg.split(part).length - 1;

describe("a drawing as SVG", () => {
  test("has every node, edge and label", () => {
    const svg = toSvg(aPicture());

    for (const { id } of shape.edges) expect(count(svg, `data-id="${id}"`)).toBe(1);
    expect(count(svg, "data-id=")).toBe(shape.nodes.length + shape.edges.length);
    expect(svg).toContain(">a/root</text>");
    expect(svg).toContain("98 datasets, 3 contaminated</text>");
    expect(svg).toContain("+98");
  });

  test("marks contamination by ring and letter", () => {
    const svg = toSvg(aPicture());

    expect(svg).toContain('stroke="#rubric"');
    expect(svg).toMatch(/<tspan[^>]*fill="#rubric"[^>]*>D /);
  });

  test("tells statuses apart by dashes, and doubt by its sign", () => {
    const svg = toSvg(aPicture());

    expect(svg).toContain('stroke-dasharray="6 4.2"');
    expect(svg).toContain('stroke-dasharray="2 1.4"');
    expect(svg).toContain(">?</text>");
  });

  test("explains in its legend what is drawn, and nothing else", () => {
    const svg = toSvg(aPicture());

    expect(svg).toContain(legendWords().level.declared);
    expect(svg).not.toContain(legendWords().level.measured);
    expect(svg).not.toContain(legendWords().mark.family);
  });

  test("turns nothing of a name into an element, and shows what is invisible in it", () => {
    const hostile = aShapeNode("x/y", { name: 'a"><image href=x onerror=alert(1)>\u202e\u0000\ud800' });
    const svg = toSvg(
      aPicture({
        shape: { ...shape, nodes: [hostile], edges: [] },
        layout: { ...layout, nodes: new Map([["x/y", { x: 0, y: 0 }]]) },
      }),
    );

    expect(svg).not.toContain("<image");
    expect(svg).not.toContain("<script");
    expect(svg).toContain("[U+202E]");
    expect(() => encodeURIComponent(svg)).not.toThrow();
    expect(svg).not.toContain("\u0000");
  });

  test("leaves out what has no place", () => {
    const svg = toSvg(aPicture({ layout: { ...layout, nodes: new Map([["a/root", { x: 0, y: 0 }]]) } }));

    expect(count(svg, "data-id=")).toBe(1);
  });
});
