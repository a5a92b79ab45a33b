import { BACK_BOW, HANDLE_REACH, MIN_HANDLE, edgePoint } from "./edge-curve.ts";
import { toEdgeLook } from "./edge-look.ts";
import { GLYPHS, RELATION_GLYPHS } from "./glyphs.ts";
import type { GraphShape, ShapeEdge, ShapeNode } from "./graph-shape.ts";
import { boundsOf, type Layout, type Point } from "./layout.ts";
import { toNodeLook } from "./node-look.ts";
import type { Palette } from "./palette.ts";
import { BY_DOMAIN, type Shading } from "./shading.ts";
import { svgLabels } from "./svg-labels.ts";
import { svgLegend, type SvgLegendWords } from "./svg-legend.ts";
import { svgMark } from "./svg-mark.ts";
import { element, number, text } from "./svg-text.ts";

export interface SvgWords extends SvgLegendWords {
  /** Of the whole picture, for a screen reader and a file's title. */
  readonly title: string;
  readonly edge: (edge: ShapeEdge) => string;
  /** What stands beside a mark; of a group how many it stands for. */
  readonly label: (node: ShapeNode) => string;
}

export interface SvgPicture {
  readonly shape: GraphShape;
  readonly layout: Layout;
  readonly palette: Palette;
  readonly words: SvgWords;
  readonly shading?: Shading;
}

const MARGIN = 60;
const LABEL_ROOM = 260;
const FONT_PX = 12;
const FONT = "'Inter Variable', Inter, system-ui, sans-serif";

/** The drawing as a picture that stands alone: every node and edge with its label, its marks of contamination, and the legend. */
export const toSvg = (picture: SvgPicture): string => {
  const { shape, layout, palette, words, shading = BY_DOMAIN } = picture;
  const bounds = boundsOf(layout, shape.nodes);
  const legend = svgLegend({
    shape,
    shading,
    palette,
    words,
    width: bounds.right - bounds.left + LABEL_ROOM,
  });
  const radii = new Map(shape.nodes.map((node) => [node.id, toNodeLook(node).radius]));
  const left = bounds.left - MARGIN;
  const top = bounds.top - MARGIN;
  const width = bounds.right - bounds.left + 2 * MARGIN + LABEL_ROOM;
  const graphHeight = bounds.bottom - bounds.top + 2 * MARGIN;
  const height = graphHeight + legend.height;
  const box = [left, top, width, height].map(number).join(" ");
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: box,
      width: number(width),
      height: number(height),
      role: "img",
      "font-family": FONT,
      "font-size": FONT_PX,
    },
    [
      element("title", {}, [text(words.title)]),
      element("rect", {
        x: number(left),
        y: number(top),
        width: number(width),
        height: number(height),
        fill: palette.paper,
      }),
      element(
        "g",
        { id: "edges", fill: "none" },
        shape.edges.flatMap((edge) => svgEdge(edge, { ...picture, radii })),
      ),
      element(
        "g",
        { id: "nodes" },
        shape.nodes.flatMap((node) => svgNode(node, picture)),
      ),
      element("g", { id: "labels" }, svgLabels(picture, left)),
      element(
        "g",
        { id: "legend", transform: `translate(${number(bounds.left)} ${number(top + graphHeight)})` },
        legend.parts,
      ),
    ],
  );
};

const svgNode = (node: ShapeNode, { layout, palette, words, shading }: SvgPicture): readonly string[] => {
  const at = layout.nodes.get(node.id);
  if (at === undefined) return [];
  const look = toNodeLook(node, shading);
  const count = node.group === undefined ? [] : [groupCount(node.group.count, look.radius, palette)];
  return [
    element("g", { "data-id": node.id, transform: `translate(${number(at.x)} ${number(at.y)})` }, [
      element("title", {}, [text(node.group === undefined ? node.id : words.label(node))]),
      ...svgMark(look, palette),
      ...count,
    ]),
  ];
};

