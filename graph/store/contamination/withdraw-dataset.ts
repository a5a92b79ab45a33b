import type { FlagRow } from "../../contamination/flag-row.ts";
import { groupByTarget } from "../../contamination/group-by-target.ts";
import {
  compareFates,
  type Descendant,
  findDescendants,
  type FlagFate,
  touches,
} from "../../contamination/withdraw.ts";
import type { Database, Transaction } from "../../database.ts";
import { ANCESTORS, DESCENDANTS, STATES_OF } from "../../queries/contamination.ts";
import { toText } from "../../rows.ts";
import { findRows, readNeighbourhood } from "./neighbourhood.ts";
import { readBenchmarks } from "./read-benchmarks.ts";
import { readStepsBelow } from "./read-steps.ts";

export interface WithdrawalFindings {
  readonly descendants: readonly Descendant[];
  readonly fates: readonly FlagFate[];
  /** The flags that would stand, of the descendants alone. */
  readonly left: readonly FlagRow[];
  /** Of the descendants and of the dataset. */
  readonly states: ReadonlyMap<string, string>;
  /** Steps of the descendants that wait for a person. */
  readonly waitingEdges: number;
}

/** Much may be built from a dataset that everybody uses. */
const TIMEOUT_MS = 60_000;

/**
 * What a graph without this dataset's edges would say of everything that was built from it. Only reads. Claims to have been
 * cleaned of the dataset still count: they are as true without it.
 */
export const withdrawDataset = async (database: Database, dataset: string): Promise<WithdrawalFindings> => {
  const reader: Transaction = {
    run: (cypher, parameters) => database.read(cypher, parameters, { timeoutMs: TIMEOUT_MS }),
  };
  const idsBy = async (cypher: string): Promise<readonly string[]> =>
    (await reader.run(cypher, { id: dataset })).map((row) => toText(row["id"]));
  const benchmarks = [...(await readBenchmarks(reader)).values()];
  const below = (await idsBy(DESCENDANTS)).filter((id) => id !== dataset);
  const all = await readNeighbourhood(reader, below, benchmarks);
  const ancestors = below.length === 0 ? [] : await idsBy(ANCESTORS);
  const stepsBelowAncestors = ancestors.length === 0 ? [] : await readStepsBelow(reader, ancestors);
  const into = groupByTarget(all.steps.filter((step) => !touches(step, dataset)));
  const left = benchmarks.flatMap((benchmark) => findRows({ ...all, into }, benchmark));
  const stored = all.flags.filter((flag) => all.datasets.has(flag.dataset));
  const states = await reader.run(STATES_OF, { ids: [dataset, ...below] });
  return {
    descendants: findDescendants({
      dataset,
      steps: all.steps,
      ancestors: new Set(ancestors),
      stepsBelowAncestors,
    }),
    fates: compareFates(stored, left),
    left,
    states: new Map(states.map((row) => [toText(row["id"]), toText(row["state"])])),
    waitingEdges: all.steps.filter(({ waiting }) => waiting).length,
  };
};
