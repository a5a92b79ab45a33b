import type { SavedQuery } from "../../../schema/cypher.ts";

const MAX_DEPTH = 12;

/** One level up. Every level keeps each source once, so that the work grows with the levels, not with the number of ways. */
const level = (depth: number): string => `OPTIONAL MATCH (a)-[:DERIVED_FROM]->(b:Dataset)
WITH DISTINCT d, b AS a, CASE WHEN b IS NULL THEN depth ELSE ${depth} END AS depth`;
const LEVELS = Array.from({ length: MAX_DEPTH - 1 }, (_, index) => level(index + 2)).join("\n");

export const depthPerDomain: SavedQuery = {
  name: "depth-per-domain",
  title: "Depth per domain",
  description:
    "How many steps lie between a dataset and its farthest source on the longest way, over accepted edges, by the domains of the dataset. Datasets without a source do not count; ways longer than 12 steps, and cycles, count as 12.",
  parameters: [
    {
      name: "rootsOnly",
      type: "boolean",
      description: "only datasets that nothing was built from",
      default: false,
      example: false,
    },
  ],
  columns: [
    { name: "domain", description: "a domain" },
    {
      name: "datasets",
      description: "datasets of the domain with a source; one with several domains counts in each",
    },
    { name: "averageDepth", description: "steps" },
    { name: "maximumDepth", description: "steps" },
  ],
  cypher: `
MATCH (d:Dataset)-[:DERIVED_FROM]->(a:Dataset)
WHERE d.domains IS NOT NULL AND (NOT $rootsOnly OR NOT (d)<-[:DERIVED_FROM]-())
WITH DISTINCT d, a, 1 AS depth
${LEVELS}
WITH d, max(depth) AS depth
UNWIND d.domains AS domain
WITH domain, count(d) AS datasets, avg(depth) AS averageDepth, max(depth) AS maximumDepth
RETURN domain, datasets, averageDepth, maximumDepth
ORDER BY datasets DESC, domain`,
};
