import type { ContaminationLevel } from "../../../../schema/contamination.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import type { LineageNode } from "../graph-filter.ts";

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

/** How a dataset stands to a benchmark. */
export interface Mark {
  readonly benchmark: DatasetId;
  readonly level: ContaminationLevel;
}

/** In lower case and without space around it; "" when no document tells it. */
export const licenceOf = (node: Pick<LineageNode, "licence">): string =>
  node.licence?.trim().toLowerCase() ?? "";

/** None while the service does not tell them. */
export const marksOf = (node: LineageNode): readonly Mark[] =>
  (node as LineageNode & { readonly marks?: readonly Mark[] }).marks ?? [];
