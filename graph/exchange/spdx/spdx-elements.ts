import type { Dataset } from "../../../schema/dataset.ts";
import type { Document } from "../../../schema/document.ts";
import { isHubModel, ownerAddressOf, webAddressOf, webAddressOfModel } from "../addresses.ts";
import type { ExchangeGraph } from "../exchange-graph.ts";
import type { Proof } from "../index-exchange.ts";
import { toSpdxLicence } from "./spdx-licence.ts";
import type { SpdxIds } from "./spdx-ids.ts";
import { toWebAddress } from "../web-address.ts";

/** One member of `@graph`. Members that are undefined are not written. */
export type SpdxElement = { readonly type: string; readonly spdxId: string } & Readonly<
  Record<string, unknown>
>;

export const CREATION_INFO = "_:creation";

/** What every element has. */
export const element = (
  type: string,
  spdxId: string,
  fields: Readonly<Record<string, unknown>>,
): SpdxElement => ({
  type,
  spdxId,
  creationInfo: CREATION_INFO,
  ...fields,
});

/** SPDX asks for whole seconds in UTC. */
export const toSpdxTime = (time: Date | string): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

/**
 * SPDX 3.0.1, Dataset/DatasetPackage. The kind of data is not asserted: no document that is read says it in a closed word. Nobody
 * publishes when a dataset was built, so `builtTime` is left out rather than guessed.
 */
export const toDatasetPackage = (dataset: Dataset, ids: SpdxIds): SpdxElement => {
  const address = webAddressOf(dataset);
  const isDownload =
    dataset.registry === "huggingface" || dataset.registry === "kaggle" || dataset.registry === "github";
  return element("dataset_DatasetPackage", ids.of("dataset", dataset.id), {
    name: dataset.id,
    description: dataset.summary,
    comment: [
      `State: ${dataset.state}.`,
      dataset.isBenchmark ? "A benchmark." : "",
      dataset.isFamily ? "A family: a name that several datasets share." : "",
    ]
      .filter(Boolean)
      .join(" "),
    originatedBy: dataset.owner && [ids.of("owner", ownerKey(dataset))],
    releaseTime: dataset.createdAt && toSpdxTime(dataset.createdAt),
    software_primaryPurpose: "data",
    software_homePage: address,
    software_downloadLocation: isDownload ? address : undefined,
    dataset_datasetType: ["noAssertion"],
    dataset_hasSensitivePersonalInformation: "noAssertion",
  });
};

/** Two registries may have owners of one name. */
const ownerKey = ({ registry, owner = "" }: Dataset): string => `${registry}:${owner}`;

/** Whoever owns a dataset; the Hub does not say whether that is a person or an organisation. */
export const toOwners = (datasets: readonly Dataset[], ids: SpdxIds): readonly SpdxElement[] => {
  const owned = new Map(
    datasets.filter(({ owner }) => owner !== undefined).map((one) => [ownerKey(one), one]),
  );
  return [...owned].map(([key, dataset]) => {
    const address = ownerAddressOf(dataset);
    return element("Agent", ids.of("owner", key), {
      name: dataset.owner,
      externalRef: address && [{ type: "ExternalRef", externalRefType: "altWebPage", locator: [address] }],
    });
  });
};

export const toAiPackage = ({ id }: ExchangeGraph["models"][number], ids: SpdxIds): SpdxElement =>
  element("ai_AIPackage", ids.of("model", id), {
    name: id,
    software_primaryPurpose: "model",
    software_homePage: webAddressOfModel(id),
    software_packageUrl: isHubModel(id) ? `pkg:huggingface/${id}` : undefined,
  });

/** The frozen text of a document; the hash is of its UTF-8 bytes. */
export const toDocumentFile = (document: Document, ids: SpdxIds): SpdxElement => {
  const address = toWebAddress(document.url);
  return element("software_File", ids.of("document", document.sha256), {
    name: document.title ?? document.url,
    comment: `${document.kind}, read ${document.retrievedAt} from ${document.url}`,
    software_primaryPurpose: "documentation",
    verifiedUsing: [{ type: "Hash", algorithm: "sha256", hashValue: document.sha256 }],
    externalRef: address && [{ type: "ExternalRef", externalRefType: "documentation", locator: [address] }],
  });
};

/** SPDX counts a snippet's range in bytes from 1; a quote's offsets count UTF-16 code units, so they stand in the comment. */
export const toQuoteSnippet = ({ evidence, document }: Proof, ids: SpdxIds): SpdxElement =>
  element("software_Snippet", ids.of("evidence", evidence.id), {
    name: `quote about ${evidence.nameAsWritten}`,
    description: evidence.quote,
    comment: `UTF-16 code units ${evidence.span.start} to ${evidence.span.end} of the document; ${evidence.stance}, found by ${evidence.tracer}, score ${evidence.score}`,
    software_primaryPurpose: "evidence",
    software_snippetFromFile: ids.of("document", document.sha256),
  });

export const NO_LICENCE = "expandedlicensing_NoAssertionLicense";

/** A licence by its SPDX id; one that the list lacks by a reference of this document's own, which points to its name. */
export const toLicences = (names: readonly string[], ids: SpdxIds): readonly SpdxElement[] =>
  [...new Set(names)].flatMap((name) => {
    const listed = toSpdxLicence(name);
    if (listed !== undefined) return [toExpression(name, { simplelicensing_licenseExpression: listed }, ids)];
    const reference = `LicenseRef-${ids.hashOf(name)}`;
    const text = ids.of("licence-text", name);
    const entry = { type: "DictionaryEntry", key: reference, value: text };
    return [
      toExpression(
        name,
        { simplelicensing_licenseExpression: reference, simplelicensing_customIdToUri: [entry] },
        ids,
      ),
      element("simplelicensing_SimpleLicensingText", text, { name, simplelicensing_licenseText: name }),
    ];
  });

const toExpression = (name: string, fields: Readonly<Record<string, unknown>>, ids: SpdxIds): SpdxElement =>
  element("simplelicensing_LicenseExpression", ids.of("licence", name), { name, ...fields });
