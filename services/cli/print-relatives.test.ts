import { expect, test } from "vitest";
import { aDataset, aDerivation, anId } from "../../graph/store/test-data.ts";
import type { LineageView } from "../../schema/api.ts";
import { toTree } from "./print-relatives.ts";

const aView = (edges: LineageView["edges"], ids: readonly string[]): LineageView => ({
  root: anId(ids[0] ?? ""),
  targets: [anId(ids[0] ?? "")],
  nodes: ids.map((id) => ({
    ...aDataset(id),
    sources: 0,
    uses: 0,
    level: 0,
    target: id === ids[0],
    marks: [],
  })),
  edges,
  truncated: false,
  reach: {},
});

test("a dataset that is reached twice is unfolded once and marked the second time", () => {
  const view = aView(
    [
      aDerivation("a/root", "a/left", { confidence: 0.9 }),
      aDerivation("a/root", "a/right", { confidence: 0.8 }),
      aDerivation("a/left", "a/base"),
      aDerivation("a/right", "a/left"),
    ],
    ["a/root", "a/left", "a/right", "a/base"],
  );

  expect(toTree(view, "upstream")).toEqual([
    "a/root",
    "  a/left  inclusion 0.90",
    "    a/base  inclusion 0.90",
    "  a/right  inclusion 0.80",
    "    a/left  inclusion 0.90 (see above)",
  ]);
});

test("a cycle ends where it closes", () => {
  const view = aView([aDerivation("a/one", "a/two"), aDerivation("a/two", "a/one")], ["a/one", "a/two"]);

  expect(toTree(view, "upstream")).toEqual([
    "a/one",
    "  a/two  inclusion 0.90",
    "    a/one  inclusion 0.90 (see above)",
  ]);
});

test("downstream follows the same edges the other way", () => {
  const view = aView([aDerivation("a/derived", "a/source")], ["a/source", "a/derived"]);

  expect(toTree(view, "downstream")).toEqual(["a/source", "  a/derived  inclusion 0.90"]);
});

test("accepted edges come before doubted ones, and doubt is said", () => {
  const view = aView(
    [
      aDerivation("a/root", "a/doubted", { status: "flagged", flags: ["low-confidence"], confidence: 0.4 }),
      aDerivation("a/root", "a/sure", { confidence: 0.6 }),
    ],
    ["a/root", "a/doubted", "a/sure"],
  );

  expect(toTree(view, "upstream").slice(1)).toEqual([
    "  a/sure  inclusion 0.60",
    "  a/doubted  inclusion 0.40 ? low-confidence",
  ]);
});
