import type { Dataset } from "../../../schema/dataset.ts";
import type { Document } from "../../../schema/document.ts";
import type { Derivation, Edge, ModelUse } from "../../../schema/edge.ts";
import type { ModelId } from "../../../schema/ids.ts";
import type { Addresses } from "../addresses.ts";
import { isHubModel, ownerAddressOf, webAddressOf, webAddressOfModel } from "../addresses.ts";
import { toEdgeFacts } from "../edge-facts.ts";
import type { ExchangeGraph } from "../exchange-graph.ts";
import type { ExchangeIndex, Proof } from "../index-exchange.ts";
import { isPublishedClaim, PUBLISHED_CLAIM } from "../is-published-claim.ts";
import { MODEL_PARTS } from "../model-part.ts";
import { toSpdxLicence } from "../spdx/spdx-licence.ts";
import { toWebAddress } from "../web-address.ts";
import { toJsonLine } from "../write-json.ts";

/** What every part of the bill is written with. */
export interface Bill {
  readonly index: ExchangeIndex;
  readonly addresses: Addresses;
}

interface Property {
  readonly name: string;
  readonly value: string;
}

/** How other parts of the bill name a component (CycloneDX: `bom-ref`). */
export const refOf = (kind: "dataset" | "model" | "evidence", id: string): string => `${kind}:${id}`;

export const toDatasetComponent = (dataset: Dataset, bill: Bill) => ({
  ...toDataIdentity(dataset),
  "bom-ref": refOf("dataset", dataset.id),
  description: dataset.summary,
  licenses: toLicences(dataset.licence),
  externalReferences: [
    ...websiteOf(dataset),
    ...bill.index.documentsOf(dataset.id).map((document) => toReference("documentation", document, bill)),
  ],
  pedigree: toPedigree(dataset, bill),
  data: [
    {
      type: "dataset",
      name: dataset.id,
      ...(webAddressOf(dataset) && { contents: { url: webAddressOf(dataset) } }),
      ...(dataset.owner && { governance: { owners: [{ organization: toOwner(dataset) }] } }),
    },
  ],
  tags: orUndefined([...(dataset.languages ?? []), ...(dataset.tasks ?? []), ...(dataset.domains ?? [])]),
  properties: toDatasetProperties(dataset, bill.index),
});

export const toModelComponent = (model: ExchangeGraph["models"][number]) => ({
  ...toModelIdentity(model.id),
  "bom-ref": refOf("model", model.id),
});

/** What names a dataset wherever it stands. There is no package URL for a dataset: the Hub's type is of models alone. */
const toDataIdentity = ({ id, owner, name }: Dataset) => ({
  type: "data",
  group: owner,
  name: owner === undefined ? id : name,
});

const toModelIdentity = (id: ModelId) => {
  const address = webAddressOfModel(id);
  const [group, name] = isHubModel(id) ? id.split("/") : [undefined, id];
  return {
    type: "machine-learning-model",
    group,
    name,
    purl: isHubModel(id) ? `pkg:huggingface/${id}` : undefined,
    externalReferences: address === undefined ? undefined : [{ type: "website", url: address }],
  };
};

const toOwner = (dataset: Dataset) => {
  const address = ownerAddressOf(dataset);
  return { name: dataset.owner, ...(address && { url: [address] }) };
};

const toLicences = (licence: string | undefined) => {
  if (licence === undefined) return undefined;
  const id = toSpdxLicence(licence);
  return [{ license: { ...(id === undefined ? { name: licence } : { id }), acknowledgement: "declared" } }];
};

const websiteOf = (dataset: Dataset) => {
  const url = webAddressOf(dataset);
  return url === undefined ? [] : [{ type: "website", url }];
};

/** The hash is of the text as it was read at this address. */
const toReference = (
  type: string,
  { url, kind, title, revision, sha256 }: Document,
  { addresses }: Bill,
) => ({
  type,
  url: toWebAddress(url) ?? addresses.of("documents", sha256),
  comment: [
    kind,
    ...(title === undefined ? [] : [title]),
    ...(revision === undefined ? [] : [revision]),
  ].join("; "),
  hashes: [{ alg: "SHA-256", content: sha256 }],
});

