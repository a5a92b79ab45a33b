import type { Dataset } from "../../../schema/dataset.ts";
import type { Derivation, ModelUse } from "../../../schema/edge.ts";
import type { Relation } from "../../../schema/vocabulary.ts";
import { webAddressOf, webAddressOfModel } from "../addresses.ts";
import { toEdgeFacts } from "../edge-facts.ts";
import { toEdgeSentence } from "../edge-sentence.ts";
import type { ExchangeGraph, ExportContext } from "../exchange-graph.ts";
import type { Exporter } from "../exporter.ts";
import { indexExchange } from "../index-exchange.ts";
import type { ExchangeIndex } from "../index-exchange.ts";
import { MODEL_PARTS } from "../model-part.ts";
import { facetSchemaUrl } from "./open-lineage-facets.ts";
import type { OpenLineageFacetKey } from "./open-lineage-facets.ts";
import type { OpenLineageName } from "./open-lineage-names.ts";
import { nameOfDataset, nameOfModel } from "./open-lineage-names.ts";
import { toJsonLine } from "../write-json.ts";

/**
 * One static DatasetEvent a line for every dataset and model. The lineage facet names accepted sources alone; all edges, with
 * their status and quotes, are in a facet of ours.
 */
export const OPEN_LINEAGE: Exporter = {
  name: "open-lineage",
  title: "OpenLineage",
  description: "Dataset events with lineage facets, one a line; read by OpenLineage catalogues.",
  mediaType: "application/x-ndjson; charset=utf-8",
  extension: "openlineage.ndjson",
  scope: "graph",
  *write(graph, context) {
    const pen = createPen(graph, context);
    for (const dataset of graph.datasets) yield toEvent(toStaticDataset(dataset, pen), pen);
    for (const { id, owner } of graph.models) {
      const name = nameOfModel(id, context.baseUrl);
      const facets = {
        datasetType: facet("1-0-1/DatasetTypeDatasetFacet", pen, { datasetType: "MODEL" }),
        dataSource: toDataSource(name, webAddressOfModel(id), pen),
        ...toOwnership(owner, pen),
      };
      yield toEvent({ ...name, facets }, pen);
    }
  },
};

/** What all events are written with. */
interface Pen extends ExportContext {
  readonly index: ExchangeIndex;
  readonly producer: string;
}

const createPen = (graph: ExchangeGraph, context: ExportContext): Pen => ({
  ...context,
  index: indexExchange(graph),
  producer: `${context.baseUrl}stemma/${context.version}`,
});

const SPEC = "https://openlineage.io/spec";

const toEvent = (dataset: object, { exportedAt, producer }: Pen): string => {
  const schemaURL = `${SPEC}/2-0-2/OpenLineage.json#/$defs/DatasetEvent`;
  return `${toJsonLine({ eventTime: exportedAt.toISOString(), producer, schemaURL, dataset })}\n`;
};

const toStaticDataset = (dataset: Dataset, pen: Pen) => {
  const { owner, summary, url: _url, ...facts } = dataset;
  const name = nameOfDataset(dataset.id, pen.baseUrl);
  const families = pen.index.familiesOf(dataset.id);
  return {
    ...name,
    facets: {
      dataSource: toDataSource(name, webAddressOf(dataset), pen),
      ...(summary && {
        documentation: facet("1-1-0/DocumentationDatasetFacet", pen, { description: summary }),
      }),
      ...toOwnership(owner, pen),
      ...toLineage(dataset, pen),
      stemma_dataset: ownFacet("stemma_dataset", pen, {
        ...facts,
        ...(families.length > 0 && { families }),
      }),
      ...toOwnLineage(dataset, pen),
      ...toContamination(dataset, pen),
    },
  };
};

/** A facet of the standard: `path` is its version and the name of its schema and type. */
const facet = (path: string, { producer }: Pen, fields: object) => ({
  _producer: producer,
  _schemaURL: `${SPEC}/facets/${path}.json#/$defs/${path.slice(path.indexOf("/") + 1)}`,
  ...fields,
});

const ownFacet = (key: OpenLineageFacetKey, { producer, baseUrl }: Pen, fields: object) => ({
  _producer: producer,
  _schemaURL: facetSchemaUrl(key, baseUrl),
  ...fields,
});

const toDataSource = ({ namespace }: OpenLineageName, uri: string | undefined, pen: Pen) =>
  facet("1-0-1/DatasourceDatasetFacet", pen, { name: namespace, ...(uri && { uri }) });

const toOwnership = (owner: string | undefined, pen: Pen) =>
  owner === undefined
    ? {}
    : { ownership: facet("1-0-1/OwnershipDatasetFacet", pen, { owners: [{ name: owner, type: "OWNER" }] }) };

/** Without accepted sources there is no facet: an empty one would say that there are none. */
const toLineage = ({ id }: Dataset, pen: Pen) => {
  const edges = [...pen.index.derivationsFrom(id), ...pen.index.modelUsesFrom(id)];
  const inputs = edges.filter(({ status }) => status === "accepted").map((edge) => toInput(edge, pen));
  const path = "1-0-0/LineageFacet";
  if (inputs.length === 0) return {};
  return {
    lineage: {
      _producer: pen.producer,
      _schemaURL: `${SPEC}/facets/${path}.json#/$defs/LineageDatasetFacet`,
      inputs,
    },
  };
};

const toInput = (edge: Derivation | ModelUse, { baseUrl, index }: Pen) => ({
  ...(edge.kind === "derivation" ? nameOfDataset(edge.to, baseUrl) : nameOfModel(edge.to, baseUrl)),
  type: "DATASET",
  transformations: [
    { ...transformationOf(edge), description: `${toEdgeSentence(edge, index)} Edge ${edge.id}.` },
  ],
});

/** A model's rows are not in the dataset: whatever it did, its influence is indirect. */
const transformationOf = (edge: Derivation | ModelUse) => {
  if (edge.kind === "derivation") return { type: "DIRECT", subtype: SUBTYPES[edge.relation] };
  return { type: "INDIRECT", ...(MODEL_PARTS[edge.role] === "chose" && { subtype: "FILTER" }) };
};

const SUBTYPES = {
  inclusion: "IDENTITY",
  fusion: "TRANSFORMATION",
  synthesis: "TRANSFORMATION",
  evolution: "TRANSFORMATION",
  distillation: "TRANSFORMATION",
  annotation: "TRANSFORMATION",
} satisfies Record<Relation, string>;

const toOwnLineage = ({ id }: Dataset, pen: Pen) => {
  const { index } = pen;
  const edges = [...index.derivationsFrom(id), ...index.modelUsesFrom(id), ...index.clearingsFrom(id)];
  const facts = edges.map((edge) => toEdgeFacts(edge, index));
  return facts.length === 0 ? {} : { stemma_lineage: ownFacet("stemma_lineage", pen, { edges: facts }) };
};

const toContamination = ({ id }: Dataset, pen: Pen) => {
  const flags = pen.index.contaminationsOf(id);
  return flags.length === 0 ? {} : { stemma_contamination: ownFacet("stemma_contamination", pen, { flags }) };
};
