import type { DocumentDetail, EdgeDetail } from "../../../schema/api.ts";
import type { Edge } from "../../../schema/edge.ts";

import type { DatasetId, EdgeId, Sha256 } from "../../../schema/ids.ts";
import type { Database, Parameters, Row } from "../../database.ts";
import * as queries from "../../queries/lineage.ts";
import { toEdge, toEvidence, toText } from "../../rows.ts";
import type { EdgePlaces } from "./edge-places.ts";
import { findEdgeById } from "./find-edge-by-id.ts";

/** An edge of any kind with everything that proves it; undefined when the graph lacks it. */
export const findEdge = async (
  database: Database,
  id: EdgeId,
  places: EdgePlaces,
): Promise<EdgeDetail | undefined> => {
  const reader = { run: (cypher: string, parameters: Parameters) => database.read(cypher, parameters) };
  const edge = await findEdgeById(reader, id, places);
  if (edge === undefined) return undefined;
  const [detail] = await withEvidence(database, [edge]);
  return detail;
};

/** What the documents of a dataset name without its being built from it, each with the reason and the evidence. */
export const rejectedCandidates = async (
  database: Database,
  id: DatasetId,
): Promise<readonly EdgeDetail[]> => {
  const rows = await database.read(queries.edgesFrom(["NOT_DERIVED_FROM"]), { ids: [id] });
  return withEvidence(
    database,
    rows.map(toEdge).sort((one, other) => (one.to < other.to ? -1 : 1)),
  );
};

/** Every edge that a document proves, in the order of the quotes. */
export const documentSupports = async (
  database: Database,
  sha256: Sha256,
): Promise<DocumentDetail["supports"]> => {
  const rows = await database.read(queries.EVIDENCE_OF_DOCUMENT, { sha256 });
  const proofs = rows.map((row) => ({ from: toText(row["from"]), evidence: toEvidence(row["evidence"]) }));
  const edges = new Map<EdgeId, Edge>();
  for (const { from, evidence } of proofs) {
    if (edges.has(evidence.edgeId)) continue;
    const [row] = await database.read(queries.EDGE_OF_DATASET, { id: evidence.edgeId, from });
    if (row !== undefined) edges.set(evidence.edgeId, toEdge(row));
  }
  return proofs.flatMap(({ evidence }) => {
    const edge = edges.get(evidence.edgeId);
    return edge === undefined ? [] : [{ edge, evidence }];
  });
};

export const withEvidence = async (
  database: Database,
  edges: readonly Edge[],
): Promise<readonly EdgeDetail[]> => {
  if (edges.length === 0) return [];
  const rows = await database.read(queries.EVIDENCE_OF_EDGES, { ids: edges.map((edge) => edge.id) });
  const proofs = new Map<EdgeId, EdgeDetail["evidence"]>();
  for (const row of rows) {
    const proof = toProof(row);
    proofs.set(proof.edgeId, [...(proofs.get(proof.edgeId) ?? []), proof]);
  }
  return edges.map((edge) => ({ edge, evidence: proofs.get(edge.id) ?? [] }));
};

const toProof = (row: Row): EdgeDetail["evidence"][number] => {
  const { revision, title } = row;
  return {
    ...toEvidence(row["evidence"]),
    url: toText(row["url"]),
    retrievedAt: toText(row["retrievedAt"]),
    ...(typeof revision === "string" ? { revision } : {}),
    ...(typeof title === "string" ? { title } : {}),
  };
};
