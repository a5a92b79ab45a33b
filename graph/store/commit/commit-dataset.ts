import type { DatasetCommit } from "../../../schema/commit.ts";
import type { Edge } from "../../../schema/edge.ts";
import { AppError } from "../../../schema/errors.ts";
import { underCalibration } from "../../calibration/calibrate-edge.ts";
import type { Parameters, Transaction, Value } from "../../database.ts";
import * as queries from "../../queries/commit.ts";
import { DECIDED_FROM } from "../../queries/decisions.ts";
import { ORIGINS_FROM } from "../../queries/origins.ts";
import { EVIDENCE_OF } from "../../queries/reviews.ts";
import {
  fromDocument,
  fromEdge,
  fromEvidence,
  fromStoredDataset,
  toEdge,
  toEvidence,
  toNumber,
  toStoredDataset,
  toText,
  typeOfEdge,
} from "../../rows.ts";
import type { EdgeType, StoredDataset } from "../../rows.ts";
import { readInForce } from "../calibration/read-calibrations.ts";
import { commitAliases } from "./commit-aliases.ts";
import { findContradiction } from "./find-contradiction.ts";
import { keepDecisions } from "./keep-decisions.ts";
import { keepOrigins } from "./keep-origins.ts";
import { mergeNeighbour, mergeVisited } from "./merge-dataset.ts";
import { recheckPublished } from "../published/recheck-published.ts";
import { recordVisit } from "./record-visit.ts";

/**
 * Writes one dataset's visit. A visit that read its documents (`traced`) defines the dataset's edges, evidence and
 * documents: what an earlier one claimed and this one does not is removed, but for what a person decided, which stays, and what
 * someone else brought in, which stands without evidence then. Any other outcome only adds.
 * Fails with INPUT_INVALID, and writes nothing, when an edge has no evidence or an end that the commit does not name.
 * Gives the other datasets whose edges changed: published claims whose dates are other ones now.
 */
export const commitDataset = async (
  transaction: Transaction,
  commit: DatasetCommit,
  now: Date,
): Promise<readonly string[]> => {
  refuseUnproven(commit);
  await writeDatasets(transaction, commit);
  await commitAliases(transaction, commit.aliases);
  await writeDocuments(transaction, commit);
  await writeEdges(transaction, commit, now);
  const others = await recheckPublished(transaction, commit.dataset.id);
  await recordVisit(transaction, commit);
  return others;
};

const refuseUnproven = ({ dataset, edges, evidence }: DatasetCommit): void => {
  const proven = new Set(evidence.map((one) => one.edgeId));
  const claimed = new Set(edges.map((edge) => edge.id));
  const foreign = edges.find((edge) => edge.from !== dataset.id);
  if (foreign !== undefined) throw invalid(`edge ${foreign.id} does not start at ${dataset.id}`);
  const bare = edges.find((edge) => !proven.has(edge.id));
  if (bare !== undefined) throw invalid(`edge ${bare.id} from ${dataset.id} to ${bare.to} has no evidence`);
  const stray = evidence.find((one) => !claimed.has(one.edgeId));
  if (stray !== undefined)
    throw invalid(`evidence ${stray.id} belongs to no edge of this commit: ${stray.edgeId}`);
};

const writeDatasets = async (transaction: Transaction, commit: DatasetCommit): Promise<void> => {
  const said = [commit.dataset, ...commit.neighbours];
  const ids = [...new Set(said.map(({ id }) => id))].sort();
  const nodes = new Map<string, StoredDataset | undefined>(
    (await transaction.run(queries.MERGE_DATASETS, { ids })).map((row) => [
      toText(row["id"]),
      toStoredDataset(row["properties"]),
    ]),
  );
  for (const neighbour of commit.neighbours) {
    nodes.set(neighbour.id, mergeNeighbour(nodes.get(neighbour.id), neighbour));
  }
  nodes.set(commit.dataset.id, mergeVisited(nodes.get(commit.dataset.id), commit.dataset));
  const merged = [...nodes.values()].filter((node) => node !== undefined);
  await transaction.run(queries.SET_DATASETS, {
    rows: merged.map((node) => ({ id: node.dataset.id, properties: fromStoredDataset(node) })),
  });
  await runUnlessEmpty(transaction, queries.LABEL_BENCHMARKS, idsWhere(merged, "isBenchmark"));
  await runUnlessEmpty(transaction, queries.LABEL_FAMILIES, idsWhere(merged, "isFamily"));
  const members = commit.members.map(({ dataset, family }) => ({ dataset, family }));
  await writeAll(transaction, queries.MERGE_MEMBERS, { rows: members, what: "family members" });
};

const idsWhere = (nodes: readonly StoredDataset[], flag: "isBenchmark" | "isFamily"): Parameters => ({
  ids: nodes.filter(({ dataset }) => dataset[flag]).map(({ dataset }) => dataset.id),
});

const writeDocuments = async (transaction: Transaction, commit: DatasetCommit): Promise<void> => {
  const { id } = commit.dataset;
  const rows = commit.documents.map((document) => ({
    sha256: document.sha256,
    properties: fromDocument(document),
  }));
  if (commit.outcome === "traced") await transaction.run(queries.DELETE_DESCRIPTIONS, { id });
  if (rows.length === 0) return;
  await transaction.run(queries.MERGE_DOCUMENTS, { rows });
  await transaction.run(queries.MERGE_DESCRIPTIONS, { id, rows });
};

