import { expect, test } from "vitest";
import type { OverviewQuery } from "../../schema/graph-overview.ts";
import { toOverview } from "./to-overview.ts";
import { aWholeGraph } from "./test-graph.ts";

const overviewOf = (query: Partial<OverviewQuery>) => {
  const steps = toOverview(
    aWholeGraph({
      ids: [
        "big/one",
        "big/two",
        "big/three",
        "mid/one",
        "mid/two",
        "name:tide-tables",
        "website:example.org/a",
        "squad",
      ],
      edges: [
        [0, 3],
        [3, 5],
        [1, 6],
        [7, 0],
      ],
    }),
    { limit: 2, skip: 0, ...query },
  );
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
};

test("the owners beyond the limit are one group, the last one", () => {
  const { groups, edges } = overviewOf({ within: "unknown" });

  expect(groups.map(({ kind, name, datasets, owners }) => [kind, name, datasets, owners])).toEqual([
    ["owner", "big", 3, 1],
    ["owner", "mid", 2, 1],
    ["rest", "", 3, 3],
  ]);
  expect(edges.map(({ from, to, accepted }) => [from, to, accepted])).toEqual([
    [0, 1, 1],
    [0, 2, 1],
    [1, 2, 1],
    [2, 0, 1],
  ]);
});

test("passing over the shown owners opens the group of all others", () => {
  const { groups, total } = overviewOf({ within: "unknown", skip: 2, limit: 24 });

  expect(groups.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "owner huggingface:",
    "owner name:",
    "owner website:example.org",
  ]);
  expect(groups.map(({ outerSources, outerUses }) => [outerSources, outerUses])).toEqual([
    [1, 0],
    [0, 1],
    [0, 1],
  ]);
  expect(total).toEqual({ datasets: 8, edges: 4, owners: 5 });
});

test("of two groups that derive from each other, the one with the larger stream lies on the left", () => {
  const graph = aWholeGraph({
    ids: ["a/1", "a/2", "b/1", "b/2"],
    edges: [
      [0, 2],
      [2, 0],
      [3, 1],
    ],
  });

  const steps = toOverview(graph, { within: "unknown", limit: 24, skip: 0 });
  let step = steps.next();
  while (step.done !== true) step = steps.next();

  const [a, b] = step.value.groups;
  expect(b?.x).toBeLessThan(a?.x ?? 0);
});
