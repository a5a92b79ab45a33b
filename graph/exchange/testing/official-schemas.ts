import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { FindFaults } from "./schema-faults.ts";
import { faultsBy, readSchema } from "./schema-faults.ts";

const kept = (path: string) => readSchema(new URL(`schemas/${path}`, import.meta.url));
const library = createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json");
/** A schema that CycloneDX's own library ships. */
export const shippedByCycloneDx = (name: string) =>
  readSchema(new URL(`res/schema/${name}.SNAPSHOT.schema.json`, pathToFileURL(library)));

/** The schema is of draft 4 and uses nothing that draft 7 reads otherwise, but for how a schema names itself. */
const { id: _id, $schema: _draft, ...provSchema } = kept("prov-json/prov-json.schema.json");
export const faultsOfProvJson: FindFaults = faultsBy({
  draft: "draft-07",
  schema: provSchema,
  annotations: ["prov:startTime", "prov:endTime"],
});

/** The library's copies refer to each other by file name. */
const neighbour = (name: string) => ({
  ...shippedByCycloneDx(name),
  $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`,
});
export const faultsOfCycloneDx: FindFaults = faultsBy({
  draft: "draft-07",
  schema: shippedByCycloneDx("bom-1.7"),
  others: ["spdx", "jsf-0.82", "cryptography-defs"].map(neighbour),
  annotations: ["meta:enum"],
});

const core = kept("openlineage/OpenLineage-2-0-2.json");
const annotations = ["example"];
const faultsOfCore = faultsBy({ draft: "2020-12", schema: core, annotations });
const faultsOfLineage = faultsBy({
  draft: "2020-12",
  schema: kept("openlineage/LineageFacet-1-0-0.json"),
  others: [core],
  annotations,
});
/** The core schema takes any facet; the lineage facet has a schema of its own. */
export const faultsOfOpenLineage: FindFaults = (event) => [
  ...faultsOfCore(event),
  ...faultsOfLineage((event as { readonly dataset?: { readonly facets?: unknown } }).dataset?.facets ?? {}),
];
