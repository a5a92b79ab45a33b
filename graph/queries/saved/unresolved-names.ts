import type { SavedQuery } from "../../../schema/cypher.ts";

export const unresolvedNames: SavedQuery = {
  name: "unresolved-names",
  title: "Names that nobody could resolve",
  description:
    "Sources that documents name without an id, most used first, with the spellings that were met.",
  parameters: [{ name: "limit", type: "integer", description: "rows at most", default: 50, example: 50 }],
  columns: [
    { name: "name", description: "typed id" },
    { name: "uses", description: "datasets that were built from it" },
    { name: "family", description: "whether several datasets share the name" },
    { name: "spellings", description: "as documents write it" },
  ],
  cypher: `
MATCH (n:Dataset {registry: 'name'})<-[r:DERIVED_FROM|MAY_DERIVE_FROM]-(d:Dataset)
WITH n, count(DISTINCT d) AS uses, collect(r.id) AS edges
ORDER BY uses DESC, n.id
LIMIT $limit
UNWIND edges AS edge
OPTIONAL MATCH (e:Evidence {edgeId: edge})
WITH DISTINCT n, uses, e.nameAsWritten AS spelling
ORDER BY spelling
WITH n.id AS name, uses, n:Family AS family, collect(spelling) AS spellings
RETURN name, uses, family, spellings
ORDER BY uses DESC, name`,
};
