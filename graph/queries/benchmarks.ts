export const MARKED_BENCHMARKS = `
MATCH (b:Benchmark)
WHERE b.benchmark IS NOT NULL
RETURN b.id AS id, b.benchmark AS benchmark, b.listedBy AS listedBy, b.domain AS domain, b.testOnly AS testOnly, b.splits AS splits,
  b.evaluated AS evaluated`;

export const DATASETS_WITH_IDS = `UNWIND $ids AS id MATCH (d:Dataset {id: id}) RETURN d.id AS id, id AS known`;

export const DATASETS_WITH_ALIASES = `
UNWIND $keys AS key
MATCH (:Alias {key: key})-[:REFERS_TO]->(d:Dataset)
RETURN d.id AS id, key AS known`;

/** Gives those that were no benchmark of the list, or another one. */
export const MARK_NEW_BENCHMARKS = `
UNWIND $rows AS row
MATCH (d:Dataset {id: row.id})
WHERE d.benchmark IS NULL OR d.benchmark <> row.properties.benchmark
SET d:Benchmark
SET d += row.properties
RETURN row.properties.benchmark AS benchmark`;

export const MARK_BENCHMARKS = `
UNWIND $rows AS row
MATCH (d:Dataset {id: row.id})
SET d:Benchmark
SET d += row.properties`;

export const UNMARK_BENCHMARKS = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
REMOVE d.benchmark, d.listedBy, d.domain, d.testOnly, d.splits, d.evaluated`;

/** A document's clearing claim makes a dataset a benchmark too. */
export const UNLABEL_BENCHMARKS = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
WHERE NOT EXISTS { MATCH (d)<-[:CLEARED_AGAINST]-(:Dataset) }
REMOVE d:Benchmark
SET d.isBenchmark = false`;
