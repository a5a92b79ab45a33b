import { toContentUuid } from "../content-uuid.ts";
import type { ExchangeGraph, ExportContext } from "../exchange-graph.ts";
import type { Exporter } from "../exporter.ts";
import { indexExchange } from "../index-exchange.ts";
import type { ExchangeIndex } from "../index-exchange.ts";
import * as elements from "./spdx-elements.ts";
import type { SpdxElement } from "./spdx-elements.ts";
import { createSpdxIds } from "./spdx-ids.ts";
import type { SpdxIds } from "./spdx-ids.ts";
import * as relations from "./spdx-relations.ts";
import { writeJson } from "../write-json.ts";

/** Datasets by the Dataset profile, models by the AI profile, quotes as snippets of documents that are evidence of a relationship. */
export const SPDX: Exporter = {
  name: "spdx",
  title: "SPDX 3",
  description:
    "SPDX 3.0.1 with the Dataset and AI profiles: packages, ancestors, licences, quotes; read by SPDX tools.",
  mediaType: "application/spdx+json; version=3.0.1",
  extension: "spdx3.json",
  scope: "graph",
  write: (graph, context) => {
    const index = indexExchange(graph);
    const write = (documentAddress: string) =>
      writeJson(toDocument(graph, context, { index, ids: createSpdxIds(documentAddress) }));
    return write(`${context.baseUrl}spdx/${toContentUuid(context.baseUrl, write(""))}`);
  },
};

/** What every part of the document is written with. */
interface Pen {
  readonly index: ExchangeIndex;
  readonly ids: SpdxIds;
}

const toDocument = (graph: ExchangeGraph, context: ExportContext, pen: Pen) => {
  const { ids } = pen;
  const tool = elements.element("SoftwareAgent", ids.of("spdx", "stemma"), {
    name: `stemma ${context.version}`,
  });
  const all = [tool, ...toThings(graph, pen), ...toRelations(graph, pen)];
  return {
    "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
    "@graph": [
      {
        "@id": elements.CREATION_INFO,
        type: "CreationInfo",
        specVersion: "3.0.1",
        created: elements.toSpdxTime(context.exportedAt),
        createdBy: [tool.spdxId],
      },
      elements.element("SpdxDocument", ids.of("spdx", "document"), {
        name: graph.root === undefined ? "Lineage of datasets" : `Lineage of ${graph.root}`,
        profileConformance: [
          "core",
          "software",
          "simpleLicensing",
          "dataset",
          ...(graph.models.length > 0 ? ["ai"] : []),
        ],
        ...(graph.datasets.length > 0 && { rootElement: toRoots(graph).map((id) => ids.of("dataset", id)) }),
        element: all.map(({ spdxId }) => spdxId),
      }),
      ...all,
    ],
  };
};

/** The dataset that was asked for; of a whole graph those that nothing accepted was made of. */
const toRoots = ({ root, datasets, derivations }: ExchangeGraph): readonly string[] => {
  if (root !== undefined) return [root];
  const sources = new Set(derivations.filter(({ status }) => status === "accepted").map(({ to }) => to));
  return datasets.map(({ id }) => id).filter((id) => !sources.has(id));
};

const toThings = (graph: ExchangeGraph, { index, ids }: Pen): readonly SpdxElement[] => {
  const edges = [...graph.derivations, ...graph.modelUses, ...graph.clearings];
  return [
    ...graph.datasets.map((dataset) => elements.toDatasetPackage(dataset, ids)),
    ...elements.toOwners(graph.datasets, ids),
    ...graph.models.map((model) => elements.toAiPackage(model, ids)),
    ...elements.toLicences(
      graph.datasets.flatMap(({ licence }) => licence ?? []),
      ids,
    ),
    ...graph.documents.map((document) => elements.toDocumentFile(document, ids)),
    ...edges.flatMap((edge) => index.proofsOf(edge).map((proof) => elements.toQuoteSnippet(proof, ids))),
  ];
};

const toRelations = (graph: ExchangeGraph, { index, ids }: Pen): readonly SpdxElement[] => [
  ...graph.derivations.flatMap((edge) => relations.toEdgeRelations(edge, index, ids)),
  ...graph.modelUses.flatMap((edge) => relations.toEdgeRelations(edge, index, ids)),
  ...graph.clearings.flatMap((clearing) => relations.toClearingRemark(clearing, index, ids)),
  ...graph.contaminations.map((flag) => relations.toContaminationRemark(flag, ids)),
  ...graph.members.map((member) => relations.toMemberRelation(member, ids)),
  ...graph.datasets.flatMap((dataset) => [
    ...relations.toDocumentationRelation(dataset, index, ids),
    ...relations.toLicenceRelations({ kind: "dataset", id: dataset.id, licence: dataset.licence }, ids),
  ]),
  ...graph.models.flatMap(({ id }) => relations.toLicenceRelations({ kind: "model", id }, ids)),
];
