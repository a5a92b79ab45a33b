import type { SavedQuery } from "../../../schema/cypher.ts";

export const learnedByModel: SavedQuery = {
  name: "learned-by-model",
  title: "What a model learned from",
  description:
    "The datasets that the model's training runs used, what those were built from at any depth over accepted edges, and the models that made them.",
  parameters: [
    { name: "model", type: "model", description: "the trained model", example: "acme/base-7b-tuned" },
  ],
  columns: [
    { name: "kind", description: "dataset or model" },
    { name: "id", description: "of the dataset or model" },
    { name: "run", description: "the training run" },
    { name: "direct", description: "whether the run was trained on it itself" },
  ],
  cypher: `
MATCH (:Model {id: $model})<-[:PRODUCED]-(r:Run)-[:TRAINED_ON]->(d:Dataset)
RETURN DISTINCT 'dataset' AS kind, d.id AS id, r.id AS run, true AS direct
UNION
MATCH (:Model {id: $model})<-[:PRODUCED]-(r:Run)-[:TRAINED_ON]->(d:Dataset)
WITH DISTINCT r, d
MATCH (d)-[:DERIVED_FROM*]->(s:Dataset)
WITH DISTINCT r, s
WHERE NOT (r)-[:TRAINED_ON]->(s)
RETURN 'dataset' AS kind, s.id AS id, r.id AS run, false AS direct
UNION
MATCH (:Model {id: $model})<-[:PRODUCED]-(r:Run)-[:TRAINED_ON]->(d:Dataset)
WITH DISTINCT r, d
MATCH (d)-[:DERIVED_FROM*0..]->(s:Dataset)
WITH DISTINCT r, s
MATCH (s)-[u:MADE_WITH]->(m:Model)
WHERE u.status = 'accepted'
RETURN DISTINCT 'model' AS kind, m.id AS id, r.id AS run, false AS direct`,
};
