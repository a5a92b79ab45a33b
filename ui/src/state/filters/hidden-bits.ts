import { RELATIONS, STATUSES } from "../../../../schema/vocabulary.ts";
import { DOMAIN_CHOICES, LEVEL_CHOICES, type OpenRange } from "../filter-state.ts";
import { NODE_KINDS } from "../node-kind.ts";
import type { ViewState } from "../view-state.ts";
import { FACET_BITS, type Facet } from "./facets.ts";
import { type LineageColumns, NO_DAY, strongestLevel, toDayNumber } from "./lineage-columns.ts";
import { onWaysTo } from "./ways-to-benchmarks.ts";

/** What of a view decides what is shown of its lineage. */
export type Filters = Pick<
  ViewState,
  | "statuses"
  | "hiddenRelations"
  | "hiddenKinds"
  | "filters"
  | "hiddenDatasets"
  | "onlyDatasets"
  | "rejectedOf"
>;

/** For each dataset and each edge, the facets that hide it, as bits; 0 when none does. */
export interface HiddenBits {
  readonly nodes: Uint16Array;
  readonly edges: Uint16Array;
  /** Position in `LEVEL_CHOICES` of each dataset's strongest level, of the chosen benchmarks when some are chosen. */
  readonly level: Uint8Array;
}

/** What hides each dataset and each edge of a lineage; nothing hides a target. */
export const toHiddenBits = (columns: LineageColumns, wanted: Filters): HiddenBits => {
  const { benchmarks } = wanted.filters;
  const level =
    benchmarks.length === 0
      ? columns.level
      : Uint8Array.from(columns.nodes, ({ marks }) => strongestLevel(marks, benchmarks));
  const nodes = new Uint16Array(columns.nodes.length);
  const edges = new Uint16Array(columns.edges.length);
  for (const { facet, hides } of [...nodeTests(columns, wanted), ...levelTests(level, wanted)]) {
    mark(nodes, FACET_BITS[facet], hides);
  }
  for (const { facet, hides } of edgeTests(columns, wanted)) mark(edges, FACET_BITS[facet], hides);
  for (const target of targetsOf(columns)) nodes[target] = 0;
  return { nodes, edges, level };
};

/** Positions of the datasets whose lineage is shown. */
export const targetsOf = ({ view, indexOf }: LineageColumns): readonly number[] =>
  view.targets.flatMap((id) => indexOf.get(id) ?? []);

/** One facet's question to the dataset or edge at a position. */
interface Test {
  readonly facet: Facet;
  readonly hides: (index: number) => boolean;
}

const mark = (bits: Uint16Array, bit: number, hides: Test["hides"]): void => {
  for (let index = 0; index < bits.length; index += 1) {
    if (hides(index)) bits[index] = (bits[index] ?? 0) | bit;
  }
};

const nodeTests = (columns: LineageColumns, wanted: Filters): readonly Test[] => {
  const { kind, domains, licence, day, uses } = columns;
  const { filters } = wanted;
  const kinds = toBits(NODE_KINDS, wanted.hiddenKinds);
  const allHiddenDomains = toBits(DOMAIN_CHOICES, filters.hiddenDomains);
  const created = toDays(filters.created);
  const tests: (Test | false)[] = [
    kinds > 0 && { facet: "kind", hides: (index) => (kinds & (1 << (kind[index] ?? 0))) > 0 },
    // What has two domains is hidden with the second of them.
    allHiddenDomains > 0 && {
      facet: "domain",
      hides: (index) => ((domains[index] ?? 0) & ~allHiddenDomains) === 0,
    },
    hidesLicences(filters) && {
      facet: "licence",
      hides: toLicenceTest(columns.licences, filters, licence),
    },
    filters.benchmarks.length > 0 && { facet: "benchmark", hides: toBenchmarkTest(columns, wanted) },
    (created !== undefined || filters.hidesUndated) && {
      facet: "created",
      hides: (index) => {
        const born = day[index] ?? NO_DAY;
        return born === NO_DAY ? filters.hidesUndated : isOutside(born, created);
      },
    },
    filters.uses !== undefined && {
      facet: "uses",
      hides: (index) => isOutside(uses[index] ?? 0, filters.uses),
    },
    ...datasetTests(columns, wanted),
    filters.asOf !== undefined && {
      facet: "asOf",
      hides: isLaterThan(day, filters.asOf),
    },
  ];
  return tests.filter((test) => test !== false);
};

