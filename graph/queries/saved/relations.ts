import type { SavedQuery } from "../../../schema/cypher.ts";

export const relations: SavedQuery = {
  name: "relations",
  title: "Edges by relation and status",
  description: "How datasets came from their sources, and what is believed of it.",
  parameters: [],
  columns: [
    { name: "relation", description: "inclusion, fusion, synthesis, evolution, distillation or annotation" },
    { name: "accepted", description: "edges" },
    { name: "flagged", description: "edges that wait for a person" },
    { name: "rejected", description: "edges that were looked at and are none" },
  ],
  cypher: `
MATCH (:Dataset)-[r:DERIVED_FROM|MAY_DERIVE_FROM|NOT_DERIVED_FROM]->(:Dataset)
WITH r.relation AS relation, type(r) AS type
WITH relation,
  count(CASE WHEN type = 'DERIVED_FROM' THEN 1 END) AS accepted,
  count(CASE WHEN type = 'MAY_DERIVE_FROM' THEN 1 END) AS flagged,
  count(CASE WHEN type = 'NOT_DERIVED_FROM' THEN 1 END) AS rejected
RETURN relation, accepted, flagged, rejected
ORDER BY accepted DESC, relation`,
};
