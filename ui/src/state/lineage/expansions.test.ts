import { describe, expect, test } from "vitest";
import { aDatasetId, aLineage } from "../../test-data.ts";
import type { Expansion } from "../view-state.ts";
import { withExpansion, withoutExpansion } from "./expansions.ts";

const up = (id: string): Expansion => ({ id: aDatasetId(id), direction: "upstream" });
const down = (id: string): Expansion => ({ id: aDatasetId(id), direction: "downstream" });
/** root > one > two > three, and a sibling that was made from one. */
const lineage = aLineage("a/root", ["a/root>a/one", "a/one>a/two", "a/two>a/three", "b/sibling>a/one"]);
const wanted = (expansions: readonly Expansion[], depth = 1) => ({
  direction: "upstream" as const,
  depth,
  expansions,
});

test("an expansion is there once, however often it is asked for", () => {
  const once = withExpansion([], up("a/one"));

  expect(withExpansion(once, up("a/one"))).toBe(once);
  expect(withExpansion(once, down("a/one"))).toHaveLength(2);
});

describe("taking an expansion back", () => {
  test("takes those along that only it had brought onto the page", () => {
    const all = [up("a/one"), up("a/two"), down("a/one")];

    expect(withoutExpansion(lineage, wanted(all), up("a/one"))).toEqual([down("a/one")]);
  });

  test("keeps what the depth shows anyway", () => {
    const all = [up("a/one"), up("a/two")];

    expect(withoutExpansion(lineage, wanted(all, 2), up("a/one"))).toEqual([up("a/two")]);
  });

  test("is nothing for a dataset that was not expanded", () => {
    expect(withoutExpansion(lineage, wanted([up("a/one")]), down("a/root"))).toEqual([up("a/one")]);
  });

  test("ends where expansions would keep each other alive", () => {
    const circle = aLineage("a/root", ["a/root>a/one", "a/one>a/two", "b/far>a/two"]);
    const all = [up("a/one"), down("a/two"), up("b/far")];

    expect(withoutExpansion(circle, wanted(all), up("a/one"))).toEqual([]);
  });
});
