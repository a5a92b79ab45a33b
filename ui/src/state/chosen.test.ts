import { describe, expect, it } from "vitest";
import { aDatasetId } from "../test-data.ts";
import {
  chooseUpTo,
  gather,
  hideChosen,
  letGo,
  MAX_CHOSEN,
  meetChosen,
  onlyChosen,
  startFromChosen,
  toggleChosen,
} from "./chosen.ts";

const ids = (...names: readonly string[]) => names.map((name) => aDatasetId(name));
const LISTED = ids("a/1", "a/2", "a/3", "a/4", "a/5");

describe("gathering", () => {
  it("adds one, and lets it go again", () => {
    const [first = aDatasetId("a/1")] = LISTED;
    const added = toggleChosen({ chosen: [] }, first);

    expect(added).toEqual({ chosen: [first] });
    expect(toggleChosen({ chosen: [first] }, first)).toEqual({ chosen: [] });
  });

  it("adds all between the last one and this, in either direction", () => {
    expect(chooseUpTo({ chosen: ids("a/2") }, aDatasetId("a/4"), LISTED)).toEqual({
      chosen: ids("a/3", "a/4", "a/2"),
    });
    expect(chooseUpTo({ chosen: ids("a/4") }, aDatasetId("a/3"), LISTED)).toEqual({
      chosen: ids("a/3", "a/4"),
    });
  });

  it("reaches from the same start with another press", () => {
    const { chosen = [] } = chooseUpTo({ chosen: ids("a/2") }, aDatasetId("a/3"), LISTED);

    expect(chooseUpTo({ chosen }, aDatasetId("a/5"), LISTED).chosen?.toSorted()).toEqual(
      ids("a/2", "a/3", "a/4", "a/5"),
    );
  });

  it("adds one alone when there is nothing to reach from, or it is no longer listed", () => {
    expect(chooseUpTo({ chosen: [] }, aDatasetId("a/3"), LISTED)).toEqual({ chosen: ids("a/3") });
    expect(chooseUpTo({ chosen: ids("b/gone") }, aDatasetId("a/3"), LISTED)).toEqual({
      chosen: ids("b/gone", "a/3"),
    });
  });

  it("adds many at once, each of them once, and lets many go", () => {
    expect(gather({ chosen: ids("a/2") }, ids("a/1", "a/2", "a/3"))).toEqual({
      chosen: ids("a/2", "a/1", "a/3"),
    });
    expect(letGo({ chosen: ids("a/2", "a/1", "a/3") }, ids("a/1", "a/3", "b/other"))).toEqual({
      chosen: ids("a/2"),
    });
  });

  it("stops at what an address can hold", () => {
    const many = Array.from({ length: 300 }, (_, index) => aDatasetId(`many/${index}`));

    expect(toggleChosen({ chosen: many.slice(0, MAX_CHOSEN) }, aDatasetId("a/b")).chosen).toHaveLength(
      MAX_CHOSEN,
    );
    expect(gather({ chosen: ids("a/b") }, many).chosen).toHaveLength(MAX_CHOSEN);
    expect(chooseUpTo({ chosen: many.slice(0, 1) }, aDatasetId("many/299"), many).chosen).toHaveLength(
      MAX_CHOSEN,
    );
  });
});

describe("what is done with them", () => {
  const chosen = ids("a/1", "a/2");

  it("shows only these", () => {
    expect(onlyChosen({ chosen })).toMatchObject({ onlyDatasets: chosen, chosen: [] });
  });

  it("hides these beside what is hidden, and selects none of them", () => {
    const selection = { kind: "dataset", id: aDatasetId("a/2") } as const;

    expect(hideChosen({ chosen, hiddenDatasets: ids("a/2", "b/0"), selection })).toEqual({
      hiddenDatasets: ids("a/2", "b/0", "a/1"),
      chosen: [],
      selection: undefined,
    });
  });

  it("starts from these, as far as there may be targets", () => {
    const nine = Array.from({ length: 9 }, (_, index) => aDatasetId(`many/${index}`));

    expect(startFromChosen({ chosen })).toMatchObject({ root: "a/1", others: ["a/2"], chosen: [] });
    expect(startFromChosen({ chosen: nine }).others).toHaveLength(7);
  });

  it("looks for common ancestors as deep as can be", () => {
    expect(meetChosen({ chosen })).toMatchObject({
      root: "a/1",
      others: ["a/2"],
      depth: 30,
      direction: "upstream",
    });
  });
});
