import { CONTAMINATION_LEVELS, type ContaminationLevel } from "../../schema/contamination-level.ts";
import type { WithdrawalOutcome, WithdrawalReach } from "../../schema/withdrawal.ts";
import type { FlagRow } from "./flag-row.ts";
import { groupByTarget } from "./group-by-target.ts";
import type { Step } from "./step.ts";

/** The part of the graph that a withdrawal is thought through on. */
export interface WithdrawalArea {
  readonly dataset: string;
  /** Every step that starts at a descendant. */
  readonly steps: readonly Step[];
  /** What the dataset was built from, over any number of steps. */
  readonly ancestors: ReadonlySet<string>;
  /** Every step at and below the ancestors. */
  readonly stepsBelowAncestors: readonly Step[];
}

export interface Descendant {
  readonly id: string;
  readonly distance: number;
  readonly reach: WithdrawalReach;
  readonly isWaiting: boolean;
}

/** Everything that was built from the dataset, nearest first, and how it hangs on it. */
export const findDescendants = (area: WithdrawalArea): readonly Descendant[] => {
  const { dataset, ancestors } = area;
  const distances = distancesFrom([dataset], area.steps);
  const accepted = distancesFrom(
    [dataset],
    area.steps.filter(({ waiting }) => !waiting),
  );
  const others = distancesFrom(
    [...ancestors].filter((id) => id !== dataset),
    area.stepsBelowAncestors.filter((step) => !touches(step, dataset)),
  );
  return [...distances]
    .filter(([id]) => id !== dataset)
    .map(([id, distance]) => ({
      id,
      distance,
      reach: others.has(id) ? ("also" as const) : ("only" as const),
      isWaiting: !accepted.has(id),
    }))
    .sort((one, other) => one.distance - other.distance || (one.id < other.id ? -1 : 1));
};

export const touches = ({ from, to }: Step, dataset: string): boolean => from === dataset || to === dataset;

/** Fewest steps down from the nearest of the starts. */
const distancesFrom = (starts: readonly string[], steps: readonly Step[]): ReadonlyMap<string, number> => {
  const into = groupByTarget(steps);
  const distances = new Map(starts.map((start) => [start, 0]));
  // A map's iteration meets what is added meanwhile, in that order: a queue.
  for (const [id, distance] of distances) {
    for (const { from } of into.get(id) ?? []) if (!distances.has(from)) distances.set(from, distance + 1);
  }
  return distances;
};

export interface FlagFate {
  readonly dataset: string;
  readonly benchmark: string;
  readonly outcome: WithdrawalOutcome;
  readonly before: ContaminationLevel;
  readonly after?: ContaminationLevel;
  readonly distance?: number;
}

/** What becomes of each dataset and benchmark that has a flag, by the worst of its flags; those that vanish first. */
export const compareFates = (before: readonly FlagRow[], after: readonly FlagRow[]): readonly FlagFate[] => {
  const left = worstFlags(after);
  return [...worstFlags(before)]
    .map(([key, flag]) => toFate(flag, left.get(key)))
    .sort(
      (one, other) =>
        OUTCOME_ORDER[one.outcome] - OUTCOME_ORDER[other.outcome] ||
        rankOf(one.before) - rankOf(other.before) ||
        (`${one.dataset}\n${one.benchmark}` < `${other.dataset}\n${other.benchmark}` ? -1 : 1),
    );
};

const OUTCOME_ORDER = { vanishes: 0, changes: 1, stays: 2 } satisfies Record<WithdrawalOutcome, number>;

const rankOf = (level: ContaminationLevel): number => CONTAMINATION_LEVELS.indexOf(level);

const worstFlags = (rows: readonly FlagRow[]): ReadonlyMap<string, FlagRow> => {
  const worst = new Map<string, FlagRow>();
  for (const row of rows) {
    const key = `${row.dataset}\n${row.benchmark}`;
    const known = worst.get(key);
    if (known === undefined || rankOf(row.properties.level) < rankOf(known.properties.level)) {
      worst.set(key, row);
    }
  }
  return worst;
};

const toFate = (flag: FlagRow, left: FlagRow | undefined): FlagFate => {
  const { dataset, benchmark } = flag;
  const before = flag.properties.level;
  if (left === undefined) return { dataset, benchmark, outcome: "vanishes", before };
  const { level: after, distance } = left.properties;
  return { dataset, benchmark, outcome: after === before ? "stays" : "changes", before, after, distance };
};
