import type { SavedQuery } from "../../../schema/cypher.ts";

export const learnedFromDataset: SavedQuery = {
  name: "learned-from-dataset",
  title: "What learned from a dataset",
  description:
    "For an incident: the datasets, training runs and models that the dataset's rows can have reached, over accepted edges; also the datasets that such a model made.",
  parameters: [
    {
      name: "dataset",
      type: "dataset",
      description: "the dataset that must be withdrawn",
      example: "lindqvarn/stairwell-math",
    },
  ],
  columns: [
    { name: "kind", description: "dataset, run, model or made-with-model" },
    { name: "id", description: "of the dataset, run or model" },
    {
      name: "through",
      description: "dataset or model by which the rows came; the dataset itself when they came directly",
    },
  ],
  cypher: `
MATCH (d:Dataset {id: $dataset})<-[:DERIVED_FROM*]-(x:Dataset)
WITH DISTINCT x
RETURN 'dataset' AS kind, x.id AS id, $dataset AS through
UNION
MATCH (d:Dataset {id: $dataset})<-[:DERIVED_FROM*0..]-(x:Dataset)
WITH DISTINCT x
MATCH (r:Run)-[:TRAINED_ON]->(x)
RETURN 'run' AS kind, r.id AS id, x.id AS through
UNION
MATCH (d:Dataset {id: $dataset})<-[:DERIVED_FROM*0..]-(x:Dataset)
WITH DISTINCT x
MATCH (m:Model)<-[:PRODUCED]-(:Run)-[:TRAINED_ON]->(x)
RETURN DISTINCT 'model' AS kind, m.id AS id, x.id AS through
UNION
MATCH (d:Dataset {id: $dataset})<-[:DERIVED_FROM*0..]-(x:Dataset)
WITH DISTINCT x
MATCH (m:Model)<-[:PRODUCED]-(:Run)-[:TRAINED_ON]->(x)
WITH DISTINCT m
MATCH (y:Dataset)-[u:MADE_WITH]->(m)
WHERE u.status = 'accepted'
RETURN DISTINCT 'made-with-model' AS kind, y.id AS id, m.id AS through`,
};
