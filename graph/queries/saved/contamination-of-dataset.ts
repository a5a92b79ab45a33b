import type { SavedQuery } from "../../../schema/cypher.ts";

export const contaminationOfDataset: SavedQuery = {
  name: "contamination-of-dataset",
  title: "Contamination of a dataset",
  description:
    "Every benchmark whose held-out items the dataset can hold, strongest level first. Flags that stand only if edges that wait for a person are accepted come as possible.",
  parameters: [
    {
      name: "dataset",
      type: "dataset",
      description: "the training dataset",
      example: "brackwater-lab/tidewrack-sft-mix",
    },
  ],
  columns: [
    { name: "benchmark", description: "id of its node" },
    { name: "level", description: "measured, declared, suspected, inherited, possible, or cleared" },
    { name: "split", description: "split that the last step takes, where a document says so" },
    { name: "steps", description: "edges to the benchmark on the shortest way" },
    { name: "confidence", description: "how likely all steps of the strongest way are right, 0 to 1" },
    { name: "edges", description: "ids of the edges along the shortest way" },
  ],
  cypher: `
MATCH (d:Dataset {id: $dataset})-[c:CONTAMINATED_BY|MAY_BE_CONTAMINATED_BY]->(b:Dataset)
WITH b.id AS benchmark, c,
  CASE c.level WHEN 'measured' THEN 0 WHEN 'declared' THEN 1 WHEN 'suspected' THEN 2 WHEN 'inherited' THEN 3
    WHEN 'possible' THEN 4 ELSE 5 END AS strength
RETURN benchmark, c.level AS level, c.split AS split, c.distance AS steps, c.confidence AS confidence, c.path AS edges
ORDER BY strength, steps, benchmark`,
};
