import { SPLITS } from "../../../schema/vocabulary.ts";
import { clearsSplit } from "../../contamination/grade-split.ts";
import type { BenchmarkInGraph } from "../../contamination/find-states.ts";
import { toCost } from "../../contamination/step.ts";
import type { Step } from "../../contamination/step.ts";
import type { Row, Transaction, Value } from "../../database.ts";
import { CLEARINGS_AGAINST, STEPS_BELOW, STEPS_FROM } from "../../queries/contamination.ts";
import { toNumber, toText } from "../../rows.ts";

/** Every step that leads to one of the datasets or to what derives from it. */
export const readStepsBelow = async (
  transaction: Transaction,
  ids: readonly string[],
): Promise<readonly Step[]> => (await transaction.run(STEPS_BELOW, { ids })).map(toStep);

/** Every step that starts at one of the datasets. */
export const readStepsFrom = async (
  transaction: Transaction,
  ids: readonly string[],
): Promise<readonly Step[]> => (await transaction.run(STEPS_FROM, { ids })).map(toStep);

/** The clearing claims that count, by benchmark and dataset, each list in order. */
export const readClearings = async (
  transaction: Transaction,
  benchmarks: readonly BenchmarkInGraph[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>> => {
  const carried = new Map(
    benchmarks.flatMap((one) => [...one.carriers].map((carrier) => [carrier, one] as const)),
  );
  const found = new Map(benchmarks.map(({ id }) => [id, new Map<string, string[]>()]));
  for (const row of await transaction.run(CLEARINGS_AGAINST, { ids: [...carried.keys()] })) {
    const benchmark = carried.get(toText(row["benchmark"]));
    if (benchmark === undefined || !clearsSplit(benchmark, toSplit(row["split"]))) continue;
    const clearings = found.get(benchmark.id);
    const dataset = toText(row["dataset"]);
    clearings?.set(dataset, [...(clearings.get(dataset) ?? []), toText(row["id"])].sort());
  }
  return found;
};

const toStep = (row: Row): Step => ({
  id: toText(row["id"]),
  from: toText(row["from"]),
  to: toText(row["to"]),
  cost: toCost(toNumber(row["confidence"])),
  split: toSplit(row["split"]),
  waiting: row["type"] === "MAY_DERIVE_FROM",
});

const toSplit = (value: Value | undefined): Step["split"] => SPLITS.find((split) => split === value);
