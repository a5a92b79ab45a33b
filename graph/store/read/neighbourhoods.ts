import { z } from "zod";
import { type DatasetSummary, Mark } from "../../../schema/api.ts";
import { CONTAMINATION_LEVELS } from "../../../schema/contamination-level.ts";
import type { Derivation, Edge } from "../../../schema/edge.ts";
import type { Status } from "../../../schema/vocabulary.ts";
import type { Database } from "../../database.ts";
import { MARKS_OF } from "../../queries/contamination.ts";
import { DATASET_SUMMARIES, edgesFrom } from "../../queries/lineage.ts";
import { DERIVATION_TYPES, toDataset, toEdge, toNumber } from "../../rows.ts";
import { groupBy } from "../../group-by.ts";
import type { GraphVersion } from "../../track-version.ts";

/** A dataset with its contamination flags in short and the accepted and flagged derivations that start at it. */
export interface Neighbourhood {
  readonly summary: DatasetSummary;
  /** Strongest first. */
  readonly marks: readonly Mark[];
  readonly edges: readonly Derivation[];
}

/** Reads datasets with what they derive from; those that the graph lacks are absent. */
export type ReadNeighbourhoods = (ids: readonly string[]) => Promise<ReadonlyMap<string, Neighbourhood>>;

/** What is kept takes about 2 kB each. */
const MAX_KEPT = 20_000;
const STATUSES = ["accepted", "flagged"] as const;

/**
 * Keeps what was read until the graph has another version: the same popular ancestors stand above most datasets, and turning
 * them into values again is most of a walk's cost. A database without a version is read anew each time.
 */
export const createNeighbourhoods = (database: Database & Partial<GraphVersion>): ReadNeighbourhoods => {
  const kept = new Map<string, Neighbourhood>();
  let keptVersion: string | undefined;
  return async (ids) => {
    const version = await database.version?.();
    if (version === undefined || version !== keptVersion) kept.clear();
    keptVersion = version;
    const known = new Map<string, Neighbourhood>();
    for (const id of ids) {
      const one = kept.get(id);
      if (one !== undefined) known.set(id, one);
    }
    const unknown = ids.filter((id) => !known.has(id));
    for (const [id, one] of await readAnew(database, unknown)) {
      known.set(id, one);
      // Read after this version was asked for: no older than it. A later one has let go of everything meanwhile.
      if (version !== undefined && version === keptVersion) keep(kept, id, one);
    }
    return known;
  };
};

const keep = (kept: Map<string, Neighbourhood>, id: string, one: Neighbourhood): void => {
  kept.set(id, one);
  const oldest = kept.keys().next().value;
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
};

const readAnew = async (
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Neighbourhood>> => {
  if (ids.length === 0) return new Map();
  const [summaries, edges, marks] = await Promise.all([
    summarise(database, ids),
    readEdges(database, ids, STATUSES),
    readMarks(database, ids),
  ]);
  const starting = groupBy(edges, ({ from }) => from as string);
  return new Map(
    summaries.map((summary) => [
      summary.id,
      { summary, marks: marks.get(summary.id) ?? [], edges: starting.get(summary.id) ?? [] },
    ]),
  );
};

const MarkRow = z.object({ dataset: z.string(), ...Mark.shape });

const readMarks = async (
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Mark[]>> => {
  const rows = z.array(MarkRow).parse(await database.read(MARKS_OF, { ids }));
  const byDataset = groupBy(rows.sort(byStrength), ({ dataset }) => dataset);
  return new Map(
    [...byDataset].map(([id, marks]) => [id, marks.map(({ benchmark, level }) => ({ benchmark, level }))]),
  );
};

const byStrength = (one: Mark, other: Mark): number =>
  CONTAMINATION_LEVELS.indexOf(one.level) - CONTAMINATION_LEVELS.indexOf(other.level) ||
  (one.benchmark < other.benchmark ? -1 : 1);

/** Datasets with their degrees, in the order of the ids; those that the graph lacks are left out. */
export const summarise = async (
  database: Database,
  ids: readonly string[],
): Promise<readonly DatasetSummary[]> => {
  const rows = await database.read(DATASET_SUMMARIES, { ids });
  const found = new Map(
    rows.map((row) => {
      const dataset = toDataset(row["properties"]);
      const summary: DatasetSummary = {
        ...dataset,
        sources: toNumber(row["sources"]),
        uses: toNumber(row["uses"]),
      };
      return [dataset.id as string, summary] as const;
    }),
  );
  return ids.map((id) => found.get(id)).filter((summary) => summary !== undefined);
};

/** The derivations of these statuses that start at the datasets. */
export const readEdges = async (
  database: Database,
  ids: readonly string[],
  statuses: readonly Status[],
): Promise<readonly Derivation[]> => {
  const types = [...new Set(statuses)].map((status) => DERIVATION_TYPES[status]);
  const rows = await database.read(edgesFrom(types), { ids });
  return rows.map(toEdge).filter(isDerivation);
};

const isDerivation = (edge: Edge): edge is Derivation => edge.kind === "derivation";
