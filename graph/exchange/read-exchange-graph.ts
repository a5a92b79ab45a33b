import type { ModelNode } from "../../schema/commit.ts";
import { ContaminationFlag } from "../../schema/contamination.ts";
import type { Alias, Dataset } from "../../schema/dataset.ts";
import type { Document } from "../../schema/document.ts";
import type { Edge, Evidence } from "../../schema/edge.ts";
import { DatasetId, ModelId } from "../../schema/ids.ts";
import type { Trace } from "../../schema/trace.ts";
import type { Status } from "../../schema/vocabulary.ts";
import type { Database, Row } from "../database.ts";
import { ALL_EDGE_TYPES } from "../queries/commit.ts";
import * as queries from "../queries/exchange.ts";
import { edgesFrom } from "../queries/lineage.ts";
import { toAlias, toDataset, toDocument, toEdge, toEvidence, toTrace } from "../rows.ts";
import type { Description, ExchangeGraph, ExchangeRequest } from "./exchange-graph.ts";
import { findDatasets } from "./find-datasets.ts";
import { inPages } from "./in-pages.ts";

interface Parts {
  readonly datasets: Map<DatasetId, Dataset>;
  readonly edges: readonly Edge[];
  readonly documents: Map<string, Document>;
  readonly evidence: readonly Evidence[];
}

/**
 * Reads what the one-way formats write from. Undefined when the graph lacks the dataset. Holds all of it in memory: some 15 kB a
 * dataset with its edges and quotes.
 */
export const readExchangeGraph = async (
  database: Database,
  request: ExchangeRequest,
): Promise<ExchangeGraph | undefined> => {
  const found = await findDatasets(database, request);
  if (request.around !== undefined && !found.has(request.around.dataset)) return undefined;
  const edges = await readEdges(database, found, request.statuses);
  const datasets = await withEnds(database, found, { edges, isWhole: request.around === undefined });
  const { evidence, documents } = await readProofs(database, edges);
  const descriptions = await readDescriptions(database, datasets, documents);
  return {
    ...(request.around === undefined ? {} : { root: request.around.dataset }),
    ...(await readRest(database, { datasets, edges, documents, evidence })),
    descriptions,
  };
};

/** Of the edges that start at these datasets, those of the statuses that end at one of them, or at a model, or clear a benchmark. */
const readEdges = async (
  database: Database,
  datasets: ReadonlyMap<DatasetId, Dataset>,
  statuses: readonly Status[],
): Promise<readonly Edge[]> => {
  const query = edgesFrom([ALL_EDGE_TYPES]);
  const rows = await inPages([...datasets.keys()], (ids) => database.read(query, { ids }));
  return rows
    .map(toEdge)
    .filter((edge) => statuses.includes(edge.status))
    .filter((edge) => edge.kind !== "derivation" || datasets.has(edge.to))
    .sort(byKey((edge) => [edge.from, edge.to, edge.id]));
};

interface EndsOf {
  readonly edges: readonly Edge[];
  readonly isWhole: boolean;
}

/** Adds the benchmarks that clearings name; of a whole graph takes away what only an edge that was left out names. */
const withEnds = async (
  database: Database,
  datasets: Map<DatasetId, Dataset>,
  { edges, isWhole }: EndsOf,
): Promise<Map<DatasetId, Dataset>> => {
  const ends = new Set(edges.filter((edge) => edge.kind !== "model-use").map((edge) => edge.to));
  const missing = [...ends].filter((id) => !datasets.has(id));
  const rows = await inPages(missing, (ids) => database.read(queries.DATASETS_BY_ID, { ids }));
  const all = [...datasets.values(), ...rows.map((row) => toDataset(row["properties"]))];
  const kept = isWhole ? all.filter(({ id, state }) => state !== "mentioned" || ends.has(id)) : all;
  return new Map(kept.map((dataset) => [dataset.id, dataset]));
};

const readProofs = async (
  database: Database,
  edges: readonly Edge[],
): Promise<Pick<Parts, "documents" | "evidence">> => {
  const ids = edges.map((edge) => edge.id);
  const rows = await inPages(ids, (page) => database.read(queries.PROOFS_OF_EDGES, { ids: page }));
  const documents = new Map<string, Document>();
  const evidence = rows.map((row) => {
    const document = toDocument(row["document"]);
    documents.set(document.sha256, document);
    return toEvidence(row["evidence"]);
  });
  return { documents, evidence };
};

