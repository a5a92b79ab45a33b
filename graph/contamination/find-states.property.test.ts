import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { BenchmarkSplit } from "../../schema/benchmark.ts";
import { SPLITS } from "../../schema/vocabulary.ts";
import { findStates } from "./find-states.ts";
import type { BenchmarkInGraph, State, Ways } from "./find-states.ts";
import { groupByTarget } from "./group-by-target.ts";
import { edgesOf } from "./step.ts";
import type { Step, Way } from "./step.ts";
import { findStatesPlainly } from "./testing/find-states-plainly.ts";
import type { PlainState } from "./testing/find-states-plainly.ts";

const NODES = ["a", "b", "c", "d", "e", "f"];
const ENDS = ["bench", "copy", "family"];

const step = fc.record({
  from: fc.constantFrom(...NODES, "copy"),
  to: fc.constantFrom(...NODES, ...ENDS),
  // Few values, so that ties are common.
  cost: fc.constantFrom(0, 1, 2),
  split: fc.option(fc.constantFrom(...SPLITS), { nil: undefined }),
  waiting: fc.boolean(),
});

const steps = fc
  .uniqueArray(step, { selector: ({ from, to }) => `${from} ${to}`, maxLength: 14 })
  .map((all): readonly Step[] => all.map((one, index) => ({ ...one, id: `s${(index * 7) % 15}-${index}` })));

const SPLIT_SETS: readonly (readonly BenchmarkSplit[])[] = [
  ["test"],
  ["train", "test"],
  ["train", "validation", "test"],
];
const benchmark = fc.constantFrom(...SPLIT_SETS).map((splits): BenchmarkInGraph => ({
  id: "bench",
  node: "bench",
  splits: [...splits],
  evaluated: ["test"],
  carriers: new Set(["bench", "copy"]),
  families: new Set(["family"]),
}));
const clearings = fc
  .uniqueArray(fc.constantFrom(...NODES), { maxLength: 3 })
  .map((cleared) => new Map(cleared.map((dataset) => [dataset, [`claim of ${dataset}`]])));

it("finds the ways that going along all of them finds", () => {
  fc.assert(
    fc.property(benchmark, steps, clearings, (one, all, cleared) => {
      const states = findStates(one, { into: groupByTarget(all), clearings: cleared, around: new Map() });

      expect(flatten(states)).toEqual(
        plain(findStatesPlainly({ benchmark: one, steps: all, clearings: cleared })),
      );
    }),
    { numRuns: 3_000 },
  );
}, 60_000);

const plain = (states: ReadonlyMap<string, PlainState>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...states].map(([key, { shortest, strongest, clearings: claims }]) => [
      key,
      [shortest.ids, shortest.ground, strongest.ids, strongest.ground, strongest.cost, claims],
    ]),
  );

const flatten = (states: ReadonlyMap<string, State>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...states].flatMap(([dataset, { open, cleared, possible }]) => [
      ...(open === undefined ? [] : [[`${dataset} open`, describe(open, [])]]),
      ...(cleared === undefined ? [] : [[`${dataset} cleared`, describe(cleared, cleared.clearings)]]),
      ...(possible === undefined ? [] : [[`${dataset} possible`, describe(possible, [])]]),
    ]),
  );

const describe = ({ shortest, strongest }: Ways, claims: readonly string[]): readonly unknown[] => [
  edgesOf(shortest),
  shortest.ground,
  edgesOf(strongest),
  ...[(way: Way) => way.ground, (way: Way) => way.cost].map((pick) => pick(strongest)),
  claims,
];
