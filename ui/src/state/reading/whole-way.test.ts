import { describe, expect, test } from "vitest";
import { aDatasetId } from "../../test-data.ts";
import { DEFAULT_VIEW } from "../view-state.ts";
import { drawWays, missingOf } from "./whole-way.ts";

const way = (...nodes: string[]) => ({ nodes: nodes.map(aDatasetId) });
const shows =
  (...ids: string[]) =>
  (id: string): boolean =>
    ids.includes(id);

describe("what the canvas lacks of the shown ways", () => {
  test("is each dataset once", () => {
    const missing = missingOf([way("a/a", "a/b", "a/c"), way("a/a", "a/d", "a/c")], shows("a/a", "a/b"));

    expect(missing).toEqual(["a/c", "a/d"]);
  });

  test("is drawn by expanding the steps that lead there", () => {
    const view = { ...DEFAULT_VIEW, root: aDatasetId("a/a") };

    expect(drawWays(view, [way("a/a", "a/b", "a/c")], shows("a/a", "a/b"))).toEqual({
      expansions: [{ id: "a/b", direction: "upstream" }],
    });
  });

  test("is drawn from a new target when not even its start is there", () => {
    const view = { ...DEFAULT_VIEW, root: aDatasetId("z/z") };

    const patch = drawWays(view, [way("a/a", "a/b", "a/c")], shows("z/z"));

    expect(patch.others).toEqual(["a/a"]);
    expect(patch.expansions?.map(({ id }) => id)).toEqual(["a/a", "a/b"]);
  });

  test("is nothing when all is drawn", () => {
    expect(drawWays(DEFAULT_VIEW, [way("a/a", "a/b")], shows("a/a", "a/b"))).toEqual({});
  });
});