/** Ancestors are what rows came from: accepted sources, and models that wrote. A model that only chose rows is a dependency. */
const toPedigree = ({ id }: Dataset, bill: Bill) => {
  const edges = [...bill.index.derivationsFrom(id), ...bill.index.modelUsesFrom(id)];
  const ancestors = edges.filter(isAncestry).flatMap((edge) => toAncestor(edge, bill));
  return ancestors.length === 0 ? undefined : { ancestors };
};

const isAncestry = (edge: Edge): boolean =>
  edge.status === "accepted" &&
  (edge.kind === "derivation" || (edge.kind === "model-use" && MODEL_PARTS[edge.role] === "wrote"));

const toAncestor = (edge: Derivation | ModelUse, bill: Bill) => {
  if (edge.kind === "model-use") return [withKinship(toModelIdentity(edge.to), edge, bill)];
  const source = bill.index.dataset(edge.to);
  if (source === undefined) return [];
  return [withKinship({ ...toDataIdentity(source), externalReferences: websiteOf(source) }, edge, bill)];
};

interface Identity {
  readonly externalReferences?: readonly object[] | undefined;
}

/** Adds how an ancestor is one, and the quotes that say so, with the documents that they stand in. */
const withKinship = <One extends Identity>(one: One, edge: Derivation | ModelUse, bill: Bill) => {
  const proofs = bill.index.proofsOf(edge);
  const { evidence: _inOccurrences, origin, ...facts } = toEdgeFacts(edge, bill.index);
  const documents = new Map(proofs.map(({ document }) => [document.sha256, document]));
  return {
    ...one,
    externalReferences: [
      ...(one.externalReferences ?? []),
      ...[...documents.values()].map((document) => toReference("evidence", document, bill)),
    ],
    evidence: proofs.length === 0 ? undefined : { occurrences: proofs.map(toOccurrence) },
    properties: [
      toProperty("ref", refOf(edge.kind === "model-use" ? "model" : "dataset", edge.to)),
      ...Object.entries(facts).map(([name, value]) => toProperty(name, String(value))),
      ...(origin === undefined ? [] : [toProperty("origin", toJsonLine(origin))]),
      ...(isPublishedClaim(edge, bill.index) ? [toProperty("claim", PUBLISHED_CLAIM)] : []),
    ],
  };
};

/** `offset` and the length of the quote count UTF-16 code units of the text with this hash. */
const toOccurrence = ({ evidence, document }: Proof) => ({
  "bom-ref": refOf("evidence", evidence.id),
  location: toLocation(document),
  offset: evidence.span.start,
  symbol: evidence.nameAsWritten,
  additionalContext: evidence.quote,
});

/** An address alone would not say which text it was that stood there. */
const toLocation = ({ url, sha256 }: Document): string => {
  const address = toWebAddress(url);
  if (address === undefined) return `sha256:${sha256}`;
  return `${address}${address.includes("#") ? "&" : "#"}sha256=${sha256}`;
};

const toDatasetProperties = (dataset: Dataset, index: ExchangeIndex): readonly Property[] => [
  toProperty("id", dataset.id),
  toProperty("registry", dataset.registry),
  toProperty("state", dataset.state),
  ...(dataset.createdAt === undefined ? [] : [toProperty("created-at", dataset.createdAt)]),
  ...(dataset.dataType === undefined ? [] : [toProperty("data-type", dataset.dataType)]),
  ...(dataset.isBenchmark ? [toProperty("benchmark", "true")] : []),
  ...(dataset.isFamily ? [toProperty("family", "true")] : []),
  ...index.familiesOf(dataset.id).map((family) => toProperty("member-of", family)),
  ...otherEdgesOf(dataset, index).map((edge) =>
    toProperty(`edge:${edge.status}`, toJsonLine(toEdgeFacts(edge, index))),
  ),
];

/** What is known of the edges that the pedigree does not tell, for machines. */
const otherEdgesOf = ({ id }: Dataset, index: ExchangeIndex): readonly Edge[] =>
  [...index.derivationsFrom(id), ...index.modelUsesFrom(id), ...index.clearingsFrom(id)].filter(
    (edge) => !isAncestry(edge),
  );

const toProperty = (name: string, value: string): Property => ({ name: `stemma:${name}`, value });

const orUndefined = <Item>(items: readonly Item[]): readonly Item[] | undefined =>
  items.length === 0 ? undefined : items;
