import type { Shade } from "../state/view-state.ts";
import type { GraphShape, ShapeNode } from "./graph-shape.ts";
import { DATE_STEPS, type PaletteRole } from "./palette.ts";

/** What the colour of a mark says in a drawing: its domain, or its date between the first and the last one drawn. */
export type Shading =
  | { readonly kind: "domain" }
  | { readonly kind: "date"; readonly first: string; readonly last: string };

export const BY_DOMAIN: Shading = { kind: "domain" };

/** The shading of a drawing; without any known date there is nothing to shade by, and all are unknown. */
export const shadingOf = (shade: Shade, shape: GraphShape): Shading => {
  if (shade === "domain") return BY_DOMAIN;
  const days = shape.nodes.flatMap((node) => node.createdOn ?? []).sort();
  return { kind: "date", first: days[0] ?? "", last: days.at(-1) ?? "" };
};

/** The colour of a dataset, a benchmark or a family. */
export const shadeOf = (node: ShapeNode, shading: Shading): PaletteRole => {
  if (shading.kind === "domain") return `domain-${node.domain ?? "unknown"}`;
  return node.createdOn === undefined ? "domain-unknown" : stepOf(node.createdOn, shading);
};

const stepOf = (day: string, { first, last }: { readonly first: string; readonly last: string }) => {
  const span = Date.parse(last) - Date.parse(first);
  const part = span > 0 ? (Date.parse(day) - Date.parse(first)) / span : 1;
  const step = Math.min(DATE_STEPS.length - 1, Math.max(0, Math.floor(part * DATE_STEPS.length)));
  return DATE_STEPS[step] ?? "domain-unknown";
};
