import { STATUSES, RELATIONS, type Relation, type Status } from "../../../schema/vocabulary.ts";
import { CONTAMINATED_LEVELS } from "../../../schema/contamination-level.ts";
import type { GraphShape, ShapeNode } from "./graph-shape.ts";
import { toNodeLook, type NodeLook } from "./node-look.ts";
import { DATE_STEPS, DOMAIN_SHADES, type DomainShade } from "./palette.ts";
import type { Shading } from "./shading.ts";
import { STATE_GLYPHS } from "./glyphs.ts";

/** What a mark is, as the legend names it. */
export const LEGEND_MARKS = [
  "dataset",
  "benchmark",
  "family",
  "model",
  "group",
  "website",
  "github",
  "paper",
  "kaggle",
  "name",
  "frontier",
  "gated",
  "not-found",
  "unreachable",
  "rate-limited",
  "skipped",
  "mentioned",
] as const;
export type LegendMark = (typeof LEGEND_MARKS)[number];
export type LegendLevel = (typeof CONTAMINATED_LEVELS)[number];

/** What a drawing holds, so that its legend explains that and nothing else. */
export interface LegendContent {
  readonly marks: readonly { readonly mark: LegendMark; readonly look: NodeLook }[];
  /** Empty while marks are shaded by date. */
  readonly domains: readonly DomainShade[];
  /** While marks are shaded by date, and any date is known. */
  readonly dates?: { readonly first: string; readonly last: string; readonly steps: typeof DATE_STEPS };
  readonly levels: readonly LegendLevel[];
  readonly statuses: readonly Status[];
  readonly relations: readonly Relation[];
}

export const legendContent = (shape: GraphShape, shading: Shading): LegendContent => {
  const looks = new Map<LegendMark, NodeLook>();
  for (const node of shape.nodes) {
    const mark = markOf(node);
    if (!looks.has(mark)) looks.set(mark, sampleOf(toNodeLook(node, shading)));
  }
  const domains = new Set<string>(shape.nodes.map((node) => node.domain ?? ""));
  const levels = new Set<string>(shape.nodes.map((node) => node.marks?.[0]?.level ?? ""));
  const relations = new Set(shape.edges.map((edge) => edge.relation));
  const hasDates = shading.kind === "date" && shading.first !== "";
  return {
    marks: LEGEND_MARKS.flatMap((mark) => {
      const look = looks.get(mark);
      return look === undefined ? [] : [{ mark, look }];
    }),
    domains: shading.kind === "domain" ? DOMAIN_SHADES.filter((domain) => domains.has(domain)) : [],
    ...(hasDates && { dates: { first: shading.first, last: shading.last, steps: DATE_STEPS } }),
    levels: CONTAMINATED_LEVELS.filter((level) => levels.has(level)),
    statuses: STATUSES.filter((status) => shape.edges.some((edge) => edge.status === status)),
    relations: RELATIONS.filter((relation) => relations.has(relation)),
  };
};

const markOf = ({ kind, state, registry }: ShapeNode): LegendMark => {
  if (state !== "traced" && state !== "terminal" && STATE_GLYPHS[state] !== undefined) return state;
  if (kind !== "off-hub") return kind;
  return registry === undefined || registry === "huggingface" ? "name" : registry;
};

/** Without what is this node's own. */
const sampleOf = (look: NodeLook): NodeLook => ({ ...look, ring: "none", letter: "" });