/** Adds to `documents` those that describe a dataset and prove nothing. */
const readDescriptions = async (
  database: Database,
  datasets: ReadonlyMap<DatasetId, Dataset>,
  documents: Map<string, Document>,
): Promise<readonly Description[]> => {
  const rows = await inPages([...datasets.keys()], (ids) =>
    database.read(queries.DESCRIPTIONS_OF_DATASETS, { ids }),
  );
  return rows
    .map((row) => {
      const document = toDocument(row["document"]);
      documents.set(document.sha256, document);
      return { dataset: DatasetId.parse(row["dataset"]), document: toDocument(row["own"]) };
    })
    .sort(byKey(({ dataset, document }) => [dataset, document.sha256]));
};

const readRest = async (
  database: Database,
  { datasets, edges, documents, evidence }: Parts,
): Promise<Omit<ExchangeGraph, "root" | "descriptions">> => ({
  datasets: [...datasets.values()].sort(byKey(({ id }) => [id])),
  models: await readModels(database, edges),
  documents: [...documents.values()].sort(byKey(({ sha256 }) => [sha256])),
  members: await readMembers(database, datasets),
  aliases: await readAliases(database, [...datasets.keys()]),
  derivations: edges.filter((edge) => edge.kind === "derivation"),
  modelUses: edges.filter((edge) => edge.kind === "model-use"),
  clearings: edges.filter((edge) => edge.kind === "clearing"),
  contaminations: await readContaminations(database, datasets, edges),
  evidence: [...evidence].sort(
    byKey(({ edgeId, document, span, id }) => [edgeId, document, padded(span.start), id]),
  ),
  traces: await readTraces(database, edges),
});

const readModels = async (database: Database, edges: readonly Edge[]): Promise<readonly ModelNode[]> => {
  const named = edges.filter((edge) => edge.kind === "model-use").map((edge) => edge.to);
  const rows = await inPages([...new Set(named)], (ids) => database.read(queries.MODELS_BY_ID, { ids }));
  return rows.map(toModel).sort(byKey(({ id }) => [id]));
};

const toModel = ({ id, owner }: Row): ModelNode => ({
  id: ModelId.parse(id),
  ...(typeof owner === "string" ? { owner } : {}),
});

const readMembers = async (
  database: Database,
  datasets: ReadonlyMap<DatasetId, Dataset>,
): Promise<ExchangeGraph["members"]> => {
  const rows = await inPages([...datasets.keys()], (ids) =>
    database.read(queries.FAMILIES_OF_DATASETS, { ids }),
  );
  return rows
    .map((row) => ({ dataset: DatasetId.parse(row["dataset"]), family: DatasetId.parse(row["family"]) }))
    .filter(({ family }) => datasets.has(family))
    .sort(byKey(({ dataset, family }) => [dataset, family]));
};

const readAliases = async (database: Database, all: readonly DatasetId[]): Promise<readonly Alias[]> => {
  const rows = await inPages(all, (ids) => database.read(queries.ALIASES_OF_DATASETS, { ids }));
  return rows.map(toAlias).sort(byKey(({ datasetId, key }) => [datasetId, key]));
};

/** Without those whose way takes an edge that was left out. */
const readContaminations = async (
  database: Database,
  datasets: ReadonlyMap<DatasetId, Dataset>,
  edges: readonly Edge[],
): Promise<readonly ContaminationFlag[]> => {
  const there = new Set(edges.map((edge) => edge.id));
  const rows = await inPages([...datasets.keys()], (ids) =>
    database.read(queries.FLAGS_OF_DATASETS, { ids }),
  );
  return rows
    .map(({ dataset, benchmark, properties }) =>
      ContaminationFlag.parse({ ...(properties as object), dataset, benchmark }),
    )
    .filter(({ path }) => path.every((id) => there.has(id)))
    .sort(byKey(({ dataset, benchmark, level }) => [dataset, benchmark, level]));
};

const readTraces = async (database: Database, edges: readonly Edge[]): Promise<readonly Trace[]> => {
  const named = edges.flatMap(({ firstTrace, lastTrace }) => [firstTrace, lastTrace]);
  const known = [...new Set(named)].filter((id) => id !== undefined);
  const rows = await inPages(known, (ids) => database.read(queries.TRACES_BY_ID, { ids }));
  return rows.map((row) => toTrace(row["properties"])).sort(byKey(({ id }) => [id]));
};

const OFFSET_DIGITS = 12;
const padded = (offset: number): string => String(offset).padStart(OFFSET_DIGITS, "0");

/** By code units, so that the order depends on no language. */
const byKey =
  <Item>(keyOf: (item: Item) => readonly string[]) =>
  (one: Item, other: Item): number => {
    const otherKey = keyOf(other);
    for (const [at, text] of keyOf(one).entries()) {
      const against = otherKey[at] ?? "";
      if (text !== against) return text < against ? -1 : 1;
    }
    return 0;
  };
