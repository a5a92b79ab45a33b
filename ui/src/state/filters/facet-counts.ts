import { RELATIONS, type Relation, STATUSES, type Status } from "../../../../schema/vocabulary.ts";
import { DOMAIN_CHOICES, type DomainChoice, LEVEL_CHOICES, type LevelChoice } from "../filter-state.ts";
import { NODE_KINDS, type NodeKind } from "../node-kind.ts";
import { type Facet, FACET_BITS } from "./facets.ts";
import { binOf, type BinEdges, CONFIDENCE_EDGES, dayEdges, usesEdges } from "./histogram-bins.ts";
import { NO_DAY } from "./lineage-columns.ts";
import { joinedNodes, type Joining } from "./joined-nodes.ts";
import { type Bin, countValues, type ValueCount } from "./value-counts.ts";

export type CountOf<Value> = readonly (ValueCount & { readonly value: Value })[];

/** What each facet has to choose from. `shown` is what the filters of all other facets leave. */
export interface FacetCounts {
  readonly status: CountOf<Status>;
  readonly relation: CountOf<Relation>;
  readonly kind: CountOf<NodeKind>;
  readonly domain: CountOf<DomainChoice>;
  /** The most frequent ones first. */
  readonly licence: CountOf<string>;
  readonly level: CountOf<LevelChoice>;
  /** Benchmarks that a mark of the lineage names, those with the most marked datasets first. */
  readonly benchmark: CountOf<string>;
  readonly confidence: readonly Bin[];
  /** Bars are months, quarters or years; ends are days since 1970. */
  readonly created: readonly Bin[];
  readonly undated: ValueCount;
  readonly uses: readonly Bin[];
}

const EVERYTHING = 0xffff & ~FACET_BITS.asOf;

/** Counts all facets of a lineage, each as if it had no filter itself. */
export const countFacets = (joining: Joining): FacetCounts => {
  const { columns, hidden } = joining;
  const { nodes, edges, licences } = columns;
  const seen = createViews(joining);
  const ofNodes = (facet: Facet, size: number, of: (index: number) => number) =>
    countValues({ size, of }, nodes.length, seen(facet).node);
  const ofEdges = (facet: Facet, size: number, of: (index: number) => number) =>
    countValues({ size, of }, edges.length, seen(facet).edge);
  const dated = columns.day.filter((day) => day !== NO_DAY);
  const bars = { uses: usesEdges(mostOf(nodes, (node) => node.uses)), created: toDayEdges(dated) };
  const hasDay = (index: number): boolean => columns.day[index] !== NO_DAY;
  return {
    status: named(STATUSES, ofEdges("status", STATUSES.length, at(columns.status))),
    relation: named(RELATIONS, ofEdges("relation", RELATIONS.length, at(columns.relation))),
    kind: named(NODE_KINDS, ofNodes("kind", NODE_KINDS.length, at(columns.kind))),
    domain: named(
      DOMAIN_CHOICES,
      DOMAIN_CHOICES.map((_, bit) => {
        const has = (index: number): number => (((columns.domains[index] ?? 0) & (1 << bit)) === 0 ? -1 : 0);
        return ofNodes("domain", 1, has)[0] ?? NONE;
      }),
    ),
    licence: mostFirst(named(licences, ofNodes("licence", licences.length, at(columns.licence)))),
    level: named(LEVEL_CHOICES, ofNodes("level", LEVEL_CHOICES.length, at(hidden.level))),
    benchmark: countBenchmarks(joining, seen("benchmark").node),
    confidence: toBins(
      CONFIDENCE_EDGES,
      ofEdges("confidence", CONFIDENCE_EDGES.length - 1, (index) =>
        edges[index]?.status === "rejected" ? -1 : binOf(CONFIDENCE_EDGES, edges[index]?.confidence ?? 0),
      ),
    ),
    created: toBins(
      bars.created,
      ofNodes("created", bars.created.length - 1, (index) =>
        hasDay(index) ? binOf(bars.created, columns.day[index] ?? 0) : -1,
      ),
    ),
    undated: ofNodes("created", 1, (index) => (hasDay(index) ? -1 : 0))[0] ?? NONE,
    uses: toBins(
      bars.uses,
      ofNodes("uses", bars.uses.length - 1, (index) => binOf(bars.uses, nodes[index]?.uses ?? 0)),
    ),
  };
};

const NONE: ValueCount = { shown: 0, all: 0 };

interface SeenWithout {
  readonly node: (index: number) => boolean;
  readonly edge: (index: number) => boolean;
}

/** What is shown when one facet's filter is lifted. A facet that hides nothing changes nothing: they all share one walk. */
const createViews = (joining: Joining): ((facet: Facet) => SeenWithout) => {
  const { columns, hidden } = joining;
  const used = bitsUsed(hidden.nodes) | bitsUsed(hidden.edges);
  const known = new Map<number, SeenWithout>();
  return (facet) => {
    const lifted = FACET_BITS[facet] & used;
    const before = known.get(lifted);
    if (before !== undefined) return before;
    const obeyed = 0xffff & ~lifted;
    const joined = joinedNodes(joining, EVERYTHING & obeyed);
    const node = (index: number): boolean =>
      joined[index] === 1 && ((hidden.nodes[index] ?? 0) & obeyed) === 0;
    const edge = (index: number): boolean =>
      ((hidden.edges[index] ?? 0) & obeyed) === 0 &&
      node(columns.from[index] ?? 0) &&
      node(columns.to[index] ?? 0);
    const seen = { node, edge };
    known.set(lifted, seen);
    return seen;
  };
};

const bitsUsed = (bits: Uint16Array): number => bits.reduce((used, one) => used | one, 0);

const at =
  (column: Uint8Array | Uint32Array) =>
  (index: number): number =>
    column[index] ?? 0;

const named = <Value>(values: readonly Value[], counts: readonly ValueCount[]): CountOf<Value> =>
  values.map((value, index) => ({ value, ...(counts[index] ?? NONE) }));

const mostFirst = (counts: CountOf<string>): CountOf<string> =>
  counts.toSorted((one, other) => other.all - one.all || (one.value < other.value ? -1 : 1));

const countBenchmarks = ({ columns }: Joining, isShown: (index: number) => boolean): CountOf<string> => {
  const counts = new Map<string, { shown: number; all: number }>();
  for (const [index, node] of columns.nodes.entries()) {
    for (const benchmark of new Set(node.marks.map((mark) => mark.benchmark))) {
      const count = counts.get(benchmark) ?? { shown: 0, all: 0 };
      counts.set(benchmark, { all: count.all + 1, shown: count.shown + (isShown(index) ? 1 : 0) });
    }
  }
  return mostFirst([...counts].map(([value, count]) => ({ value, ...count })));
};

const toDayEdges = (days: Int32Array): BinEdges =>
  days.length === 0
    ? []
    : dayEdges(
        days.reduce((a, b) => Math.min(a, b)),
        days.reduce((a, b) => Math.max(a, b)),
      );

const toBins = (edges: BinEdges, counts: readonly ValueCount[]): readonly Bin[] =>
  counts.map((count, index) => ({ from: edges[index] ?? 0, to: edges[index + 1] ?? 0, ...count }));

const mostOf = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((most, item) => Math.max(most, of(item)), 0);