const groupCount = (count: number, radius: number, palette: Palette): string =>
  element(
    "text",
    {
      x: number(radius * -0.16),
      y: number(radius * -0.16 + 3.5),
      "text-anchor": "middle",
      "font-size": 10,
      "font-weight": 650,
      fill: palette.paper,
    },
    [text(`+${count}`)],
  );

interface EdgePicture extends SvgPicture {
  /** Of the marks, by node. */
  readonly radii: ReadonlyMap<string, number>;
}

const svgEdge = (edge: ShapeEdge, { layout, palette, words, radii }: EdgePicture): readonly string[] => {
  const from = layout.nodes.get(edge.from);
  const to = layout.nodes.get(edge.to);
  const middle = edgePoint(edge, layout, 0.5);
  if (from === undefined || to === undefined || middle === undefined) return [];
  const look = toEdgeLook(edge);
  const color = palette[look.color];
  const radius = radii.get(edge.from) ?? 0;
  const stops = [from, ...(layout.bends.get(edge.id) ?? []), to];
  const towards = (stops[1] ?? to).x < from.x ? -1 : 1;
  const tip = { x: from.x + (radius + 2) * towards, y: from.y };
  const line = element("path", {
    d: curve([tip, ...stops.slice(1)]),
    stroke: color,
    "stroke-width": number(look.width),
    "stroke-opacity": number(look.opacity),
    ...(look.dash > 0 && { "stroke-dasharray": `${look.dash} ${number(look.dash * 0.7)}` }),
  });
  const length = 6 + 1.5 * look.width;
  const half = 2.6 + 1.1 * look.width;
  const arrow = element("path", {
    d: `M${number(tip.x)} ${number(tip.y)}l${number(length * towards)} ${number(-half)}v${number(2 * half)}z`,
    fill: color,
  });
  return [
    element("g", { "data-id": edge.id }, [
      element("title", {}, [text(`${edge.from} ← ${edge.to}: ${words.edge(edge)}`)]),
      line,
      arrow,
      ...edgeSigns(edge, middle, palette),
    ]),
  ];
};

/** The sign of doubt, or the glyph of the relation, on a little paper of its own. */
const edgeSigns = (edge: ShapeEdge, at: Point, palette: Palette): readonly string[] => {
  const look = toEdgeLook(edge);
  const place = `translate(${number(at.x)} ${number(at.y)})`;
  const color = look.color === "edge" ? palette.muted : palette[look.color];
  if (look.sign !== "") {
    return [
      element("circle", { transform: place, r: 6, fill: palette.paper }),
      element(
        "text",
        { x: number(at.x), y: number(at.y + 4), "text-anchor": "middle", "font-weight": 600, fill: color },
        [text(look.sign)],
      ),
    ];
  }
  if (edge.relation === undefined) return [];
  return [
    element("circle", { transform: place, r: 5.5, fill: palette.paper }),
    element("path", {
      transform: place,
      d: GLYPHS[RELATION_GLYPHS[edge.relation]],
      stroke: color,
      "stroke-linecap": "round",
    }),
  ];
};

/** The same curve as the canvas draws: each piece leaves and arrives level. */
const curve = (stops: readonly Point[]): string =>
  stops
    .slice(1)
    .map((to, index) => {
      const from = stops[index] ?? to;
      const width = Math.abs(to.x - from.x);
      const isBack = to.x < from.x;
      const handle = Math.max(width * HANDLE_REACH, MIN_HANDLE) * (isBack ? -1 : 1);
      const bow = isBack ? width * BACK_BOW : 0;
      const start = index === 0 ? `M${number(from.x)} ${number(from.y)}` : "";
      const points = [from.x + handle, from.y + bow, to.x - handle, to.y + bow, to.x, to.y];
      return `${start}C${points.map(number).join(" ")}`;
    })
    .join("");
