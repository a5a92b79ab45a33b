import { DatasetId } from "../../schema/ids.ts";
import type { DomainFigures, GraphFigures, LineageStatistics } from "../../schema/statistics.ts";
import { DOMAINS } from "../../schema/vocabulary.ts";
import type { Domain } from "../../schema/vocabulary.ts";
import { chainDepths } from "./chain-depths.ts";
import { condense } from "./condense.ts";
import type { Arc } from "./condense.ts";
import { countAncestors } from "./count-ancestors.ts";

export interface StatisticsInput {
  /** From derived datasets to their sources. */
  readonly arcs: readonly Arc[];
  readonly domains: ReadonlyMap<string, readonly Domain[]>;
  /** Only these and what lies above them counts. */
  readonly roots?: readonly string[] | undefined;
  readonly domain?: Domain | undefined;
  /** Entries of each list. */
  readonly top: number;
}

/** Datasets with more direct sources than the mean and so many standard deviations are super-aggregators. */
const DEVIATIONS = 3;

/** Figures of a lineage graph by the definitions of docs/statistics.md; a pure function of the arcs. */
export const lineageStatistics = (input: StatisticsInput): LineageStatistics => {
  const { domains, domain, roots, top } = input;
  const arcs = distinct(input.arcs);
  const ofDomain = domain === undefined ? undefined : datasetsOf(domain, domains);
  const rooted = roots === undefined ? arcs : arcsAbove(arcs, roots);
  const counted = ofDomain === undefined ? rooted : arcsAbove(rooted, ofDomain);
  const graph = condense([], counted);
  const uses = countBy(counted, ({ to }) => to);
  const sources = countBy(counted, ({ from }) => from);
  const nodes = nodesOf(counted);
  const reversed = counted.map(({ from, to }) => ({ from: to, to: from }));
  const listed = domain === undefined ? DOMAINS : [domain];
  return {
    all: toFigures(counted),
    domains: listed.map((one) => domainFigures(counted, one, domains)).filter(({ datasets }) => datasets > 0),
    hubs: rank(uses, top),
    reach: rank(countAncestors(condense([], reversed)), top),
    ancestorSets: rank(countAncestors(graph), top),
    superAggregators: rank(sources, nodes.size).filter(({ value }) => value > usual([...sources.values()])),
    reuse: histogram([...nodes].map((node) => uses.get(node) ?? 0)),
  };
};

/** Each pair once; a dataset is not built from itself. */
const distinct = (arcs: readonly Arc[]): readonly Arc[] => [
  ...new Map(
    arcs.filter(({ from, to }) => from !== to).map(({ from, to }) => [`${from}\n${to}`, { from, to }]),
  ).values(),
];

const datasetsOf = (domain: Domain, domains: StatisticsInput["domains"]): readonly string[] =>
  [...domains].filter(([, some]) => some.includes(domain)).map(([id]) => id);

/** What can be reached upstream. */
const arcsAbove = (arcs: readonly Arc[], roots: readonly string[]): readonly Arc[] => {
  const leaving = new Map<string, string[]>();
  for (const { from, to } of arcs) {
    const targets = leaving.get(from);
    if (targets === undefined) leaving.set(from, [to]);
    else targets.push(to);
  }
  const reached = new Set(roots);
  // A set is walked in the order in which it grows: breadth first.
  for (const node of reached) for (const to of leaving.get(node) ?? []) reached.add(to);
  return arcs.filter(({ from }) => reached.has(from));
};

const nodesOf = (arcs: readonly Arc[]): ReadonlySet<string> =>
  new Set(arcs.flatMap(({ from, to }) => [from, to]));

const toFigures = (arcs: readonly Arc[]): GraphFigures => {
  const nodes = nodesOf(arcs);
  const withSources = new Set(arcs.map(({ from }) => from));
  const used = new Set(arcs.map(({ to }) => to));
  const depths = chainDepths(condense([], arcs));
  return {
    nodes: nodes.size,
    edges: arcs.length,
    density: nodes.size < 2 ? 0 : arcs.length / (nodes.size * (nodes.size - 1)),
    roots: nodes.size - used.size,
    leaves: nodes.size - withSources.size,
    ...depthFigures([...withSources].map((node) => depths.get(node) ?? 0)),
  };
};

const depthFigures = (depths: readonly number[]): Pick<GraphFigures, "averageDepth" | "maximumDepth"> => ({
  averageDepth: mean(depths),
  maximumDepth: depths.reduce((deepest, depth) => Math.max(deepest, depth), 0),
});

const domainFigures = (
  arcs: readonly Arc[],
  domain: Domain,
  domains: StatisticsInput["domains"],
): DomainFigures => {
  const nodes = nodesOf(arcs);
  const datasets = datasetsOf(domain, domains).filter((id) => nodes.has(id));
  const depths = chainDepths(condense([], arcs));
  const withSources = new Set(arcs.map(({ from }) => from));
  const own = datasets.filter((id) => withSources.has(id)).map((id) => depths.get(id) ?? 0);
  return { domain, datasets: datasets.length, ...toFigures(arcsAbove(arcs, datasets)), ...depthFigures(own) };
};

const countBy = <Item, Key>(items: Iterable<Item>, key: (item: Item) => Key): ReadonlyMap<Key, number> => {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};

const rank = (values: ReadonlyMap<string, number>, top: number): LineageStatistics["hubs"] =>
  [...values]
    .filter(([, value]) => value > 0)
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .slice(0, top)
    .map(([id, value]) => ({ id: DatasetId.parse(id), value }));

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

const usual = (values: readonly number[]): number => {
  const average = mean(values);
  return average + DEVIATIONS * Math.sqrt(mean(values.map((value) => (value - average) ** 2)));
};

const histogram = (values: readonly number[]): LineageStatistics["reuse"] =>
  [...countBy(values, (value) => value)]
    .map(([uses, datasets]) => ({ uses, datasets }))
    .sort((one, other) => one.uses - other.uses);
