import { describe, expect, test } from "vitest";
import { aDatasetId } from "../../test-data.ts";
import { DEFAULT_VIEW } from "../view-state.ts";
import { addTarget, canAddTarget, removeTarget, targetsOf } from "./targets.ts";

const ids = (...names: readonly string[]) => names.map((name) => aDatasetId(`a/${name}`));
const [one, two, three] = [aDatasetId("a/one"), aDatasetId("a/two"), aDatasetId("a/three")];

describe("targets", () => {
  test("the first one opens the page anew", () => {
    expect(addTarget(DEFAULT_VIEW, one)).toMatchObject({
      page: "explore",
      root: one,
      others: [],
      expansions: [],
    });
  });

  test("further ones stand beside the root", () => {
    expect(addTarget({ root: one, others: [two] }, three)).toMatchObject({ others: [two, three] });
  });

  test("none is there twice", () => {
    expect(addTarget({ root: one, others: [two] }, two)).toEqual({});
    expect(targetsOf({ root: one, others: [one, two] })).toEqual([one, two]);
  });

  test("there are eight at most", () => {
    const full = { root: one, others: ids("b", "c", "d", "e", "f", "g", "h") };

    expect(canAddTarget(full)).toBe(false);
    expect(addTarget(full, two)).toEqual({});
  });

  test("when the root goes, the next one takes its place", () => {
    expect(removeTarget({ root: one, others: [two, three] }, one)).toMatchObject({
      root: two,
      others: [three],
    });
  });

  test("without any the start page is left", () => {
    expect(removeTarget({ root: one, others: [] }, one).root).toBeUndefined();
  });
});
