import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { FindFaults } from "./schema-faults.ts";
import { faultsBy, readSchema } from "./schema-faults.ts";

const library = createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json");
/** A schema that CycloneDX's own library ships. */
export const shippedByCycloneDx = (name: string) =>
  readSchema(new URL(`res/schema/${name}.SNAPSHOT.schema.json`, pathToFileURL(library)));

/** By the schema of the W3C's submission, which is of draft 4 and uses nothing that draft 7 reads otherwise, but for how a schema names itself. */
export const faultsByProvSchema = ({
  id: _id,
  $schema: _draft,
  ...schema
}: Readonly<Record<string, unknown>>): FindFaults =>
  faultsBy({ draft: "draft-07", schema, annotations: ["prov:startTime", "prov:endTime"] });

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
