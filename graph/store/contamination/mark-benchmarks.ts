import type { ContaminationChange } from "../../../schema/contamination.ts";
import type { BenchmarkList } from "../../contamination/create-benchmark-list.ts";
import type { Database, Transaction } from "../../database.ts";
import * as queries from "../../queries/benchmarks.ts";
import { DELETE_FLAGS_AGAINST } from "../../queries/contamination.ts";
import { compareMarks } from "./compare-marks.ts";
import type { MarkDifference } from "./compare-marks.ts";
import { recomputeContamination } from "./recompute-contamination.ts";

/** A node, and an id that is known to lead to it: its own, or another spelling. */
export interface KnownNode {
  readonly id: string;
  readonly known: string;
}

/**
 * Makes the marks of those benchmarks right that the ids mean, by what the graph knows of them now: a node that lost the spelling
 * that made it one loses its mark. Gives the ids on the list whose marks changed.
 */
export const markNewBenchmarks = async (
  transaction: Transaction,
  list: BenchmarkList,
  nodes: readonly KnownNode[],
): Promise<readonly string[]> => {
  const entries = nodes
    .flatMap(({ id, known }) => [list.withId(id), list.withId(known)])
    .filter((entry) => entry !== undefined);
  if (entries.length === 0) return [];
  const difference = await compareMarks(transaction.run.bind(transaction), list, {
    entries: [...new Set(entries)],
    nodes: nodes.map(({ id }) => id),
  });
  await writeMarks(transaction, difference);
  return [...difference.touched];
};

export interface ApplyBenchmarks {
  readonly list: BenchmarkList;
  readonly now: Date;
}

/**
 * Makes the marks of a graph those of the list, and finds the flags against what changed anew, in one transaction. Marks of lists
 * that were not read stay. Reads only, and gives undefined, when the marks are right already.
 */
export const applyBenchmarks = async (
  database: Database,
  { list, now }: ApplyBenchmarks,
): Promise<ContaminationChange | undefined> => {
  const { touched } = await compareMarks((text, values) => database.read(text, values), list);
  if (touched.size === 0) return undefined;
  return database.write(async (transaction) => {
    const difference = await compareMarks(transaction.run.bind(transaction), list);
    await writeMarks(transaction, difference);
    return recomputeContamination(transaction, { now, only: difference.touched });
  });
};

const writeMarks = async (
  transaction: Transaction,
  { wrong, foreign: ids }: MarkDifference,
): Promise<void> => {
  if (ids.length > 0) {
    await transaction.run(DELETE_FLAGS_AGAINST, { ids });
    await transaction.run(queries.UNMARK_BENCHMARKS, { ids });
    await transaction.run(queries.UNLABEL_BENCHMARKS, { ids });
  }
  if (wrong.length > 0) await transaction.run(queries.MARK_BENCHMARKS, { rows: wrong });
};
