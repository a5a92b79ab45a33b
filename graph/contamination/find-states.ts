import type { Benchmark } from "../../schema/benchmark.ts";
import type { Ground } from "../../schema/contamination-level.ts";
import { gradeFamily, gradeSplit } from "./grade-split.ts";
import { spread } from "./spread.ts";
import type { Seed } from "./spread.ts";
import { byLength, byStrength, prepend, toEntry } from "./step.ts";
import type { Step, Way } from "./step.ts";

/** A benchmark as the graph has it. */
export interface BenchmarkInGraph extends Pick<Benchmark, "splits" | "evaluated"> {
  /** Its id on the list. */
  readonly id: string;
  /** The node that its flags point to. */
  readonly node: string;
  /** Every node that is it: itself and its re-uploads. */
  readonly carriers: ReadonlySet<string>;
  /** Families that one of them is a member of. */
  readonly families: ReadonlySet<string>;
}

export interface Ways {
  readonly shortest: Way;
  readonly strongest: Way;
}

/**
 * How one dataset stands to one benchmark. open: by a way on which nobody claims a cleaning; cleared: only by others;
 * possible: by a way that nobody claims a cleaning on, with a step on it that waits for a person.
 */
export interface State {
  readonly open?: Ways;
  readonly cleared?: Ways & { readonly clearings: readonly string[] };
  readonly possible?: Ways;
}

/** The part of the graph that is looked at: some datasets, with every step that starts at one of them. */
export interface Area {
  /** Accepted and waiting steps by where they lead. */
  readonly into: ReadonlyMap<string, readonly Step[]>;
  /** Accepted clearing claims against the benchmark that count, by dataset. */
  readonly clearings: ReadonlyMap<string, readonly string[]>;
  /** States of datasets outside the area that steps lead to. */
  readonly around: ReadonlyMap<string, State>;
}

/** The state of every dataset of the area that can have seen the benchmark; the others are absent. */
export const findStates = (benchmark: BenchmarkInGraph, area: Area): ReadonlyMap<string, State> => {
  const search = (phase: Phase) => searchWays(benchmark, area, phase);
  const around = (pick: (state: State) => Ways | undefined): ReadonlyMap<string, Ways> =>
    pickWays(area, pick);
  const open = search({
    known: around((state) => state.open),
    follows: isAccepted,
    admits: (dataset) => !area.clearings.has(dataset),
  });
  const cleared = search({
    known: new Map([...around((state) => state.open ?? state.cleared), ...open]),
    follows: isAccepted,
    admits: (dataset) => !open.has(dataset),
  });
  const possible = search({
    known: new Map([...around((state) => state.open ?? state.possible), ...open]),
    follows: () => true,
    admits: (dataset) => !open.has(dataset) && !area.clearings.has(dataset),
  });
  return join({ open, cleared, possible }, area);
};

interface Phase {
  /** Ways that are settled and may be continued. */
  readonly known: ReadonlyMap<string, Ways>;
  follows(step: Step): boolean;
  /** Whether the phase asks for the state of this dataset. */
  admits(dataset: string): boolean;
}

const isAccepted = (step: Step): boolean => !step.waiting;

const pickWays = (area: Area, pick: (state: State) => Ways | undefined): ReadonlyMap<string, Ways> => {
  const picked = new Map<string, Ways>();
  for (const [dataset, state] of area.around) {
    const ways = pick(state);
    if (ways !== undefined) picked.set(dataset, ways);
  }
  return picked;
};

const searchWays = (benchmark: BenchmarkInGraph, area: Area, phase: Phase): ReadonlyMap<string, Ways> => {
  const stepsInto = (target: string): readonly Step[] =>
    (area.into.get(target) ?? []).filter(
      (step) => phase.follows(step) && phase.admits(step.from) && !benchmark.carriers.has(step.from),
    );
  const entries = findEntries(benchmark, stepsInto);
  const continued = (kind: keyof Ways): readonly Seed[] =>
    [...phase.known].flatMap(([dataset, ways]) =>
      stepsInto(dataset).map((step) => ({ dataset: step.from, way: prepend(step, ways[kind]) })),
    );
  const shortest = spread({ seeds: [...entries, ...continued("shortest")], order: byLength, stepsInto });
  if (shortest.size === 0) return new Map();
  const strongest = spread({ seeds: [...entries, ...continued("strongest")], order: byStrength, stepsInto });
  const found = new Map<string, Ways>();
  for (const [dataset, way] of shortest) {
    found.set(dataset, { shortest: way, strongest: strongest.get(dataset) ?? way });
  }
  return found;
};

const findEntries = (
  benchmark: BenchmarkInGraph,
  stepsInto: (target: string) => readonly Step[],
): readonly Seed[] => [
  ...entriesInto(benchmark.carriers, stepsInto, (step) => gradeSplit(benchmark, step.split)),
  ...entriesInto(benchmark.families, stepsInto, (step) => gradeFamily(benchmark, step.split)),
];

const entriesInto = (
  targets: ReadonlySet<string>,
  stepsInto: (target: string) => readonly Step[],
  grade: (step: Step) => Ground | undefined,
): readonly Seed[] =>
  [...targets].flatMap(stepsInto).flatMap((step) => {
    const ground = grade(step);
    return ground === undefined ? [] : [{ dataset: step.from, way: toEntry(step, ground) }];
  });

interface Found {
  readonly open: ReadonlyMap<string, Ways>;
  readonly cleared: ReadonlyMap<string, Ways>;
  readonly possible: ReadonlyMap<string, Ways>;
}

const join = ({ open, cleared, possible }: Found, area: Area): ReadonlyMap<string, State> => {
  const states = new Map<string, State>();
  for (const [dataset, ways] of open) states.set(dataset, { open: ways });
  // In the order in which ways were found, so that where a way leads on is known before it.
  for (const [dataset, ways] of cleared) {
    const { next } = ways.shortest;
    const onward = next === undefined ? undefined : (states.get(next) ?? area.around.get(next));
    const clearings = area.clearings.get(dataset) ?? onward?.cleared?.clearings ?? [];
    states.set(dataset, { cleared: { ...ways, clearings } });
  }
  for (const [dataset, ways] of possible) states.set(dataset, { ...states.get(dataset), possible: ways });
  return states;
};
