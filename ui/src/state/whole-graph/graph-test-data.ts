import { GraphSnapshot } from "../../../../schema/api.ts";
import { FLAG_LEVELS, type FlagLevel } from "../../../../schema/graph-group.ts";
import { GraphOverview } from "../../../../schema/graph-overview.ts";
import { DOMAINS, type Domain, NODE_STATES, RELATIONS } from "../../../../schema/vocabulary.ts";

export interface TestNode {
  readonly id: string;
  readonly domains?: readonly Domain[];
  readonly level?: FlagLevel;
  readonly uses?: number;
  readonly isBenchmark?: boolean;
  readonly licence?: string;
  readonly created?: number;
}

/** A snapshot of nodes in one row, and accepted edges by positions. */
export const aSnapshot = (
  nodes: readonly TestNode[],
  edges: readonly (readonly [number, number])[] = [],
): GraphSnapshot => {
  const licences = [...new Set(nodes.flatMap(({ licence }) => licence ?? []))];
  return GraphSnapshot.parse({
    total: { datasets: nodes.length, edges: edges.length },
    truncated: false,
    words: {
      states: NODE_STATES,
      relations: RELATIONS,
      statuses: ["accepted", "flagged"],
      domains: DOMAINS,
      levels: FLAG_LEVELS,
      licences,
    },
    nodes: {
      id: nodes.map(({ id }) => id),
      state: nodes.map(() => NODE_STATES.indexOf("traced")),
      kind: nodes.map(({ isBenchmark }) => (isBenchmark === true ? 1 : 0)),
      downloads: nodes.map(() => null),
      sources: nodes.map(() => 0),
      uses: nodes.map(({ uses }) => uses ?? 0),
      domains: nodes.map(({ domains }) =>
        (domains ?? []).reduce((sum, domain) => sum + 2 ** DOMAINS.indexOf(domain), 0),
      ),
      level: nodes.map(({ level }) => FLAG_LEVELS.indexOf(level ?? "none")),
      licence: nodes.map(({ licence }) => (licence === undefined ? null : licences.indexOf(licence))),
      created: nodes.map(({ created }) => created ?? null),
      x: nodes.map((_, place) => place * 100),
      y: nodes.map(() => 0),
    },
    edges: {
      id: edges.map((_, place) => String(place).padStart(24, "0")),
      from: edges.map(([from]) => from),
      to: edges.map(([, to]) => to),
      relation: edges.map(() => 0),
      status: edges.map(() => 0),
      confidence: edges.map(() => 0.9),
    },
  });
};

export const anOverview = (fields: Partial<GraphOverview> = {}): GraphOverview =>
  GraphOverview.parse({
    level: "domain",
    total: { datasets: 12, edges: 7, owners: 3 },
    groups: [
      aGroup({ name: "math", datasets: 4, levels: { declared: 1, none: 3 }, outerSources: 1 }),
      aGroup({ name: "code", datasets: 8, levels: { none: 8 }, x: 200 }),
    ],
    edges: [{ from: 0, to: 1, accepted: 2, flagged: 3 }],
    ...fields,
  });

export const aGroup = (
  fields: Partial<GraphOverview["groups"][number]> = {},
): GraphOverview["groups"][number] => ({
  kind: "domain",
  name: "math",
  datasets: 1,
  benchmarks: 0,
  owners: 1,
  levels: { none: 1 },
  innerEdges: 0,
  outerSources: 0,
  outerUses: 0,
  x: 0,
  y: 0,
  ...fields,
});
