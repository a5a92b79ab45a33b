import type { LineageView } from "../../../../schema/api.ts";
import type { Derivation } from "../../../../schema/edge.ts";
import { CONTAMINATION_LEVELS } from "../../../../schema/contamination-level.ts";
import { RELATIONS, STATUSES } from "../../../../schema/vocabulary.ts";
import { creationDay } from "../creation-day.ts";
import { DOMAIN_CHOICES, LEVEL_CHOICES } from "../filter-state.ts";
import { NODE_KINDS, nodeKindOf } from "../node-kind.ts";
import type { LineageNode } from "../shown-lineage.ts";
import { licenceOf } from "./facets.ts";

const DAY_MS = 86_400_000;
/** Of a dataset without a date: before every day. */
export const NO_DAY = -(2 ** 31);

/** Days since 1970 of a day as 2025-11-24. */
export const toDayNumber = (day: string): number => Math.floor(Date.parse(day) / DAY_MS);

/** The day, as 2025-11-24, that a number of days since 1970 stands for. */
export const fromDayNumber = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/**
 * A lineage in columns, read once, so that each filter is a walk over numbers. A dataset or derivation is its position in `nodes`
 * or `edges`; a kind, relation, status or domain its position in the list of them, domains as bits.
 */
export interface LineageColumns {
  readonly view: LineageView;
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly Derivation[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly kind: Uint8Array;
  readonly domains: Uint16Array;
  /** Position in `licences`. */
  readonly licence: Uint32Array;
  readonly licences: readonly string[];
  /** Days since 1970, or `NO_DAY`. */
  readonly day: Int32Array;
  readonly uses: Uint32Array;
  /** Position in `LEVEL_CHOICES` of the strongest mark. */
  readonly level: Uint8Array;
  readonly status: Uint8Array;
  readonly relation: Uint8Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** The edges of the n-th dataset, at either end: `edgesOf` from `firstEdge[n]` up to `firstEdge[n + 1]`. */
  readonly firstEdge: Uint32Array;
  readonly edgesOf: Uint32Array;
}

export const toLineageColumns = (view: LineageView): LineageColumns => {
  const { nodes } = view;
  const indexOf = new Map<string, number>(nodes.map((node, index) => [node.id, index]));
  // An edge without both ends would lead nowhere.
  const edges = view.edges.filter(
    (edge): edge is Derivation =>
      edge.kind === "derivation" && indexOf.has(edge.from) && indexOf.has(edge.to),
  );
  const licences = [...new Set(nodes.map(licenceOf))];
  const licenceIndex = new Map(licences.map((licence, index) => [licence, index]));
  const from = column(new Uint32Array(edges.length), edges, (edge) => indexOf.get(edge.from) ?? 0);
  const to = column(new Uint32Array(edges.length), edges, (edge) => indexOf.get(edge.to) ?? 0);
  return {
    view,
    nodes,
    edges,
    indexOf,
    kind: column(new Uint8Array(nodes.length), nodes, (node) => NODE_KINDS.indexOf(nodeKindOf(node))),
    domains: column(new Uint16Array(nodes.length), nodes, domainBits),
    licence: column(new Uint32Array(nodes.length), nodes, (node) => licenceIndex.get(licenceOf(node)) ?? 0),
    licences,
    day: column(new Int32Array(nodes.length), nodes, dayOf),
    uses: column(new Uint32Array(nodes.length), nodes, (node) => node.uses),
    level: column(new Uint8Array(nodes.length), nodes, ({ marks }) => strongestLevel(marks)),
    status: column(new Uint8Array(edges.length), edges, (edge) => STATUSES.indexOf(edge.status)),
    relation: column(new Uint8Array(edges.length), edges, (edge) => RELATIONS.indexOf(edge.relation)),
    from,
    to,
    ...toNeighbours(nodes.length, from, to),
  };
};

/** The strongest of the marks, of the given benchmarks when there are some, as a position in `LEVEL_CHOICES`. */
export const strongestLevel = (marks: LineageNode["marks"], benchmarks: readonly string[] = []): number => {
  let strongest: number = LEVEL_CHOICES.indexOf("none");
  for (const { benchmark, level } of marks) {
    if (benchmarks.length > 0 && !benchmarks.includes(benchmark)) continue;
    strongest = Math.min(strongest, CONTAMINATION_LEVELS.indexOf(level));
  }
  return strongest;
};

/** Filled in place: an iterator over each of many columns costs more than the numbers. */
const column = <Column extends Uint8Array | Uint16Array | Uint32Array | Int32Array, Item>(
  empty: Column,
  items: readonly Item[],
  valueOf: (item: Item) => number,
): Column => {
  for (const [index, item] of items.entries()) empty[index] = valueOf(item);
  return empty;
};

const UNKNOWN_DOMAIN = 1 << DOMAIN_CHOICES.indexOf("unknown");

const domainBits = ({ domains = [] }: LineageNode): number =>
  domains.length === 0
    ? UNKNOWN_DOMAIN
    : domains.reduce((bits, domain) => bits | (1 << DOMAIN_CHOICES.indexOf(domain)), 0);

const dayOf = (node: LineageNode): number => {
  const day = creationDay(node);
  return day === undefined ? NO_DAY : toDayNumber(day);
};

const toNeighbours = (
  nodes: number,
  from: Uint32Array,
  to: Uint32Array,
): Pick<LineageColumns, "firstEdge" | "edgesOf"> => {
  const firstEdge = new Uint32Array(nodes + 1);
  const add = (place: number, by: number): number => (firstEdge[place] = (firstEdge[place] ?? 0) + by);
  for (const ends of [from, to]) for (const node of ends) add(node + 1, 1);
  for (let node = 0; node < nodes; node += 1) add(node + 1, firstEdge[node] ?? 0);
  const edgesOf = new Uint32Array(from.length * 2);
  const next = firstEdge.slice();
  for (const ends of [from, to]) {
    for (let edge = 0; edge < ends.length; edge += 1) {
      const node = ends[edge] ?? 0;
      const place = next[node] ?? 0;
      edgesOf[place] = edge;
      next[node] = place + 1;
    }
  }
  return { firstEdge, edgesOf };
};
