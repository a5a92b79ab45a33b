import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BenchmarkInGraph } from "../contamination/find-states.ts";
import { aDerivation } from "../store/test-data.ts";
import { createAcceptedSteps, type NamedStep } from "./accepted-steps.ts";
import { createValuer } from "./create-valuer.ts";
import { createHeldOut } from "./held-out.ts";

const name = (index: number): string => `acme/d${index}`;
const EXAM: BenchmarkInGraph = {
  id: name(0),
  node: name(0),
  carriers: new Set([name(0)]),
  families: new Set(),
  splits: ["test"],
  evaluated: ["test"],
};

/** Steps from higher numbers to lower ones: no cycles. */
const graphs = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 8 })), {
    selector: String,
    maxLength: 20,
  })
  .map((pairs) => pairs.filter(([from, to]) => from > to));
type Pair = readonly [number, number];

const toStep = ([from, to]: Pair): NamedStep => ({ id: `${from}-${to}`, from: name(from), to: name(to) });

/** All that is below a dataset, itself included, the slow way. */
const below = (pairs: readonly Pair[], start: number): ReadonlySet<number> => {
  const found = new Set([start]);
  for (const place of found) for (const [from, to] of pairs) if (to === place) found.add(from);
  return found;
};
const flagged = (pairs: readonly Pair[]): ReadonlySet<number> =>
  new Set([...below(pairs, 0)].filter((place) => place !== 0));

const valueOf = (pairs: readonly Pair[], [from, to]: Pair) => {
  const steps = createAcceptedSteps();
  for (const pair of pairs) steps.set(toStep(pair));
  const heldOut = createHeldOut([EXAM], steps);
  const valuer = createValuer(steps, heldOut, [name(from)]);
  const edge = { ...aDerivation(name(from), name(to)), id: `${from}-${to}` as never };
  return valuer({ edge, readers: new Set(), proposals: 0 });
};

describe("createValuer", () => {
  it("counts the datasets below an edge as a walk does", () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 9 }), (pairs, from) => {
        expect(valueOf(pairs, [from, 0]).datasets).toBe(below(pairs, from).size);
      }),
    );
  });

  it("counts as flags exactly those that differ with the edge and without it", () => {
    fc.assert(
      fc.property(
        graphs,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 8 }),
        (pairs, from, to) => {
          fc.pre(from > to);
          const others = pairs.filter((pair) => String(pair) !== String([from, to]));
          const difference = flagged([...others, [from, to]]).size - flagged(others).size;

          expect(valueOf(pairs, [from, to]).flags).toBe(difference);
          expect(valueOf(others, [from, to]).flags).toBe(difference);
        },
      ),
    );
  });

  it("tells which benchmarks those are, and takes a train split for none", () => {
    const steps = createAcceptedSteps();
    const heldOut = createHeldOut([{ ...EXAM, splits: ["train", "test"] }], steps);
    const valuer = createValuer(steps, heldOut, []);
    const value = (split: "train" | "test") =>
      valuer({ edge: aDerivation(name(1), name(0), { split }), readers: new Set(), proposals: 0 });

    expect(value("test")).toMatchObject({ flags: 1, benchmarks: [name(0)], datasets: 1, stake: 2 });
    expect(value("train")).toMatchObject({ flags: 0, benchmarks: [], stake: 1 });
  });
});
