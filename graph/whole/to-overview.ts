import { FLAG_LEVELS, GROUP_DOMAINS } from "../../schema/graph-group.ts";
import type { GraphOverview, OverviewGroup, OverviewQuery } from "../../schema/graph-overview.ts";
import { layOut } from "../placement/lay-out.ts";
import { countFlows, type Flow } from "./count-flows.ts";
import { groupDomainOf, pickNodes } from "./pick-nodes.ts";
import type { WholeGraph } from "./whole-graph.ts";

/** Between marks of groups, which are large and have long names. Pixels at 100 %. */
const SPACING = { column: 150, layer: 240, row: 90 };

/** The graph by domains, a domain by its owners, an owner by how much there is. Yields between pieces of work. */
export function* toOverview(graph: WholeGraph, query: OverviewQuery): Generator<void, GraphOverview> {
  const picked = pickNodes(graph, query);
  yield;
  const level = query.owner !== undefined ? "dataset" : query.within === undefined ? "domain" : "owner";
  const sorted =
    level === "dataset" ? [] : level === "domain" ? byDomain(graph, picked) : byOwner(graph, picked, query);
  const flows = countFlows(graph, picked, toGroupOf(graph, sorted));
  yield;
  const places = yield* layOut({ size: sorted.length, ...mainDirections(flows.between) }, SPACING);
  const stagger = toStagger(places.x);
  return {
    level,
    total: {
      datasets: picked.length,
      edges: flows.total,
      owners: new Set(picked.map((node) => graph.nodes.owner[node])).size,
    },
    groups: sorted.map((group, position) => ({
      ...describe(graph, group),
      ...(flows.of[position] ?? { innerEdges: 0, outerSources: 0, outerUses: 0 }),
      x: places.x[position] ?? 0,
      y: (places.y[position] ?? 0) + (stagger.get(places.x[position] ?? 0) ?? 0),
    })),
    edges: flows.between.map(({ from, to, accepted, flagged }) => ({ from, to, accepted, flagged })),
  };
}

/** Every second column a row lower: groups often form a chain, whose edges would hide each other on one line. */
const toStagger = (columns: Int32Array): ReadonlyMap<number, number> => {
  const sorted = [...new Set(columns)].sort((one, other) => one - other);
  return new Map(sorted.map((x, place) => [x, place % 2 === 0 ? 0 : SPACING.row]));
};

interface Group {
  readonly kind: OverviewGroup["kind"];
  readonly name: string;
  readonly nodes: readonly number[];
}

const byDomain = (graph: WholeGraph, picked: readonly number[]): readonly Group[] => {
  const lists = new Map<string, number[]>();
  for (const node of picked) add(lists, groupDomainOf(graph.nodes.domains[node] ?? 0), node);
  return GROUP_DOMAINS.flatMap((name) => {
    const nodes = lists.get(name);
    return nodes === undefined ? [] : [{ kind: "domain" as const, name, nodes }];
  });
};

const byOwner = (
  graph: WholeGraph,
  picked: readonly number[],
  { limit, skip }: OverviewQuery,
): readonly Group[] => {
  const lists = new Map<string, number[]>();
  for (const node of picked) add(lists, graph.owners[graph.nodes.owner[node] ?? 0] ?? "", node);
  const owners = [...lists].sort(
    ([one, its], [other, others]) => others.length - its.length || (one < other ? -1 : 1),
  );
  const rest = owners.slice(skip + limit).flatMap(([, nodes]) => nodes);
  const shown = owners.slice(skip, skip + limit);
  return [
    ...shown.map(([name, nodes]) => ({ kind: "owner" as const, name, nodes })),
    ...(rest.length === 0 ? [] : [{ kind: "rest" as const, name: "", nodes: rest }]),
  ];
};

const add = (lists: Map<string, number[]>, name: string, node: number): void => {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [node]);
  else list.push(node);
};

/** Of each node the position of its group, or -1. */
const toGroupOf = (graph: WholeGraph, groups: readonly Group[]): Int32Array => {
  const groupOf = new Int32Array(graph.nodes.id.length).fill(-1);
  for (const [position, { nodes }] of groups.entries()) for (const node of nodes) groupOf[node] = position;
  return groupOf;
};

const describe = (
  { nodes }: WholeGraph,
  group: Group,
): Pick<OverviewGroup, "kind" | "name" | "datasets" | "benchmarks" | "owners" | "levels"> => {
  const counts = new Uint32Array(FLAG_LEVELS.length);
  let benchmarks = 0;
  for (const node of group.nodes) {
    const level = nodes.level[node] ?? 0;
    counts[level] = (counts[level] ?? 0) + 1;
    benchmarks += (nodes.kind[node] ?? 0) & 1;
  }
  return {
    kind: group.kind,
    name: group.name,
    datasets: group.nodes.length,
    benchmarks,
    owners: new Set(group.nodes.map((node) => nodes.owner[node])).size,
    levels: Object.fromEntries(
      FLAG_LEVELS.flatMap((level, position) =>
        (counts[position] ?? 0) > 0 ? [[level, counts[position]]] : [],
      ),
    ),
  };
};

/** Groups mostly derive from each other both ways: the larger stream decides who lies on the left. */
const mainDirections = (flows: readonly Flow[]): { readonly from: Uint32Array; readonly to: Uint32Array } => {
  const sizes = new Map(flows.map((flow) => [`${flow.from} ${flow.to}`, size(flow)]));
  const main = flows
    .filter((flow) => {
      const back = sizes.get(`${flow.to} ${flow.from}`) ?? 0;
      return size(flow) > back || (size(flow) === back && flow.from < flow.to);
    })
    .sort((one, other) => size(other) - size(one) || one.from - other.from || one.to - other.to);
  return { from: Uint32Array.from(main, ({ from }) => from), to: Uint32Array.from(main, ({ to }) => to) };
};

const size = ({ accepted, flagged }: Flow): number => accepted + flagged;