const hidesLicences = ({ hiddenLicences, onlyLicences }: Filters["filters"]): boolean =>
  hiddenLicences.length + onlyLicences.length > 0;

const toLicenceTest = (
  licences: readonly string[],
  { hiddenLicences, onlyLicences }: Filters["filters"],
  licence: Uint32Array,
): Test["hides"] => {
  const isHidden = licences.map(
    (one) => hiddenLicences.includes(one) || (onlyLicences.length > 0 && !onlyLicences.includes(one)),
  );
  return (index) => isHidden[licence[index] ?? 0] === true;
};

const toBenchmarkTest = (columns: LineageColumns, { filters }: Filters): Test["hides"] => {
  const kept = onWaysTo(columns, filters.benchmarks);
  return (index) => kept[index] !== 1;
};

const datasetTests = (
  { indexOf }: LineageColumns,
  { hiddenDatasets, onlyDatasets }: Filters,
): readonly Test[] => {
  if (hiddenDatasets.length + onlyDatasets.length === 0) return [];
  const hidden = new Set(hiddenDatasets.map((id) => indexOf.get(id)));
  const only = new Set(onlyDatasets.map((id) => indexOf.get(id)));
  return [{ facet: "datasets", hides: (index) => hidden.has(index) || (only.size > 0 && !only.has(index)) }];
};

const isLaterThan = (day: Int32Array, asOf: string): Test["hides"] => {
  const last = toDayNumber(asOf);
  return (index) => (day[index] ?? NO_DAY) > last;
};

const levelTests = (level: Uint8Array, { filters }: Filters): readonly Test[] => {
  const hidden = toBits(LEVEL_CHOICES, filters.hiddenLevels);
  return hidden === 0
    ? []
    : [{ facet: "level", hides: (index) => (hidden & (1 << (level[index] ?? 0))) > 0 }];
};

const edgeTests = (columns: LineageColumns, wanted: Filters): readonly Test[] => {
  const { status, relation, edges, from, indexOf } = columns;
  const followed = toBits(STATUSES, wanted.statuses);
  const hiddenRelations = toBits(RELATIONS, wanted.hiddenRelations);
  const { confidence } = wanted.filters;
  const rejected = STATUSES.indexOf("rejected");
  const rejecting = wanted.rejectedOf === undefined ? undefined : indexOf.get(wanted.rejectedOf);
  const isAskedFor = (index: number) => status[index] === rejected && from[index] === rejecting;
  const tests: (Test | false)[] = [
    {
      facet: "status",
      hides: (index) => (followed & (1 << (status[index] ?? 0))) === 0 && !isAskedFor(index),
    },
    hiddenRelations > 0 && {
      facet: "relation",
      hides: (index) => (hiddenRelations & (1 << (relation[index] ?? 0))) > 0,
    },
    // A candidate that was rejected has no confidence in it: the range says nothing of it.
    confidence !== undefined && {
      facet: "confidence",
      hides: (index) => status[index] !== rejected && isOutside(edges[index]?.confidence ?? 0, confidence),
    },
  ];
  return tests.filter((test) => test !== false);
};

const toBits = <Item>(all: readonly Item[], some: readonly Item[]): number =>
  some.reduce((bits, item) => bits | (1 << all.indexOf(item)), 0);

const toDays = (range: OpenRange<string> | undefined): OpenRange<number> | undefined =>
  range && [
    range[0] === undefined ? undefined : toDayNumber(range[0]),
    range[1] === undefined ? undefined : toDayNumber(range[1]),
  ];

const isOutside = (value: number, range: OpenRange<number> | undefined): boolean =>
  (range?.[0] !== undefined && value < range[0]) || (range?.[1] !== undefined && value > range[1]);
