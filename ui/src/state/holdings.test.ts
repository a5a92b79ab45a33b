import { expect, test } from "vitest";
import { GraphOverview } from "../../../schema/graph-overview.ts";
import { toHoldings } from "./holdings.ts";

const group = (name: string, benchmarks: number, levels: GraphOverview["groups"][number]["levels"]) => ({
  kind: "domain" as const,
  name,
  datasets: 10,
  benchmarks,
  owners: 1,
  levels,
  innerEdges: 0,
  outerSources: 0,
  outerUses: 0,
  x: 0,
  y: 0,
});

test("counts as flagged what can have seen held-out items, and neither what is clean nor what only may be", () => {
  const overview = GraphOverview.parse({
    level: "domain",
    total: { datasets: 20, edges: 30, owners: 2 },
    groups: [
      group("math", 2, { declared: 1, inherited: 2, none: 7 }),
      group("code", 1, { possible: 3, "cleared-by-claim": 1, none: 6 }),
    ],
    edges: [],
  });

  expect(toHoldings(overview)).toEqual({ datasets: 20, derivations: 30, benchmarks: 3, flagged: 3 });
});
