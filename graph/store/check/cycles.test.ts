import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cyclicGroups } from "./cycles.ts";

const arcs = (pairs: readonly (readonly [string, string])[]) => pairs.map(([from, to]) => ({ from, to }));

describe("cyclicGroups", () => {
  it("finds nothing in a graph without a cycle", () => {
    expect(
      cyclicGroups(
        arcs([
          ["a", "b"],
          ["b", "c"],
          ["a", "c"],
        ]),
      ),
    ).toEqual([]);
  });

  it("gives each knot of cycles once, and not what only leads to it", () => {
    const groups = cyclicGroups(
      arcs([
        ["a", "b"],
        ["b", "a"],
        ["c", "a"],
        ["d", "e"],
        ["e", "f"],
        ["f", "d"],
      ]),
    );

    expect([...groups].sort()).toEqual([
      ["a", "b"],
      ["d", "e", "f"],
    ]);
  });

  it("puts two nodes together exactly when each reaches the other", () => {
    const node = fc.constantFrom("a", "b", "c", "d", "e", "f");
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 14 }), (pairs) => {
        const reaches = (from: string, to: string): boolean => {
          const seen = new Set([from]);
          for (const at of seen) for (const [source, target] of pairs) if (source === at) seen.add(target);
          return seen.has(to);
        };
        const groups = cyclicGroups(arcs(pairs));
        const together = (one: string, other: string) =>
          groups.some((group) => group.includes(one) && group.includes(other));

        for (const one of "abcdef")
          for (const other of "abcdef") {
            if (one !== other) expect(together(one, other)).toBe(reaches(one, other) && reaches(other, one));
          }
      }),
    );
  });

  it("takes a chain of a hundred thousand", () => {
    const chain = Array.from({ length: 100_000 }, (_, index) => [`${index}`, `${index + 1}`] as const);

    expect(cyclicGroups(arcs([...chain, ["100000", "0"]]))[0]).toHaveLength(100_001);
  });
});
