import type { SavedQuery } from "../../../schema/cypher.ts";

export const leakPaths: SavedQuery = {
  name: "leak-paths",
  title: "Ways from a dataset to a benchmark",
  description:
    "Every way upstream of at most 6 edges, accepted or waiting for a person, shortest first, with what each step says.",
  parameters: [
    {
      name: "dataset",
      type: "dataset",
      description: "the training dataset",
      example: "brackwater-lab/shoal-math",
    },
    {
      name: "benchmark",
      type: "benchmark",
      description: "the benchmark's node, or any source",
      example: "lindqvarn/gauntlet-olympiad",
    },
    { name: "limit", type: "integer", description: "rows at most", default: 50, example: 50 },
  ],
  columns: [
    { name: "steps", description: "edges of the way" },
    { name: "datasets", description: "ids from the dataset up to the benchmark" },
    { name: "relations", description: "how each was made from the next" },
    {
      name: "split",
      description: "split of the benchmark that the last step takes, where a document says so",
    },
    { name: "weakest", description: "lowest confidence on the way" },
    { name: "accepted", description: "whether every step is accepted" },
  ],
  cypher: `
MATCH p = (:Dataset {id: $dataset})-[:DERIVED_FROM|MAY_DERIVE_FROM*1..6]->(:Dataset {id: $benchmark})
WITH [n IN nodes(p) | n.id] AS datasets, relationships(p) AS edges, length(p) AS steps
RETURN steps, datasets, [r IN edges | r.relation] AS relations, last([r IN edges | r.split]) AS split,
  reduce(weakest = 1.0, r IN edges | CASE WHEN r.confidence < weakest THEN r.confidence ELSE weakest END) AS weakest,
  all(r IN edges WHERE type(r) = 'DERIVED_FROM') AS accepted
ORDER BY steps, weakest DESC, datasets[1], datasets[2]
LIMIT $limit`,
};
