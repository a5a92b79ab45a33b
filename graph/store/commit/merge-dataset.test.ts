import { describe, expect, it } from "vitest";
import { mergeNeighbour, mergeVisited } from "./merge-dataset.ts";
import { aDataset } from "../test-data.ts";

const frontier = aDataset("acme/one", { state: "frontier" });
const traced = aDataset("acme/one", { state: "traced", licence: "mit", downloads: 5 });

describe("what another dataset's visit says of a node", () => {
  it("fills what is absent and changes no fact", () => {
    const known = { dataset: aDataset("acme/one", { state: "frontier", licence: "mit" }), visited: false };

    const merged = mergeNeighbour(
      known,
      aDataset("acme/one", { state: "frontier", licence: "other", likes: 3 }),
    );

    expect(merged.dataset).toMatchObject({ licence: "mit", likes: 3 });
  });

  it("never changes the state of a visited node", () => {
    for (const state of ["frontier", "mentioned", "terminal", "not-found"] as const) {
      const merged = mergeNeighbour({ dataset: traced, visited: true }, aDataset("acme/one", { state }));

      expect(merged.dataset.state).toBe("traced");
    }
  });

  it("raises a mention to a frontier and never back", () => {
    const mention = aDataset("acme/one", { state: "mentioned", stateReason: "only compared with" });

    expect(mergeNeighbour({ dataset: mention, visited: false }, frontier).dataset).toEqual(frontier);
    expect(mergeNeighbour({ dataset: frontier, visited: false }, mention).dataset).toEqual(frontier);
  });

  it("makes a benchmark of a dataset that anyone calls one", () => {
    const benchmark = aDataset("acme/one", { state: "frontier", isBenchmark: true });

    expect(mergeNeighbour({ dataset: traced, visited: true }, benchmark).dataset.isBenchmark).toBe(true);
    expect(mergeNeighbour({ dataset: benchmark, visited: false }, traced).dataset.isBenchmark).toBe(true);
  });
});

describe("a node's own visit", () => {
  it("corrects facts and state", () => {
    const merged = mergeVisited(
      { dataset: aDataset("acme/one", { state: "frontier", licence: "x" }), visited: false },
      traced,
    );

    expect(merged).toEqual({ dataset: traced, visited: true });
  });

  it("takes nothing from an earlier visit when it could not look", () => {
    for (const state of ["unreachable", "rate-limited", "skipped"] as const) {
      const merged = mergeVisited(
        { dataset: traced, visited: true },
        aDataset("acme/one", { state, stateReason: "x" }),
      );

      expect(merged.dataset).toEqual(traced);
    }
  });

  it("leaves what others know when it did not even try", () => {
    const gated = {
      dataset: aDataset("acme/one", { state: "gated", stateReason: "asks for consent" }),
      visited: false,
    };

    for (const state of ["frontier", "skipped"] as const) {
      expect(mergeVisited(gated, aDataset("acme/one", { state, stateReason: "too deep" }))).toEqual(gated);
    }
  });

  it("says so when the dataset is gone", () => {
    const gone = aDataset("acme/one", { state: "not-found", stateReason: "the Hub has no such dataset" });

    expect(mergeVisited({ dataset: traced, visited: true }, gone).dataset).toMatchObject({
      state: "not-found",
      stateReason: "the Hub has no such dataset",
      licence: "mit",
    });
  });
});
