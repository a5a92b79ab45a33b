import type { Ground } from "../../../schema/contamination-level.ts";
import type { BenchmarkInGraph } from "../find-states.ts";
import { gradeFamily, gradeSplit } from "../grade-split.ts";
import type { Step } from "../step.ts";

/** A way as a plain list of steps. */
export interface PlainWay {
  readonly ids: readonly string[];
  readonly ground: Ground;
  readonly cost: number;
}

export interface PlainState {
  readonly kind: "open" | "cleared" | "possible";
  readonly shortest: PlainWay;
  readonly strongest: PlainWay;
  readonly clearings: readonly string[];
}

interface World {
  readonly benchmark: BenchmarkInGraph;
  readonly steps: readonly Step[];
  readonly clearings: ReadonlyMap<string, readonly string[]>;
}

/** The same answer by going along every way there is: slow, and simple enough to be believed. Keys are `dataset kind`. */
export const findStatesPlainly = (world: World): ReadonlyMap<string, PlainState> => {
  const datasets = [...new Set(world.steps.map(({ from }) => from))].filter(
    (dataset) => !world.benchmark.carriers.has(dataset),
  );
  const states = new Map<string, PlainState>();
  const isCleared = (dataset: string): boolean => world.clearings.has(dataset);
  const add = (kind: PlainState["kind"], dataset: string, ways: readonly PlainWay[]): void => {
    const shortest = ways.toSorted(plainlyShorter)[0];
    const strongest = ways.toSorted(plainlyStronger)[0];
    if (shortest === undefined || strongest === undefined) return;
    const clearings = kind === "cleared" ? firstClearings(world, dataset, shortest) : [];
    states.set(`${dataset} ${kind}`, { kind, shortest, strongest, clearings });
  };
  const isOpen = (dataset: string): boolean => states.has(`${dataset} open`);
  const waysOf = (dataset: string, along: Along): readonly PlainWay[] => walk(world, [], { dataset, along });
  const open = datasets.map((dataset) => {
    const along = { waiting: false, passes: (at: string) => !isCleared(at), ends: () => undefined };
    return [dataset, isCleared(dataset) ? [] : waysOf(dataset, along)] as const;
  });
  for (const [dataset, ways] of open) add("open", dataset, ways);
  const ends = (at: string): PlainState | undefined => states.get(`${at} open`);
  for (const dataset of datasets.filter((one) => !isOpen(one))) {
    add("cleared", dataset, waysOf(dataset, { waiting: false, passes: () => true, ends }));
    const passes = (at: string): boolean => !isCleared(at);
    if (!isCleared(dataset)) add("possible", dataset, waysOf(dataset, { waiting: true, passes, ends }));
  }
  return states;
};

interface Along {
  /** Whether steps that wait for a person count. */
  readonly waiting: boolean;
  passes(dataset: string): boolean;
  /** Where a way goes on as it is known to, if it does. */
  ends(dataset: string): PlainState | undefined;
}

const walk = (
  world: World,
  visited: readonly string[],
  { dataset, along }: { readonly dataset: string; readonly along: Along },
): readonly PlainWay[] =>
  world.steps
    .filter((step) => step.from === dataset && (along.waiting || !step.waiting))
    .flatMap((step): readonly PlainWay[] => {
      const { carriers, families } = world.benchmark;
      const grade = carriers.has(step.to) ? gradeSplit : gradeFamily;
      if (carriers.has(step.to) || families.has(step.to)) {
        const ground = grade(world.benchmark, step.split);
        return ground === undefined ? [] : [{ ids: [step.id], ground, cost: step.cost }];
      }
      const known = along.ends(step.to);
      if (known !== undefined) return [known.shortest, known.strongest].map((way) => before(step, way));
      if ([...visited, dataset].includes(step.to) || !along.passes(step.to)) return [];
      const rest = walk(world, [...visited, dataset], { dataset: step.to, along });
      return rest.map((way) => before(step, way));
    });

const before = (step: Step, way: PlainWay): PlainWay => ({
  ids: [step.id, ...way.ids],
  ground: way.ground,
  cost: step.cost + way.cost,
});

const sureness = ({ ground }: PlainWay): number => (ground === "declared" ? 0 : 1);
const byIds = (one: PlainWay, other: PlainWay): number => {
  const [left, right] = [one, other].map(({ ids }) => ids.join(" "));
  return (left ?? "") < (right ?? "") ? -1 : 1;
};

const plainlyShorter = (one: PlainWay, other: PlainWay): number =>
  one.ids.length - other.ids.length || sureness(one) - sureness(other) || byIds(one, other);

const plainlyStronger = (one: PlainWay, other: PlainWay): number =>
  sureness(one) - sureness(other) ||
  one.cost - other.cost ||
  one.ids.length - other.ids.length ||
  byIds(one, other);

const firstClearings = (world: World, dataset: string, way: PlainWay): readonly string[] => {
  const passed = [dataset, ...way.ids.map((id) => world.steps.find((step) => step.id === id)?.to ?? "")];
  const first = passed.find((at) => world.clearings.has(at));
  return first === undefined ? [] : (world.clearings.get(first) ?? []);
};
