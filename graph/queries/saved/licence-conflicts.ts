import type { SavedQuery } from "../../../schema/cypher.ts";
import { LICENCE_CLASSES } from "./licence-classes.ts";

const listOf = (...licences: readonly string[]): string =>
  `[${licences.map((one) => `'${one}'`).join(", ")}]`;
const { permissive, shareAlike, nonCommercial, restricted } = LICENCE_CLASSES;
const PERMISSIVE = listOf(...permissive);
const STRICT = listOf(...shareAlike, ...nonCommercial, ...restricted);
const classOf = (node: string): string => `CASE
    WHEN toLower(${node}.licence) IN ${listOf(...nonCommercial)} THEN 'non-commercial'
    WHEN toLower(${node}.licence) IN ${listOf(...shareAlike)} THEN 'share-alike'
    ELSE 'restricted' END`;

export const licenceConflicts: SavedQuery = {
  name: "licence-conflicts",
  title: "Licences that contradict their sources'",
  description:
    "Datasets under a permissive licence that were built, at any depth over accepted edges, from data or with models whose licence asks for more. Classes of licences are a small table; other and unknown licences are in none.",
  parameters: [
    {
      name: "dataset",
      type: "text",
      description: "one dataset, or empty for all",
      default: "",
      example: "brackwater-lab/tidewrack-sft-mix",
    },
    { name: "limit", type: "integer", description: "rows at most", default: 200, example: 200 },
  ],
  columns: [
    { name: "dataset", description: "id" },
    { name: "licence", description: "its own licence" },
    { name: "kind", description: "dataset or model" },
    { name: "source", description: "id of the source or model" },
    { name: "sourceLicence", description: "the source's licence" },
    { name: "class", description: "share-alike, non-commercial or restricted" },
    { name: "way", description: "ids from the dataset to the source" },
    { name: "licences", description: "licence of each on the way, empty where none is known" },
  ],
  cypher: `
MATCH (s:Dataset)
WHERE toLower(s.licence) IN ${STRICT}
MATCH (d:Dataset)-[:DERIVED_FROM*]->(s)
WITH DISTINCT d, s
WHERE toLower(d.licence) IN ${PERMISSIVE} AND ($dataset = '' OR d.id = $dataset)
MATCH p = shortestPath((d)-[:DERIVED_FROM*..30]->(s))
RETURN d.id AS dataset, d.licence AS licence, 'dataset' AS kind, s.id AS source, s.licence AS sourceLicence,
  ${classOf("s")} AS class, [n IN nodes(p) | n.id] AS way, [n IN nodes(p) | coalesce(n.licence, '')] AS licences
ORDER BY dataset, source
LIMIT $limit
UNION
MATCH (x:Dataset)-[u:MADE_WITH]->(m:Model)
WHERE u.status = 'accepted' AND toLower(m.licence) IN ${STRICT}
WITH DISTINCT x, m
MATCH (d:Dataset)-[:DERIVED_FROM*0..]->(x)
WITH DISTINCT d, x, m
WHERE toLower(d.licence) IN ${PERMISSIVE} AND ($dataset = '' OR d.id = $dataset)
RETURN d.id AS dataset, d.licence AS licence, 'model' AS kind, m.id AS source, m.licence AS sourceLicence,
  ${classOf("m")} AS class, CASE WHEN d.id = x.id THEN [d.id, m.id] ELSE [d.id, x.id, m.id] END AS way,
  CASE WHEN d.id = x.id THEN [d.licence, m.licence] ELSE [d.licence, coalesce(x.licence, ''), m.licence] END AS licences
ORDER BY dataset, source
LIMIT $limit`,
};
