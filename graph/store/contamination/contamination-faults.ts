import type { BenchmarkList } from "../../contamination/create-benchmark-list.ts";
import type { FlagRow } from "../../contamination/flag-row.ts";
import type { Database, Transaction } from "../../database.ts";
import { ALL_FLAGS } from "../../queries/contamination.ts";
import type { Fault } from "../check/find-faults.ts";
import { compareMarks } from "./compare-marks.ts";
import { readBenchmarks } from "./read-benchmarks.ts";
import { readStepsBelow } from "./read-steps.ts";
import { findFlags } from "./recompute-contamination.ts";
import { compareFlags, toStoredFlag } from "./write-flags.ts";

/**
 * Marks of benchmarks that the list and the spellings do not, or no longer, amount to; flags that rest on edges that are not there,
 * and flags that the edges do not amount to.
 */
export const contaminationFaults = async (
  database: Database,
  list: BenchmarkList,
): Promise<readonly Fault[]> => [...(await markFaults(database, list)), ...(await flagFaults(database))];

const markFaults = async (database: Database, list: BenchmarkList): Promise<readonly Fault[]> => {
  const { wrong, foreign } = await compareMarks((text, values) => database.read(text, values), list);
  return [...wrong.map(({ id }) => id), ...foreign].map((subject) => ({
    rule: "stale-mark",
    subject,
    detail: "is not marked as the benchmark that the list and its spellings make it, or is marked and none",
  }));
};

const flagFaults = async (database: Database): Promise<readonly Fault[]> => {
  const reader: Transaction = { run: (cypher, parameters) => database.read(cypher, parameters) };
  const benchmarks = [...(await readBenchmarks(reader)).values()];
  const stored = (await reader.run(ALL_FLAGS)).map(toStoredFlag);
  const found = await findFlags(reader, benchmarks);
  const { added, changed, removed } = compareFlags(stored, found);
  if (added.length + changed.length + removed.length === 0) return [];
  const starts = benchmarks.flatMap(({ carriers, families }) => [...carriers, ...families]);
  const steps = new Set((await readStepsBelow(reader, starts)).map(({ id }) => id));
  const isGrounded = ({ properties: { path } }: FlagRow): boolean =>
    Array.isArray(path) && path.length > 0 && path.every((id) => steps.has(String(id)));
  return [
    ...added.map((flag) => staleFlag(flag, "is missing: its edges amount to it")),
    ...[...changed, ...removed].map((flag) =>
      isGrounded(flagAsStored(flag, stored))
        ? staleFlag(flag, "is not what its edges amount to")
        : fault("level-without-path", flag, "names no way, or one over edges that are not there"),
    ),
  ];
};

/** Of a flag that changed, what the graph holds and not what it should hold. */
const flagAsStored = (flag: FlagRow, stored: readonly FlagRow[]): FlagRow =>
  stored.find(
    ({ dataset, benchmark, type }) =>
      dataset === flag.dataset && benchmark === flag.benchmark && type === flag.type,
  ) ?? flag;

const staleFlag = (flag: FlagRow, what: string): Fault => fault("stale-flag", flag, what);

const fault = (rule: Fault["rule"], { dataset, benchmark, properties }: FlagRow, what: string): Fault => ({
  rule,
  subject: dataset,
  detail: `${properties.level} against ${benchmark} ${what}`,
});
