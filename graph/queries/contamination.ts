/** Accepted derivations and those that wait for a person: what contamination can come along. */
const STEP = "DERIVED_FROM|MAY_DERIVE_FROM";

/** A flag's type tells, as with derivations, whether it stands on accepted edges alone. */
export const FLAG_TYPES = ["CONTAMINATED_BY", "MAY_BE_CONTAMINATED_BY"] as const;
export type FlagType = (typeof FLAG_TYPES)[number];
const FLAG = FLAG_TYPES.join("|");

/** The nodes that are benchmarks of the list. */
export const LISTED_BENCHMARKS = `
MATCH (b:Benchmark)
WHERE b.benchmark IS NOT NULL
RETURN b.id AS node, b.benchmark AS id, b.splits AS splits, b.evaluated AS evaluated`;

/** Apart from the benchmarks: as an OPTIONAL MATCH of theirs it took the embedded engine 10 ms at 100,000 datasets, and so 0.5. */
export const FAMILIES_OF_BENCHMARKS = `
MATCH (b:Benchmark)-[:MEMBER_OF]->(f:Dataset)
WHERE b.benchmark IS NOT NULL
RETURN b.benchmark AS id, f.id AS family`;

const STEP_COLUMNS = `
RETURN d.id AS from, x.id AS to, type(r) AS type, r.id AS id, r.split AS split, r.confidence AS confidence`;

/** Every derivation at and above which one of $ids is found: both engines visit each dataset once, whatever the number of ways. */
export const STEPS_BELOW = `
UNWIND $ids AS id
MATCH (:Dataset {id: id})<-[:${STEP}*0..]-(x:Dataset)
WITH DISTINCT x
MATCH (x)<-[r:${STEP}]-(d:Dataset)
${STEP_COLUMNS}`;

export const STEPS_FROM = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})-[r:${STEP}]->(x:Dataset)
${STEP_COLUMNS}`;

/** The dataset itself too. */
export const DESCENDANTS = `
MATCH (:Dataset {id: $id})<-[:${STEP}*0..]-(x:Dataset)
RETURN DISTINCT x.id AS id`;

/** What the dataset was built from, over any number of steps. */
export const ANCESTORS = `
MATCH (:Dataset {id: $id})-[:${STEP}*1..]->(x:Dataset)
RETURN DISTINCT x.id AS id`;

export const STATES_OF = `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
RETURN id, d.state AS state`;

export const CLEARINGS_AGAINST = `
UNWIND $ids AS id
MATCH (b:Dataset {id: id})<-[r:CLEARED_AGAINST]-(d:Dataset)
WHERE r.status = 'accepted'
RETURN d.id AS dataset, b.id AS benchmark, r.id AS id, r.split AS split`;

const FLAG_COLUMNS = `
RETURN d.id AS dataset, b.id AS benchmark, b.benchmark AS listed, type(c) AS type, properties(c) AS properties`;

const flagsOf = (where: string): string => `
UNWIND $ids AS id
MATCH (d:Dataset {id: id})-[c:${FLAG}]->(b:Dataset)${where}
${FLAG_COLUMNS}`;

/** Flags in short: what a drawn dataset is marked with. */
export const MARKS_OF = `
UNWIND $ids AS id
MATCH (:Dataset {id: id})-[c:${FLAG}]->(b:Dataset)
RETURN id AS dataset, b.id AS benchmark, c.level AS level`;

export const FLAGS_OF_AGAINST = flagsOf("\nWHERE b.id IN $benchmarks");

export const FLAGS_AGAINST = `
UNWIND $ids AS id
MATCH (b:Dataset {id: id})<-[c:${FLAG}]-(d:Dataset)
${FLAG_COLUMNS}`;

export const DELETE_FLAGS_AGAINST = `
UNWIND $ids AS id
MATCH (b:Dataset {id: id})<-[c:${FLAG}]-(:Dataset)
DELETE c`;

export const ALL_FLAGS = `
MATCH (d:Dataset)-[c:${FLAG}]->(b:Dataset)
${FLAG_COLUMNS}`;

const matchFlag = (type: FlagType): string => `
UNWIND $rows AS row
MATCH (d:Dataset {id: row.dataset})-[c:${type}]->(b:Dataset {id: row.benchmark})`;

const forTypes = (text: (type: FlagType) => string) =>
  ({
    CONTAMINATED_BY: text("CONTAMINATED_BY"),
    MAY_BE_CONTAMINATED_BY: text("MAY_BE_CONTAMINATED_BY"),
  }) as const;

/** A relationship's type cannot be a parameter. */
export const CREATE_FLAGS = forTypes(
  (type) => `
UNWIND $rows AS row
MATCH (d:Dataset {id: row.dataset})
MATCH (b:Dataset {id: row.benchmark})
CREATE (d)-[c:${type}]->(b)
SET c = row.properties`,
);
export const SET_FLAGS = forTypes((type) => `${matchFlag(type)}\nSET c = row.properties`);
export const DELETE_FLAGS = forTypes((type) => `${matchFlag(type)}\nDELETE c`);

/** Where flags are looked for: at a dataset, at a benchmark of the list, at both, or everywhere. */
export interface FlagFilter {
  readonly dataset: boolean;
  readonly benchmark: boolean;
}

/** A page by keys, so that a page deep in a long list costs as much as the first one. */
export const flagsAfter = ({ dataset, benchmark }: FlagFilter): string => `
MATCH (d:Dataset${dataset ? " {id: $dataset}" : ""})-[c:${FLAG}]->(b:Benchmark${benchmark ? " {benchmark: $benchmark}" : ""})
WHERE c.level IN $levels
  AND (d.id > $afterDataset OR (d.id = $afterDataset AND b.id + ' ' + type(c) > $afterBenchmark))
WITH d, c, b
ORDER BY d.id, b.id + ' ' + type(c)
LIMIT $limit
${FLAG_COLUMNS}
ORDER BY dataset, benchmark + ' ' + type`;

export const COUNT_FLAGS = `
MATCH (b:Benchmark)<-[c:${FLAG}]-(:Dataset)
RETURN b.id AS node, c.level AS level, count(c) AS flags`;

/** Every flag in short, and below, what is asked of the datasets that have one. */
export const RANKED_FLAGS = `
MATCH (d:Dataset)-[c:${FLAG}]->(b:Benchmark)
RETURN d.id AS dataset, b.id AS benchmark, c.level AS level, c.distance AS distance, c.confidence AS confidence,
  c.ground AS ground, c.split AS split`;

export const RANKED_DATASETS = `
MATCH (d:Dataset)-[:${FLAG}]->(:Benchmark)
WITH DISTINCT d
RETURN d.id AS id, d.state AS state, d.domains AS domains`;
