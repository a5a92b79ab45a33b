import type { Dataset } from "../../../schema/dataset.ts";
import { createAddresses } from "../addresses.ts";
import { toContentUuid } from "../content-uuid.ts";
import { toAnnotations } from "./cyclone-dx-annotations.ts";
import { refOf, toDatasetComponent, toModelComponent } from "./cyclone-dx-components.ts";
import type { ExchangeGraph, ExportContext } from "../exchange-graph.ts";
import type { Exporter } from "../exporter.ts";
import { indexExchange } from "../index-exchange.ts";
import type { ExchangeIndex } from "../index-exchange.ts";
import { writeJson } from "../write-json.ts";

/**
 * A bill of materials: datasets are components of type data, models of type machine-learning-model. Accepted sources are in a
 * component's pedigree, with their quotes as evidence, and in `dependencies`; what waits for a person is an annotation, never either.
 */
export const CYCLONE_DX: Exporter = {
  name: "cyclone-dx",
  title: "CycloneDX 1.7",
  description:
    "Bill of materials: data and model components, their ancestors with quotes; read by CycloneDX tools.",
  mediaType: "application/vnd.cyclonedx+json; version=1.7",
  extension: "cdx.json",
  scope: "graph",
  write: (graph, context) => {
    const bom = toBom(graph, context);
    const uuid = toContentUuid(context.baseUrl, writeJson(bom));
    const { bomFormat, specVersion, ...rest } = bom;
    return writeJson({
      $schema: SCHEMA,
      bomFormat,
      specVersion,
      serialNumber: `urn:uuid:${uuid}`,
      version: 1,
      ...rest,
    });
  },
};

const SCHEMA = "http://cyclonedx.org/schema/bom-1.7.schema.json";

const toBom = (graph: ExchangeGraph, context: ExportContext) => {
  const index = indexExchange(graph);
  const bill = { index, addresses: createAddresses(context.baseUrl) };
  const root = graph.root === undefined ? undefined : index.dataset(graph.root);
  const others = graph.datasets.filter(({ id }) => id !== graph.root);
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.7",
    metadata: {
      timestamp: context.exportedAt.toISOString(),
      tools: { components: [{ type: "application", name: "stemma", version: context.version }] },
      component: root && toDatasetComponent(root, bill),
    },
    components: [
      ...others.map((dataset) => toDatasetComponent(dataset, bill)),
      ...graph.models.map(toModelComponent),
    ],
    dependencies: toDependencies(graph, index),
    compositions: toCompositions(graph.datasets),
    annotations: toAnnotations(graph, context),
  };
};

const toDependencies = ({ datasets, models }: ExchangeGraph, index: ExchangeIndex) => [
  ...datasets.map(({ id }) => {
    const edges = [...index.derivationsFrom(id), ...index.modelUsesFrom(id)];
    const accepted = edges.filter(({ status }) => status === "accepted");
    return {
      ref: refOf("dataset", id),
      dependsOn: [...new Set(accepted.map((edge) => refOf(END_KINDS[edge.kind], edge.to)))],
    };
  }),
  ...models.map(({ id }) => ({ ref: refOf("model", id) })),
];

const END_KINDS = { derivation: "dataset", "model-use": "model" } as const;

/** Documents never say that they name everything; of what was not read, something is missing for certain. */
const toCompositions = (datasets: readonly Dataset[]) =>
  (["unknown", "incomplete"] as const)
    .map((aggregate) => ({
      aggregate,
      dependencies: datasets
        .filter(({ state }) => completenessOf(state) === aggregate)
        .map(({ id }) => refOf("dataset", id)),
    }))
    .filter(({ dependencies }) => dependencies.length > 0);

const completenessOf = (state: Dataset["state"]): "unknown" | "incomplete" =>
  state === "traced" || state === "terminal" ? "unknown" : "incomplete";
