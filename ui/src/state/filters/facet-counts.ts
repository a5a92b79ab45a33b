import { RELATIONS, type Relation, STATUSES, type Status } from "../../../../schema/vocabulary.ts";
import { DOMAIN_CHOICES, type DomainChoice, LEVEL_CHOICES, type LevelChoice } from "../filter-state.ts";
import { NODE_KINDS, type NodeKind } from "../node-kind.ts";
import { LEVEL_COUNT, type LineageValues } from "./facet-values.ts";
import { type BinEdges, CONFIDENCE_EDGES } from "./histogram-bins.ts";
import type { Joining } from "./joined-nodes.ts";
import type { LineageColumns } from "./lineage-columns.ts";
import { createSeenWithout, type Seen } from "./seen-without.ts";
import { type Bin, countBits, countValues, type ValueCount } from "./value-counts.ts";

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

/** Counts all facets of a lineage, each as if it had no filter itself. */
export const countFacets = (joining: Joining, values: LineageValues): FacetCounts => {
  const { columns, hidden } = joining;
  const seen = createSeenWithout(joining);
  const domains = { size: DOMAIN_CHOICES.length, of: columns.domains };
  const levels = { size: LEVEL_COUNT, of: hidden.level };
  return {
    status: named(STATUSES, countValues(values.status, seen("status").edges)),
    relation: named(RELATIONS, countValues(values.relation, seen("relation").edges)),
    kind: named(NODE_KINDS, countValues(values.kind, seen("kind").nodes)),
    domain: named(DOMAIN_CHOICES, countBits(domains, seen("domain").nodes)),
    licence: mostFirst(named(columns.licences, countValues(values.licence, seen("licence").nodes))),
    level: named(LEVEL_CHOICES, countValues(levels, seen("level").nodes)),
    benchmark: countBenchmarks(columns, seen("benchmark")),
    confidence: toBins(CONFIDENCE_EDGES, countValues(values.confidence, seen("confidence").edges)),
    created: toBins(values.edges.created, countValues(values.created, seen("created").nodes)),
    undated: countValues(values.undated, seen("created").nodes)[0] ?? NONE,
    uses: toBins(values.edges.uses, countValues(values.uses, seen("uses").nodes)),
  };
};

const NONE: ValueCount = { shown: 0, all: 0 };

const named = <Value>(values: readonly Value[], counts: readonly ValueCount[]): CountOf<Value> =>
  values.map((value, index) => ({ value, ...(counts[index] ?? NONE) }));

const mostFirst = (counts: CountOf<string>): CountOf<string> =>
  counts.toSorted((one, other) => other.all - one.all || (one.value < other.value ? -1 : 1));

const countBenchmarks = ({ nodes }: LineageColumns, seen: Seen): CountOf<string> => {
  const counts = new Map<string, { shown: number; all: number }>();
  for (let index = 0; index < nodes.length; index += 1) {
    const marks = nodes[index]?.marks ?? [];
    for (const [at, { benchmark }] of marks.entries()) {
      if (marks.findIndex((mark) => mark.benchmark === benchmark) < at) continue;
      const count = counts.get(benchmark) ?? { shown: 0, all: 0 };
      count.all += 1;
      count.shown += seen.nodes[index] ?? 0;
      counts.set(benchmark, count);
    }
  }
  return mostFirst([...counts].map(([value, count]) => ({ value, ...count })));
};

const toBins = (edges: BinEdges, counts: readonly ValueCount[]): readonly Bin[] =>
  counts.map((count, index) => ({ from: edges[index] ?? 0, to: edges[index + 1] ?? 0, ...count }));
