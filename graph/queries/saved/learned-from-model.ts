import type { SavedQuery } from "../../../schema/cypher.ts";

export const learnedFromModel: SavedQuery = {
  name: "learned-from-model",
  title: "What learned from a model",
  description:
    "The datasets that a model helped to make, and what was built from those at any depth, over accepted edges.",
  parameters: [
    {
      name: "model",
      type: "model",
      description: "the model that made rows",
      example: "heronsgate-nlp/linesman-7b",
    },
  ],
  columns: [
    { name: "dataset", description: "id" },
    {
      name: "role",
      description: "what the model did: generator, answerer, judge, filter, transformer or annotator",
    },
    { name: "through", description: "the dataset that the model helped to make" },
    { name: "direct", description: "whether that is the dataset itself" },
  ],
  cypher: `
MATCH (x:Dataset)-[u:MADE_WITH]->(:Model {id: $model})
WHERE u.status = 'accepted'
WITH DISTINCT x, u.role AS role
MATCH (d:Dataset)-[:DERIVED_FROM*0..]->(x)
WITH DISTINCT d.id AS dataset, role, x.id AS through
RETURN dataset, role, through, dataset = through AS direct
ORDER BY direct DESC, through, dataset, role`,
};
