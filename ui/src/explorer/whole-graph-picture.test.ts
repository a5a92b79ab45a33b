import { expect, it } from "vitest";
import { anOverview, aSnapshot } from "../state/whole-graph/graph-test-data.ts";
import { toDatasetRows, toGroupRows } from "../state/whole-graph/graph-rows.ts";
import { toDatasetEdges, toGroupEdges, toPicture } from "./whole-graph-picture.ts";

it("draws every dataset where the service has put it, with the edges between those that are shown", () => {
  const snapshot = aSnapshot(
    [
      { id: "acme/mix", domains: ["math", "code"], level: "inherited", uses: 3 },
      { id: "acme/exam" },
      { id: "paper:1" },
    ],
    [
      [0, 1],
      [0, 2],
    ],
  );
  const shown = toDatasetRows(snapshot).slice(0, 2);

  const { shape, layout } = toPicture({
    place: "all",
    rows: shown,
    edges: toDatasetEdges(snapshot),
    nameOf: ({ key }) => key,
  });

  expect(shape.nodes[0]).toMatchObject({
    id: "acme/mix",
    name: "mix",
    kind: "dataset",
    domain: "mixed",
    marks: [{ benchmark: "", level: "inherited" }],
    uses: 3,
  });
  expect(shape.edges.map(({ from, to, relation, status }) => [from, to, relation, status])).toEqual([
    ["acme/mix", "acme/exam", "inclusion", "accepted"],
  ]);
  expect([...layout.nodes]).toEqual([
    ["acme/mix", { x: 0, y: 0 }],
    ["acme/exam", { x: 100, y: 0 }],
  ]);
});

it("draws a group with its count and its worst level, and one edge for all derivations between two groups", () => {
  const overview = anOverview();
  const rows = toGroupRows(overview);

  const { shape } = toPicture({
    place: "all",
    rows,
    edges: toGroupEdges(overview, rows),
    nameOf: () => "mathematics",
  });

  expect(shape.nodes[0]).toMatchObject({
    kind: "group",
    name: "mathematics",
    marks: [{ level: "declared" }],
    group: { count: 4, contaminated: 1 },
  });
  expect(shape.edges).toMatchObject([{ status: "accepted", count: 5 }]);
});
