import { z } from "zod";
import { ContaminationFlag } from "../../../schema/contamination.ts";
import { Dataset } from "../../../schema/dataset.ts";
import { EdgeFacts } from "../edge-facts.ts";

const base = {
  /** Who made the facet. */
  _producer: z.url(),
  /** The schema below, at the address that the export was made for. */
  _schemaURL: z.url(),
};

/** Facets of our own (OpenLineage, "Custom facets"), under the keys that they have in an event's `facets`. */
export const OPEN_LINEAGE_FACETS = {
  stemma_dataset: z.object({
    ...base,
    ...Dataset.omit({ owner: true, summary: true, url: true }).shape,
    /** Ids of the families that may mean it. */
    families: z.array(z.string()).min(1).optional(),
  }),
  /** Every edge that starts at the dataset, those that are not accepted too. */
  stemma_lineage: z.object({ ...base, edges: z.array(EdgeFacts).min(1) }),
  stemma_contamination: z.object({ ...base, flags: z.array(ContaminationFlag).min(1) }),
} as const;
export type OpenLineageFacetKey = keyof typeof OPEN_LINEAGE_FACETS;

/** Class names as OpenLineage forms them: prefix, name, "DatasetFacet". */
const SCHEMA_NAMES = {
  stemma_dataset: "StemmaDatasetFacet",
  stemma_lineage: "StemmaLineageDatasetFacet",
  stemma_contamination: "StemmaContaminationDatasetFacet",
} as const satisfies Record<OpenLineageFacetKey, string>;

/** Raised with every change of a facet's fields: a schema under one address never changes. */
export const SCHEMA_VERSION = "1-0-0";

const schemaAddress = (key: OpenLineageFacetKey, baseUrl: string): string =>
  `${baseUrl}schemas/open-lineage/${SCHEMA_VERSION}/${SCHEMA_NAMES[key]}.json`;

export const facetSchemaUrl = (key: OpenLineageFacetKey, baseUrl: string): string =>
  `${schemaAddress(key, baseUrl)}#/$defs/${SCHEMA_NAMES[key]}`;

/** The document that `_schemaURL` points into, by the file's name; undefined for a name that is none of ours. */
export const findFacetSchema = (file: string, baseUrl: string): Record<string, unknown> | undefined => {
  const key = FACET_KEYS.find((one) => `${SCHEMA_NAMES[one]}.json` === file);
  return key === undefined ? undefined : toFacetSchema(key, baseUrl);
};

const FACET_KEYS = Object.keys(OPEN_LINEAGE_FACETS) as readonly OpenLineageFacetKey[];

export const toFacetSchema = (key: OpenLineageFacetKey, baseUrl: string): Record<string, unknown> => {
  const { $schema, $defs, ...facet } = z.toJSONSchema(OPEN_LINEAGE_FACETS[key]);
  const name = SCHEMA_NAMES[key];
  return {
    $schema,
    $id: schemaAddress(key, baseUrl),
    $defs: { ...$defs, [name]: facet },
    type: "object",
    properties: { [key]: { $ref: `#/$defs/${name}` } },
  };
};
