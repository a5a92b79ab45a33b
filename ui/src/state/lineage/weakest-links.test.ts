import * as fc from "fast-check";
import { expect, test } from "vitest";
import { weakestLinks } from "./weakest-links.ts";

const step = (from: string, to: string, confidence: number) => ({ from, to, confidence });

test("takes the way whose weakest edge is strongest, also when it is longer", () => {
  const edges = [step("a", "c", 0.3), step("a", "b", 0.9), step("b", "c", 0.6), step("c", "d", 0.8)];

  const { upstream } = weakestLinks(edges, ["a"]);

  expect(Object.fromEntries(upstream)).toEqual({ b: 0.9, c: 0.6, d: 0.6 });
});

test("goes along uses downstream, and never turns round", () => {
  const { upstream, downstream } = weakestLinks([step("up", "a", 0.7), step("up", "side", 0.9)], ["a"]);

  expect(Object.fromEntries(downstream)).toEqual({ up: 0.7 });
  expect(upstream.size).toBe(0);
});

test("is what a search over all ways finds", () => {
  const node = fc.integer({ min: 0, max: 6 }).map(String);
  const edge = fc.record({ from: node, to: node, confidence: fc.constantFrom(0.1, 0.4, 0.5, 0.9, 1) });
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 20 }), (edges) => {
      const expected = new Map<string, number>();
      for (let changed = true; changed;) {
        changed = false;
        for (const { from, to, confidence } of edges) {
          const here = from === "0" ? 1 : expected.get(from);
          const there = here === undefined ? undefined : Math.min(here, confidence);
          if (to === "0" || there === undefined || there <= (expected.get(to) ?? -1)) continue;
          expected.set(to, there);
          changed = true;
        }
      }

      expect(weakestLinks(edges, ["0"]).upstream).toEqual(expected);
    }),
  );
});