const writeEdges = async (transaction: Transaction, commit: DatasetCommit, now: Date): Promise<void> => {
  const { id } = commit.dataset;
  const existing = await transaction.run(queries.EDGES_OF_DATASET, { id });
  const firstTraces = new Map<string, Value>(
    existing.map((row) => [toText(row["id"]), row["firstTrace"] ?? null]),
  );
  const marked = (await transaction.run(ORIGINS_FROM, { id })).map(toEdge);
  const decided = (await transaction.run(DECIDED_FROM, { id })).map(toEdge);
  const claims = keepOrigins(commit, marked.filter(isOpenTo(commit)));
  const { edges, untouched } = keepDecisions(claims, decided);
  const noted = await noteContradictions(transaction, { edges, decided, commit, now });
  const inForce = await readInForce(transaction);
  const kept = noted.map((edge) => underCalibration(edge, inForce));
  const claimed = kept.map((edge) => edge.id as string);
  const all = commit.outcome === "traced" ? [...new Set([...firstTraces.keys(), ...claimed])] : claimed;
  const replaced = all.filter((edge) => !untouched.has(edge));
  if (replaced.length === 0) return;
  await transaction.run(queries.DELETE_EDGES, { id, ids: replaced });
  await runUnlessEmpty(transaction, queries.DELETE_EVIDENCE, { ids: undecided(replaced, decided) });
  await runUnlessEmpty(transaction, queries.MERGE_MODELS, {
    rows: commit.models.map((model) => ({ id: model.id, properties: { ...model } })),
  });
  for (const [type, edges] of byType(kept)) {
    const rows = edges.map((edge) => toEdgeRow(edge, firstTraces.get(edge.id)));
    await writeAll(transaction, queries.MERGE_EDGES[type], { rows, what: `${type} edges of ${id}` });
  }
  const rows = commit.evidence.map((one) => ({
    id: one.id,
    document: one.document,
    properties: fromEvidence(one, id),
  }));
  await writeAll(transaction, queries.MERGE_EVIDENCE, { rows, what: `evidence of ${id}` });
};

interface Kept {
  readonly edges: readonly Edge[];
  readonly decided: readonly Edge[];
  readonly commit: DatasetCommit;
  readonly now: Date;
}

/** A person's word stands, and what later documents say against it is noted beside it. */
const noteContradictions = async (
  transaction: Transaction,
  { edges, decided, commit, now }: Kept,
): Promise<readonly Edge[]> => {
  const found = new Map(commit.edges.map((edge) => [edge.id, edge]));
  const known = new Map(decided.filter(({ id }) => found.has(id)).map((edge) => [edge.id, edge]));
  if (known.size === 0) return edges;
  const rows = await transaction.run(EVIDENCE_OF, { ids: [...known.keys()] });
  const earlier = rows.map((row) => toEvidence(row["properties"]));
  return edges.map((edge) => {
    const [word, visited] = [known.get(edge.id), found.get(edge.id)];
    if (word === undefined || visited === undefined) return edge;
    const contradicted = findContradiction({
      decided: word,
      found: visited,
      evidence: commit.evidence.filter(({ edgeId }) => edgeId === edge.id),
      earlier: earlier.filter(({ edgeId }) => edgeId === edge.id),
      at: now.toISOString(),
    });
    return contradicted === undefined ? edge : { ...edge, contradicted };
  });
};

/** What a person looked at when deciding stays with the edge, and so does what they quoted. */
const undecided = (ids: readonly string[], decided: readonly Edge[]): readonly string[] =>
  ids.filter((id) => decided.every((edge) => edge.id !== id));

/** Decided edges that the visit did not find stay whole, whoever brought them in. */
const isOpenTo =
  ({ edges }: DatasetCommit) =>
  (edge: Edge): boolean =>
    edge.decision === undefined || edges.some(({ id }) => id === edge.id);

const byType = (edges: readonly Edge[]): ReadonlyMap<EdgeType, readonly Edge[]> => {
  const groups = new Map<EdgeType, Edge[]>();
  for (const edge of edges) {
    const type = typeOfEdge(edge);
    groups.set(type, [...(groups.get(type) ?? []), edge]);
  }
  return groups;
};

const toEdgeRow = (edge: Edge, firstTrace: Value | undefined): Readonly<Record<string, unknown>> => ({
  id: edge.id,
  from: edge.from,
  to: edge.to,
  properties: { ...fromEdge(edge), ...(keepsFirstTrace(edge, firstTrace) ? { firstTrace } : {}) },
});

/** An edge that lost its evidence was found by no trace. */
const keepsFirstTrace = (edge: Edge, firstTrace: Value | undefined): firstTrace is string =>
  typeof firstTrace === "string" && edge.firstTrace !== undefined;

const runUnlessEmpty = async (
  transaction: Transaction,
  cypher: string,
  parameters: Parameters,
): Promise<void> => {
  const rows = parameters["rows"] ?? parameters["ids"];
  if (Array.isArray(rows) && rows.length > 0) await transaction.run(cypher, parameters);
};

/** Writes rows whose ends must exist, and fails when one of them matched nothing. */
const writeAll = async (
  transaction: Transaction,
  cypher: string,
  { rows, what }: { readonly rows: readonly unknown[]; readonly what: string },
): Promise<void> => {
  if (rows.length === 0) return;
  const [answer] = await transaction.run(cypher, { rows });
  const written = toNumber(answer?.["written"]);
  if (written !== rows.length) {
    throw invalid(`${what}: ${rows.length - written} of ${rows.length} name a node that the graph lacks`);
  }
};

const invalid = (message: string): AppError => new AppError(message, { code: "INPUT_INVALID" });
