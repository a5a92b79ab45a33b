import type { LineageNode } from "../shown-lineage.ts";

/** All that a filter can ask of a lineage. Each is one bit of what hides a dataset or an edge. */
export const FACETS = [
  "status",
  "relation",
  "kind",
  "domain",
  "licence",
  "level",
  "benchmark",
  "confidence",
  "created",
  "uses",
  "datasets",
  "asOf",
] as const;
export type Facet = (typeof FACETS)[number];

export const FACET_BITS = Object.fromEntries(FACETS.map((facet, index) => [facet, 1 << index])) as Record<
  Facet,
  number
>;

/** In lower case and without space around it; "" when no document tells it. */
export const licenceOf = (node: Pick<LineageNode, "licence">): string =>
  node.licence?.trim().toLowerCase() ?? "";
