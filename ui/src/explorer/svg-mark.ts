import type { Ring } from "./contamination-ring.ts";
import { GLYPHS } from "./glyphs.ts";
import type { NodeLook } from "./node-look.ts";
import type { Palette } from "./palette.ts";
import { element, number } from "./svg-text.ts";

/** From the glyphs' box to a mark's radius, as on the canvas. */
const GLYPH_SCALE = 0.125;

/** A mark around the origin, in the forms that the canvas draws. */
export const svgMark = (look: NodeLook, palette: Palette): readonly string[] => {
  const color = palette[look.color];
  const parts = look.form === "stack" ? [backOf(look.radius, color, palette.paper)] : [];
  const paint =
    look.outline === "filled"
      ? { fill: color, stroke: "#00000059", "stroke-width": 1 }
      : {
          fill: look.outline === "dotted" ? color : palette.paper,
          ...(look.outline === "dotted" && { "fill-opacity": 0.24 }),
          stroke: color,
          "stroke-width": 1.7,
          ...(look.outline === "dotted" && { "stroke-dasharray": "2.5 2.5" }),
        };
  const glyph =
    look.glyph === undefined
      ? []
      : [
          element("path", {
            d: GLYPHS[look.glyph],
            transform: `scale(${number(look.radius * GLYPH_SCALE)})`,
            fill: "none",
            stroke: color,
            "stroke-width": 1.5,
            "stroke-linecap": "round",
          }),
        ];
  return [...ringOf(look.ring, look.radius, palette), ...parts, ...formOf(look, paint), ...glyph];
};

type Paint = Readonly<Record<string, string | number>>;

const formOf = ({ form, radius }: NodeLook, paint: Paint): readonly string[] => {
  const r = number(radius);
  switch (form) {
    case "circle":
      return [element("circle", { r, ...paint })];
    case "stack": {
      const shift = number(radius * -0.16);
      return [element("circle", { cx: shift, cy: shift, r: number(radius * 0.86), ...paint })];
    }
    case "diamond": {
      const reach = number(radius * 1.28);
      return [element("path", { d: `M0-${reach} ${reach} 0 0 ${reach}-${reach} 0z`, ...paint })];
    }
    case "triangle": {
      const half = radius * 1.12;
      const top = number((half * -2) / Math.sqrt(3));
      const base = number(half / Math.sqrt(3));
      return [element("path", { d: `M0 ${top}L${number(half)} ${base}H${number(-half)}z`, ...paint })];
    }
    case "dots":
      return [
        element("circle", { r: number(radius * 0.36), ...paint }),
        ...Array.from({ length: 7 }, (_, index) => {
          const turn = (index / 7) * 2 * Math.PI;
          const at = { cx: number(radius * 0.9 * Math.cos(turn)), cy: number(radius * 0.9 * Math.sin(turn)) };
          return element("circle", { ...at, r: number(radius * 0.27), ...paint });
        }),
      ];
    default:
      return form satisfies never;
  }
};

const backOf = (radius: number, color: string, paper: string): string =>
  element("circle", {
    cx: number(radius * 0.16),
    cy: number(radius * 0.16),
    r: number(radius * 0.86),
    fill: paper,
    stroke: color,
    "stroke-width": 1.7,
  });

const ringOf = (ring: Ring, radius: number, palette: Palette): readonly string[] => {
  const circle = (gap: number, width: number): string =>
    element("circle", {
      r: number(radius + gap),
      fill: palette.paper,
      stroke: palette.rubric,
      "stroke-width": width,
    });
  switch (ring) {
    case "none":
      return [];
    case "thin":
      return [circle(3.4, 1)];
    case "half": {
      const r = number(radius + 3.6);
      return [
        element("path", {
          d: `M0-${r}A${r} ${r} 0 0 1 0 ${r}`,
          fill: "none",
          stroke: palette.rubric,
          "stroke-width": 2.3,
        }),
      ];
    }
    case "solid":
      return [circle(3.6, 2.3)];
    case "double":
      return [circle(6.2, 1.6), circle(3.2, 1.6)];
    default:
      return ring satisfies never;
  }
};
