import type { Dataset } from "../../../schema/dataset.ts";
import { AppError } from "../../../schema/errors.ts";
import { createAddresses, ownerAddressOf, webAddressOf } from "../addresses.ts";
import { toCroissantContext } from "./croissant-context.ts";
import { addressOf, toOwnFacts, toProvenance, toSurroundings } from "./croissant-lineage.ts";
import type { CroissantPen } from "./croissant-lineage.ts";
import type { ExchangeGraph, ExportContext } from "../exchange-graph.ts";
import type { Exporter } from "../exporter.ts";
import { indexExchange } from "../index-exchange.ts";
import { toSpdxLicence } from "../spdx/spdx-licence.ts";
import { writeJson } from "../write-json.ts";

/** One dataset's description in JSON-LD, with its sources as `prov:wasDerivedFrom`; those that wait for a person are not among them. */
export const CROISSANT: Exporter = {
  name: "croissant",
  title: "Croissant 1.1",
  description:
    "One dataset's metadata in JSON-LD with prov:wasDerivedFrom and quotes; read by Croissant tools.",
  mediaType: 'application/ld+json; profile="http://mlcommons.org/croissant/1.1"',
  extension: "croissant.json",
  scope: "dataset",
  write: (graph, context) => writeJson(toDescription(graph, context)),
};

const toDescription = (graph: ExchangeGraph, { exportedAt, version, baseUrl }: ExportContext) => {
  const index = indexExchange(graph);
  const root = graph.root === undefined ? undefined : index.dataset(graph.root);
  if (root === undefined) {
    throw new AppError("Croissant describes one dataset: name the dataset to export", {
      code: "INPUT_INVALID",
    });
  }
  const pen = { root, index, addresses: createAddresses(baseUrl) };
  return {
    "@context": toCroissantContext(baseUrl),
    "@type": "sc:Dataset",
    "@id": addressOf(root, pen),
    name: root.id,
    description: root.summary ?? describe(pen),
    conformsTo: "http://mlcommons.org/croissant/1.1",
    url: addressOf(root, pen),
    license: toLicence(root.licence),
    creator: toCreator(root),
    datePublished: root.createdAt,
    inLanguage: root.languages,
    keywords: root.tasks,
    sdDatePublished: exportedAt.toISOString(),
    sdPublisher: { "@type": "Organization", name: `Stemma ${version}` },
    distribution: toDistribution(root),
    ...toOwnFacts(root, pen),
    ...toProvenance(pen),
    ...toSurroundings(graph, pen),
  };
};

/** A description is required; without one of its own a dataset has what the graph knows. */
const describe = ({ root, index }: CroissantPen): string => {
  const sources = index.derivationsFrom(root.id).filter(({ status }) => status === "accepted").length;
  return `${root.id}, of which the lineage graph knows no description. Accepted sources: ${sources}.`;
};

const toLicence = (licence: string | undefined) => {
  if (licence === undefined) return undefined;
  const id = toSpdxLicence(licence);
  return id === undefined
    ? { "@type": "CreativeWork", name: licence }
    : `https://spdx.org/licenses/${id}.html`;
};

/** The Hub does not tell people from organisations, and Croissant knows only these two. */
const toCreator = (root: Dataset) =>
  root.owner === undefined
    ? undefined
    : { "@type": "Organization", name: root.owner, url: ownerAddressOf(root) };

/** No file of it was read, so none is named, and none has a checksum: only where they are. */
const toDistribution = (root: Dataset) => {
  const address = webAddressOf(root);
  if (root.registry !== "huggingface" || address === undefined) return undefined;
  return [
    {
      "@type": "cr:FileSet",
      "@id": "repository",
      name: "repository",
      description: "All files of the repository on the Hub. None was read for this description.",
      url: address,
      encodingFormat: "application/octet-stream",
      includes: "**",
    },
  ];
};
