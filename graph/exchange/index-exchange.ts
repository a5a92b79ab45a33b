import type { ContaminationFlag } from "../../schema/contamination.ts";
import type { Dataset } from "../../schema/dataset.ts";
import type { Document } from "../../schema/document.ts";
import type { Clearing, Derivation, Edge, Evidence, ModelUse } from "../../schema/edge.ts";
import type { DatasetId } from "../../schema/ids.ts";
import { groupBy } from "../group-by.ts";
import type { ExchangeGraph } from "./exchange-graph.ts";

/** A quote together with the document that it stands in, as the edge's dataset has that document. */
export interface Proof {
  readonly evidence: Evidence;
  readonly document: Document;
}

/** Look-ups that every format needs; each list is in the graph's order. */
export interface ExchangeIndex {
  dataset(id: DatasetId): Dataset | undefined;
  proofsOf(edge: Edge): readonly Proof[];
  derivationsFrom(id: DatasetId): readonly Derivation[];
  modelUsesFrom(id: DatasetId): readonly ModelUse[];
  clearingsFrom(id: DatasetId): readonly Clearing[];
  contaminationsOf(id: DatasetId): readonly ContaminationFlag[];
  documentsOf(id: DatasetId): readonly Document[];
  /** The families that may mean the dataset. */
  familiesOf(id: DatasetId): readonly DatasetId[];
}

export const indexExchange = (graph: ExchangeGraph): ExchangeIndex => {
  const datasets = new Map(graph.datasets.map((dataset) => [dataset.id, dataset]));
  const documents = new Map(graph.documents.map((document) => [document.sha256, document]));
  const descriptions = groupBy(graph.descriptions, ({ dataset }) => dataset);
  const evidence = groupBy(graph.evidence, ({ edgeId }) => edgeId);
  const derivations = groupBy(graph.derivations, ({ from }) => from);
  const modelUses = groupBy(graph.modelUses, ({ from }) => from);
  const clearings = groupBy(graph.clearings, ({ from }) => from);
  const contaminations = groupBy(graph.contaminations, ({ dataset }) => dataset);
  const members = groupBy(graph.members, ({ dataset }) => dataset);

  const documentsOf = (id: DatasetId): readonly Document[] =>
    (descriptions.get(id) ?? []).map(({ document }) => document);
  const documentOf = (edge: Edge, { document }: Evidence): Document | undefined =>
    documentsOf(edge.from).find(({ sha256 }) => sha256 === document) ?? documents.get(document);

  return {
    dataset: (id) => datasets.get(id),
    proofsOf: (edge) =>
      (evidence.get(edge.id) ?? []).flatMap((one) => {
        const document = documentOf(edge, one);
        return document === undefined ? [] : [{ evidence: one, document }];
      }),
    derivationsFrom: (id) => derivations.get(id) ?? [],
    modelUsesFrom: (id) => modelUses.get(id) ?? [],
    clearingsFrom: (id) => clearings.get(id) ?? [],
    contaminationsOf: (id) => contaminations.get(id) ?? [],
    documentsOf,
    familiesOf: (id) => (members.get(id) ?? []).map(({ family }) => family),
  };
};
