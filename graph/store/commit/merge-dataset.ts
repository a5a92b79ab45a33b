import type { Dataset } from "../../../schema/dataset.ts";
import type { NodeState } from "../../../schema/vocabulary.ts";
import type { StoredDataset } from "../../rows.ts";

/** What is known of a node that no trace has visited: the later word in this list wins, whoever says it first. */
const KNOWLEDGE = [
  "mentioned",
  "frontier",
  "skipped",
  "rate-limited",
  "unreachable",
  "terminal",
  "gated",
  "not-found",
  "traced",
] as const satisfies readonly NodeState[];

/** A visit that ends so found nothing out: it takes nothing away from what an earlier visit found. */
const NOT_LOOKED: ReadonlySet<NodeState> = new Set([
  "mentioned",
  "frontier",
  "skipped",
  "rate-limited",
  "unreachable",
]);

/** A visit that ends so did not even try, for reasons of the trace: others may still know more of the state. */
const NOT_TRIED: ReadonlySet<NodeState> = new Set(["mentioned", "frontier", "skipped"]);

/**
 * The node after another dataset's visit spoke of it. Facts only fill what is absent; the state of a visited node stays. The
 * result does not depend on the order in which others speak, as long as they agree on facts.
 */
export const mergeNeighbour = (stored: StoredDataset | undefined, said: Dataset): StoredDataset => {
  if (stored === undefined) return { dataset: said, visited: false };
  const known = stored.dataset;
  const facts = { ...said, ...known, ...eitherFlag(known, said) };
  return {
    dataset: stored.visited ? facts : withState(facts, strongerState(known, said)),
    visited: stored.visited,
  };
};

/** The node after its own visit, whose word on facts and state counts, unless it could not look and an earlier one could. */
export const mergeVisited = (stored: StoredDataset | undefined, own: Dataset): StoredDataset => {
  const tried = !NOT_TRIED.has(own.state);
  if (stored === undefined) return { dataset: own, visited: tried };
  const known = stored.dataset;
  const facts = { ...known, ...own, ...eitherFlag(known, own) };
  const visited = stored.visited || tried;
  if (!visited) return { dataset: withState(facts, strongerState(known, own)), visited };
  const keepsEarlier = stored.visited && NOT_LOOKED.has(own.state) && !NOT_LOOKED.has(known.state);
  return { dataset: withState(facts, keepsEarlier ? known : own), visited };
};

const eitherFlag = (one: Dataset, other: Dataset): Pick<Dataset, "isBenchmark" | "isFamily"> => ({
  isBenchmark: one.isBenchmark || other.isBenchmark,
  isFamily: one.isFamily || other.isFamily,
});

/** At the same state the reason that comes first in order is kept, so that the order of commits does not show. */
const strongerState = (known: Dataset, said: Dataset): Dataset => {
  const difference = KNOWLEDGE.indexOf(said.state) - KNOWLEDGE.indexOf(known.state);
  if (difference !== 0) return difference > 0 ? said : known;
  if (known.stateReason === undefined) return said;
  return said.stateReason !== undefined && said.stateReason < known.stateReason ? said : known;
};

const withState = (facts: Dataset, { state, stateReason }: Dataset): Dataset => {
  const { stateReason: _previous, ...rest } = facts;
  return { ...rest, state, ...(stateReason === undefined ? {} : { stateReason }) };
};
