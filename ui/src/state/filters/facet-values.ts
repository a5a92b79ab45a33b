import { LEVEL_CHOICES } from "../filter-state.ts";
import { NODE_KINDS } from "../node-kind.ts";
import { RELATIONS, STATUSES } from "../../../../schema/vocabulary.ts";
import { binOf, type BinEdges, CONFIDENCE_EDGES, dayEdges, usesEdges } from "./histogram-bins.ts";
import { type LineageColumns, NO_DAY } from "./lineage-columns.ts";

/** Which of its facet's values each dataset or edge has: 0 to `size` - 1, or `NO_VALUE`. */
export interface FacetValues {
  readonly size: number;
  readonly of: Uint8Array | Uint16Array | Uint32Array;
}

export const NO_VALUE = 0xffff;

/** The values of a lineage, read once: a filter changes what is shown of them, and not which they are. */
export interface LineageValues {
  readonly status: FacetValues;
  readonly relation: FacetValues;
  readonly kind: FacetValues;
  readonly licence: FacetValues;
  readonly confidence: FacetValues;
  readonly created: FacetValues;
  /** 0 for what has no date. */
  readonly undated: FacetValues;
  readonly uses: FacetValues;
  /** Where the bars lie. */
  readonly edges: { readonly created: BinEdges; readonly uses: BinEdges };
}

export const toLineageValues = (columns: LineageColumns): LineageValues => {
  const { edges, status, day, uses } = columns;
  const rejected = STATUSES.indexOf("rejected");
  const dated = day.filter((one) => one !== NO_DAY);
  const bars = {
    created: dated.length === 0 ? [] : dayEdges(least(dated), largest(dated)),
    uses: usesEdges(largest(uses)),
  };
  return {
    status: { size: STATUSES.length, of: status },
    relation: { size: RELATIONS.length, of: columns.relation },
    kind: { size: NODE_KINDS.length, of: columns.kind },
    licence: { size: columns.licences.length, of: columns.licence },
    confidence: toValues(CONFIDENCE_EDGES, edges.length, (index) =>
      // Nobody has confidence in what was rejected.
      status[index] === rejected ? undefined : edges[index]?.confidence,
    ),
    created: toValues(bars.created, day.length, (index) => (day[index] === NO_DAY ? undefined : day[index])),
    undated: { size: 1, of: Uint16Array.from(day, (one) => (one === NO_DAY ? 0 : NO_VALUE)) },
    uses: toValues(bars.uses, uses.length, (index) => uses[index]),
    edges: bars,
  };
};

export const LEVEL_COUNT = LEVEL_CHOICES.length;

const toValues = (
  edges: BinEdges,
  length: number,
  valueOf: (index: number) => number | undefined,
): FacetValues => {
  const of = new Uint16Array(length);
  for (let index = 0; index < length; index += 1) {
    const value = valueOf(index);
    of[index] = value === undefined ? NO_VALUE : binOf(edges, value);
  }
  return { size: Math.max(0, edges.length - 1), of };
};

const largest = (values: ArrayLike<number>): number => {
  let most = 0;
  for (let index = 0; index < values.length; index += 1) most = Math.max(most, values[index] ?? 0);
  return most;
};

const least = (values: Int32Array): number =>
  values.reduce((one, other) => Math.min(one, other), values[0] ?? 0);
