import type { DatasetOrder } from "../../schema/api.ts";

/**
 * A scan, made short by the longest word: some 100 ms for 100,000 datasets. Datasets that only a rejected candidate names are
 * found by their name, or when their state is asked for.
 */
const FOUND = `
MATCH (d:Dataset)
WHERE ($longest = '' OR d.id IN $aliased
    OR (toLower(d.id) CONTAINS $longest AND all(token IN $tokens WHERE toLower(d.id) CONTAINS token)))
  AND ($text <> '' OR d.state <> 'mentioned' OR $state = 'mentioned')
  AND ($state IS NULL OR d.state = $state)
  AND ($owner IS NULL OR toLower(d.owner) = $owner)
  AND ($domain IS NULL OR $domain IN d.domains)
  AND ($kind IS NULL OR ($kind = 'benchmark' AND d.isBenchmark) OR ($kind = 'family' AND d.isFamily)
    OR ($kind = 'dataset' AND NOT d.isBenchmark AND NOT d.isFamily))`;

/** The higher comes first: how well the text fits (3: it is the id, the name or an alias; 2: a beginning; 1: a part), then whether it was traced. */
const FIT = `
WITH d, toLower(d.id) AS id, toLower(d.name) AS name
WITH d, CASE
  WHEN id = $text OR name = $text OR d.id IN $exact THEN 3
  WHEN id STARTS WITH $text OR name STARTS WITH $text THEN 2
  WHEN id CONTAINS $text THEN 1
  ELSE 0 END * 3 + CASE d.state WHEN 'traced' THEN 2 WHEN 'mentioned' THEN 0 ELSE 1 END AS fit,
  coalesce(d.downloads, 0) AS value`;

const descending = (value: string): string => `
WITH d, 0 AS fit, ${value} AS value`;

const VALUES: Readonly<Record<DatasetOrder, string>> = {
  best: FIT,
  uses: descending("COUNT { (d)<-[:DERIVED_FROM|MAY_DERIVE_FROM]-() }"),
  downloads: descending("coalesce(d.downloads, 0)"),
  created: descending("coalesce(d.createdAt, '')"),
  name: descending("toLower(d.name)"),
};

/** One page after the dataset with $fit, $value and $id; all three null for the first page. */
export const searchDatasetsBy = (order: DatasetOrder): string => {
  const [later, direction] = order === "name" ? [">", ""] : ["<", " DESC"];
  return `${FOUND}${VALUES[order]}
WITH d.id AS id, fit, value
WHERE $id IS NULL OR fit < $fit OR (fit = $fit AND (value ${later} $value OR (value = $value AND id > $id)))
RETURN id, fit, value
ORDER BY fit DESC, value${direction}, id
LIMIT $limit`;
};
