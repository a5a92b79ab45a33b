import type { GraphSnapshot } from "../../../../schema/api.ts";
import { CONTAMINATED_LEVELS } from "../../../../schema/contamination-level.ts";
import { registryOf } from "../../../../schema/id-text.ts";
import type { FlagLevel, GroupDomain } from "../../../../schema/graph-group.ts";
import type { GraphOverview, OverviewGroup } from "../../../../schema/graph-overview.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import type { Domain, NodeState } from "../../../../schema/vocabulary.ts";
import { nodeKindOf, type NodeKind } from "../node-kind.ts";

/** A mark of the picture as the list beside it has it. */
export type GraphRow = GroupRow | DatasetRow;

interface Placed {
  /** Of the mark on the canvas. */
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly sources: number;
  readonly uses: number;
}

export interface GroupRow extends Placed {
  readonly row: "group";
  readonly group: OverviewGroup;
  readonly contaminated: number;
  /** The worst level among its datasets. */
  readonly level: FlagLevel;
}

export interface DatasetRow extends Placed {
  readonly row: "dataset";
  readonly id: DatasetId;
  readonly kind: NodeKind;
  readonly state: NodeState;
  readonly domains: readonly Domain[];
  readonly level: FlagLevel;
  readonly licence: string | undefined;
  /** Day of creation, 2025-11-24; absent when nobody knows it. */
  readonly createdOn: string | undefined;
}

/** Derivations between two groups count once for each direction. */
export const toGroupRows = (overview: GraphOverview): readonly GroupRow[] => {
  const sources = overview.groups.map((group) => group.outerSources);
  const uses = overview.groups.map((group) => group.outerUses);
  for (const { from, to, accepted, flagged } of overview.edges) {
    sources[from] = (sources[from] ?? 0) + accepted + flagged;
    uses[to] = (uses[to] ?? 0) + accepted + flagged;
  }
  return overview.groups.map((group, position) => ({
    row: "group",
    key: groupKey(group),
    x: group.x,
    y: group.y,
    sources: sources[position] ?? 0,
    uses: uses[position] ?? 0,
    group,
    contaminated: CONTAMINATED_LEVELS.reduce((sum, level) => sum + (group.levels[level] ?? 0), 0),
    level: levelsOf(group)[0] ?? "none",
  }));
};

const levelsOf = (group: OverviewGroup): readonly FlagLevel[] => Object.keys(group.levels) as FlagLevel[];

/** No dataset's id has a blank in it. */
export const groupKey = ({ kind, name }: Pick<OverviewGroup, "kind" | "name">): string =>
  `group ${kind} ${name}`;

const DAY_MS = 86_400_000;

export const toDatasetRows = ({ nodes, words }: GraphSnapshot): readonly DatasetRow[] =>
  nodes.id.map((id, position) => {
    const kind = nodes.kind[position] ?? 0;
    const domains = nodes.domains[position] ?? 0;
    const licence = nodes.licence[position];
    const created = nodes.created[position];
    return {
      row: "dataset",
      key: id,
      id,
      kind: nodeKindOf({
        isBenchmark: (kind & 1) !== 0,
        isFamily: (kind & 2) !== 0,
        registry: registryOf(id),
      }),
      state: words.states[nodes.state[position] ?? 0] ?? "frontier",
      domains: words.domains.filter((_, place) => (domains & (2 ** place)) !== 0),
      level: words.levels[nodes.level[position] ?? 0] ?? "none",
      licence: typeof licence === "number" ? words.licences[licence] : undefined,
      createdOn:
        typeof created === "number" ? new Date(created * DAY_MS).toISOString().slice(0, 10) : undefined,
      x: nodes.x[position] ?? 0,
      y: nodes.y[position] ?? 0,
      sources: nodes.sources[position] ?? 0,
      uses: nodes.uses[position] ?? 0,
    };
  });

export const groupDomainOf = (domains: readonly Domain[]): GroupDomain =>
  domains.length > 1 ? "mixed" : (domains[0] ?? "unknown");
