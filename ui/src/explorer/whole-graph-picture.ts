import type { GraphSnapshot } from "../../../schema/api.ts";
import { CONTAMINATED_LEVELS, type ContaminationLevel } from "../../../schema/contamination-level.ts";
import { registryOf } from "../../../schema/id-text.ts";
import type { FlagLevel } from "../../../schema/graph-group.ts";
import type { GraphOverview } from "../../../schema/graph-overview.ts";
import { nameOfId } from "../state/name-of-id.ts";
import {
  type DatasetRow,
  groupDomainOf,
  type GraphRow,
  type GroupRow,
} from "../state/whole-graph/graph-rows.ts";
import type { ContaminationMark, ShapeEdge, ShapeNode } from "./graph-shape.ts";
import type { LaidOut } from "./layout-flow.ts";

export interface PictureParts {
  /** Tells one picture from the next: another one is fitted into the view anew. */
  readonly place: string;
  readonly rows: readonly GraphRow[];
  readonly edges: readonly ShapeEdge[];
  /** What a group is called beside its mark. */
  readonly nameOf: (row: GraphRow) => string;
}

/** The rows as marks, where the service has put them, with the edges between those that are there. */
export const toPicture = ({ place, rows, edges, nameOf }: PictureParts): LaidOut => {
  const nodes = new Map(rows.map((row) => [row.key, { x: row.x, y: row.y }]));
  return {
    shape: {
      root: place,
      nodes: rows.map((row) => shapeOfRow(row, nameOf(row))),
      edges: edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to)),
    },
    layout: { nodes, bends: new Map(), columnGap: 1 },
  };
};

/** `name`: what a group is called; a dataset's is in its id. */
export const shapeOfRow = (row: GraphRow, name: string): ShapeNode =>
  row.row === "group" ? fromGroup(row, name) : fromDataset(row);

export const toGroupEdges = (overview: GraphOverview, rows: readonly GroupRow[]): readonly ShapeEdge[] =>
  overview.edges.flatMap(({ from, to, accepted, flagged }) => {
    const derived = rows[from];
    const source = rows[to];
    if (derived === undefined || source === undefined) return [];
    return {
      id: `${derived.key} > ${source.key}`,
      from: derived.key,
      to: source.key,
      status: accepted > 0 ? ("accepted" as const) : ("flagged" as const),
      // As wide as so many documents would make it.
      documents: 1 + Math.round(Math.log2(accepted + flagged)),
      kind: "derivation" as const,
      count: accepted + flagged,
    };
  });

export const toDatasetEdges = ({ nodes, edges, words }: GraphSnapshot): readonly ShapeEdge[] =>
  edges.id.map((id, position) => {
    const relation = words.relations[edges.relation[position] ?? 0];
    const confidence = edges.confidence[position];
    return {
      id,
      from: nodes.id[edges.from[position] ?? 0] ?? "",
      to: nodes.id[edges.to[position] ?? 0] ?? "",
      status: words.statuses[edges.status[position] ?? 0] ?? "flagged",
      documents: 1,
      kind: "derivation",
      ...(relation !== undefined && { relation }),
      ...(confidence !== undefined && { confidence }),
    };
  });

const fromGroup = (row: GroupRow, name: string): ShapeNode => ({
  id: row.key,
  kind: "group",
  name,
  registry: undefined,
  state: "traced",
  uses: row.group.datasets,
  isRoot: false,
  level: 0,
  marks: marksOf(row.level),
  group: { count: row.group.datasets, contaminated: row.contaminated },
});

const fromDataset = (row: DatasetRow): ShapeNode => ({
  id: row.id,
  kind: row.kind,
  name: nameOfId(row.id),
  registry: registryOf(row.id),
  state: row.state,
  uses: row.uses,
  isRoot: false,
  level: 0,
  domain: groupDomainOf(row.domains),
  marks: marksOf(row.level),
  ...(row.createdOn !== undefined && { createdOn: row.createdOn }),
});

/** Of which benchmark is told where the dataset itself is looked at. */
const marksOf = (level: FlagLevel): readonly ContaminationMark[] =>
  isContaminated(level) ? [{ benchmark: "", level }] : [];

const isContaminated = (level: FlagLevel): level is ContaminationLevel & FlagLevel =>
  CONTAMINATED_LEVELS.some((one) => one === level);
