import type { RankedDataset } from "../../../../schema/contamination-ranking.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import type { Withdrawal } from "../../../../schema/withdrawal.ts";
import { toTable } from "../export/to-csv.ts";

/** The rows of the list as they are shown. */
export const toListCsv = (rows: readonly RankedDataset[]): string =>
  toTable(
    ["dataset", "level", "steps", "confidence", "benchmarks", "state", "domains"],
    rows.map((row) => ({
      dataset: row.id,
      level: row.level,
      steps: row.distance,
      confidence: row.confidence,
      benchmarks: row.cells.map(({ benchmark }) => benchmark).join(" "),
      state: row.state,
      domains: row.domains.join(" "),
    })),
  );

/** Not like any id, which has no spaces. */
const DATASET_COLUMN = "dataset id";

/** The matrix as it is shown: a column for each benchmark with the level in it, empty where nothing is known. */
export const toMatrixCsv = (rows: readonly RankedDataset[], columns: readonly DatasetId[]): string =>
  toTable(
    [DATASET_COLUMN, ...columns],
    rows.map((row) => {
      const levels = new Map(row.cells.map(({ benchmark, level }) => [benchmark, level]));
      // Every column is a field of its own, for an id may be the name of something that every object has.
      const fields = columns.map((column) => [column as string, levels.get(column)] as const);
      return Object.fromEntries([[DATASET_COLUMN, row.id] as const, ...fields]);
    }),
  );

export const toDescendantsCsv = ({ descendants }: Withdrawal): string =>
  toTable(
    ["dataset", "steps", "reach", "waiting", "state"],
    descendants.map(({ id, distance, reach, isWaiting, state }) => ({
      dataset: id,
      steps: distance,
      reach,
      waiting: isWaiting ? "yes" : "no",
      state,
    })),
  );

export const toFatesCsv = ({ flags }: Withdrawal): string =>
  toTable(
    ["dataset", "benchmark", "outcome", "before", "after", "steps left"],
    flags.map((flag) => ({
      dataset: flag.dataset,
      benchmark: flag.benchmark,
      outcome: flag.outcome,
      before: flag.before,
      after: flag.after,
      "steps left": flag.distance,
    })),
  );
