export const MARKED_BENCHMARKS = `
MATCH (b:Benchmark)
WHERE b.benchmark IS NOT NULL
RETURN b.id AS id, b.benchmark AS benchmark, b.listedBy AS listedBy, b.domain AS domain, b.testOnly AS testOnly, b.splits AS splits,
  b.evaluated AS evaluated`;

export const DATASETS_WITH_IDS = `UNWIND $ids AS id MATCH (d:Dataset {id: id}) RETURN d.id AS id`;

export const DATASETS_WITH_ALIASES = `
UNWIND $keys AS key
MATCH (:Alias {key: key})-[:REFERS_TO]->(d:Dataset)
RETURN d.id AS id`;

export const ALIASES_OF_DATASETS = `
UNWIND $ids AS id
MATCH (a:Alias)-[:REFERS_TO]->(:Dataset {id: id})
RETURN id, a.key AS known`;

/** The marks that the datasets have. */
export const BENCHMARKS_OF = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
WHERE d.benchmark IS NOT NULL
RETURN d.benchmark AS benchmark`;

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
