import type { SavedQuery } from "../../../schema/cypher.ts";

export const lineageStatistics: SavedQuery = {
  name: "lineage-statistics",
  title: "The lineage graph in numbers",
  description:
    "Size, density and reuse over accepted edges, as the report's Section 3.2 counts them. A node counts when an accepted edge touches it.",
  parameters: [],
  columns: [
    { name: "nodes", description: "datasets with an accepted edge" },
    { name: "edges", description: "accepted edges" },
    { name: "density", description: "edges as a share of all ordered pairs" },
    { name: "derived", description: "datasets with a source" },
    { name: "roots", description: "datasets that nothing was built from" },
    { name: "origins", description: "datasets without a source" },
    { name: "sourcesPerDerived", description: "sources of a derived dataset on average" },
    { name: "mostUses", description: "uses of the most used source" },
    { name: "mostSources", description: "direct sources of the dataset that has most" },
  ],
  cypher: `
MATCH (d:Dataset)
WITH COUNT { (d)-[:DERIVED_FROM]->(:Dataset) } AS sources, COUNT { (d)<-[:DERIVED_FROM]-(:Dataset) } AS uses
WHERE sources + uses > 0
WITH count(*) AS nodes, coalesce(sum(sources), 0) AS edges, count(CASE WHEN sources > 0 THEN 1 END) AS derived,
  count(CASE WHEN uses = 0 THEN 1 END) AS roots, count(CASE WHEN sources = 0 THEN 1 END) AS origins,
  max(uses) AS mostUses, max(sources) AS mostSources
RETURN nodes, edges, CASE WHEN nodes < 2 THEN 0.0 ELSE toFloat(edges) / (nodes * (nodes - 1)) END AS density,
  derived, roots, origins, CASE WHEN derived = 0 THEN 0.0 ELSE toFloat(edges) / derived END AS sourcesPerDerived,
  mostUses, mostSources`,
};
